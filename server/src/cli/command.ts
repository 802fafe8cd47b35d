import type { ParseArgsConfig } from 'node:util'
import type { Environment } from '../config-reader'

/** What a command is given beside its words. */
export interface Surroundings {
  readonly env: Environment
  /** For what was asked for: an export, a result. */
  readonly out: NodeJS.WritableStream
  /** For people: one line, on standard error. */
  readonly say: (line: string) => void
  /** Aborted when the user gives up. */
  readonly stopping: AbortSignal
}

/** What was typed after the command's name. */
export interface Typed {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  readonly words: readonly string[]
}

export interface Command {
  /** As typed: one word or two. */
  readonly name: string
  /** What comes after the name. */
  readonly usage: string
  readonly summary: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** Least and most words after the name. */
  readonly words: readonly [least: number, most: number]
  /** @throws UsageError; any other error is told by its message, exit code 1 */
  run(typed: Typed, around: Surroundings): Promise<ExitCode>
}

export const EXIT = { done: 0, failed: 1, usage: 2, differs: 3 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The words typed make no sense: the usage is shown. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The text given for an option, if any. */
export function textOf({ values }: Typed, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

export function textsOf({ values }: Typed, name: string): readonly string[] {
  const value = values[name]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
