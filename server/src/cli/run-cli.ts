import { parseArgs } from 'node:util'
import { ConfigError } from '../config'
import {
  type Command,
  EXIT,
  type ExitCode,
  type Surroundings,
  type Typed,
  UsageError,
} from './command'
import { COMMANDS } from './commands'

/** Runs what was typed. @returns the exit code; nothing is thrown */
export async function runCli(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const { say } = around
  try {
    const command = findCommand(args)
    if (command === undefined) {
      const asked = args.length === 1 && (args[0] === '--help' || args[0] === 'help')
      say(usage())
      return asked ? EXIT.done : EXIT.usage
    }
    return await run(command, args.slice(command.name.split(' ').length), around)
  } catch (error) {
    return tell(error, say)
  }
}

async function run(
  command: Command,
  args: readonly string[],
  around: Surroundings,
): Promise<ExitCode> {
  const typed = parse(command, args)
  if (typed.values['help'] === true) {
    around.say(usageOf(command))
    return EXIT.done
  }
  const [least, most] = command.words
  if (typed.words.length < least || typed.words.length > most) {
    throw new UsageError(`Usage: counterfoil ${command.name} ${command.usage}`)
  }
  return command.run(typed, around)
}

function parse({ name, usage: rest, options }: Command, args: readonly string[]): Typed {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    return { values, words: positionals }
  } catch (error) {
    const why = error instanceof Error ? error.message : 'not understood'
    throw new UsageError(`${why}\nUsage: counterfoil ${name} ${rest}`)
  }
}

function findCommand(args: readonly string[]): Command | undefined {
  return COMMANDS.find(({ name }) => name.split(' ').every((word, place) => args[place] === word))
}

function tell(error: unknown, say: Surroundings['say']): ExitCode {
  say(error instanceof Error ? error.message : String(error))
  return error instanceof UsageError || error instanceof ConfigError ? EXIT.usage : EXIT.failed
}

function usage(): string {
  return [
    'Usage: counterfoil <command>',
    '',
    ...COMMANDS.map(usageOf),
    '',
    'The database is that of DATABASE_URL, or the embedded one in DATA_DIR (./data).',
    'Exit codes: 0 done, 1 failed, 2 not understood, 3 the ledger does not verify.',
  ].join('\n')
}

function usageOf({ name, usage: rest, summary }: Command): string {
  return `  counterfoil ${name} ${rest}\n      ${summary}`
}
