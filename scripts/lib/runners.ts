import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { playwrightCounts, vitestCounts } from './reports'
import { bin, ROOT } from './repository'
import { run } from './run'
import { runnerResult, type StepResult } from './step'

/** Runs every Vitest project. */
export function runVitest(): Promise<StepResult> {
  return withReportFile(async (report) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const outcome = await run(bin('vitest'), ['run', '--passWithNoTests=false', ...reporters])
    return runnerResult(outcome, await vitestCounts(report))
  })
}

/** Runs every browser and conformance spec against the built product. */
export function runPlaywright(): Promise<StepResult> {
  return withReportFile(async (report) => {
    const outcome = await run(
      join(ROOT, 'e2e/node_modules/.bin/playwright'),
      ['test', '--reporter=list,json', '--forbid-only'],
      { cwd: join(ROOT, 'e2e'), env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
    )
    return runnerResult(outcome, await playwrightCounts(report))
  })
}

/** Plays so many simulated shops, each a test of its own. */
export async function runSimulation(seeds: number): Promise<StepResult> {
  const order = ['--import', 'tsx', 'e2e/sim/run.ts', '--jobs', '2', '--seeds', String(seeds)]
  const outcome = await run(process.execPath, order)
  const [, failed] = /^\d+ seeds, .* (\d+) failed/m.exec(outcome.output) ?? []
  const red = Number(failed)
  const counts = failed === undefined ? undefined : { passed: seeds - red, failed: red, skipped: 0 }
  return runnerResult(outcome, counts)
}

async function withReportFile(use: (file: string) => Promise<StepResult>): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'counterfoil-report-'))
  try {
    return await use(join(folder, 'report.json'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
