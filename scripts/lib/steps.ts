import { join } from 'node:path'
import { buildTargets } from './build-targets'
import { KIOSK_LIMIT, measureKiosk } from './kiosk-size'
import { bin, ROOT } from './repository'
import { run } from './run'
import { runPlaywright, runSimulation, runVitest } from './runners'
import { verdictOf, type Step, type StepResult } from './step'
import { checkTypes } from './type-check'

const ROOMS = ['packages', 'apps', 'server', 'e2e', 'scripts']

function command(name: string, tool: string, args: readonly string[]): Step {
  return { name, run: async () => verdictOf(await run(bin(tool), args)) }
}

async function buildAll(): Promise<StepResult> {
  const results = await buildTargets(['kiosk', 'console', 'server'])
  const broken = results.filter(({ code }) => code !== 0)
  const output = broken.map((result) => `${result.name}:\n${result.output}`).join('\n')
  return verdictOf({ code: broken.length, output })
}

async function checkSize(): Promise<StepResult> {
  const { files, total } = await measureKiosk(join(ROOT, 'apps/kiosk/dist'))
  const lines = files.map(({ name, gzip }) => `${gzip} ${name}`)
  const output = `${total} bytes gzipped, ${KIOSK_LIMIT} allowed:\n${lines.join('\n')}`
  return verdictOf({ code: total <= KIOSK_LIMIT ? 0 : 1, output })
}

/**
 * What the test command does: one row after the other, the steps of a row at the same time. Rows of
 * one step keep every core busy by themselves.
 */
export const STEPS: readonly (readonly Step[])[] = [
  [
    command('format', 'oxfmt', ['--check', '.']),
    command('lint', 'oxlint', ['--type-aware', '--deny-warnings']),
    { name: 'types', run: async () => verdictOf(await checkTypes()) },
    command('import rules', 'depcruise', ['--config', '.dependency-cruiser.cjs', ...ROOMS]),
    command('dead code', 'knip', ['--no-progress']),
    { name: 'build', run: buildAll },
  ],
  [{ name: 'unit and database tests', run: runVitest }],
  [{ name: 'simulation', run: () => runSimulation(200) }],
  [
    { name: 'kiosk size', needs: ['build'], run: checkSize },
    { name: 'browser and conformance tests', needs: ['build'], run: runPlaywright },
  ],
]
