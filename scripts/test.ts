/**
 * `pnpm test [step …]`: everything that must hold, one line per step; the full output of whatever
 * failed. The last line is `N passed, N failed`; the exit code is 1 if anything failed. Naming
 * steps, by the beginning of their names, runs only those.
 */
import { endWithNpx } from './lib/npx-parent'
import { secondsSince } from './lib/run'
import type { Step, StepResult } from './lib/step'
import { STEPS } from './lib/steps'

endWithNpx()
const wanted = process.argv.slice(2)
const rows = STEPS.map((row) =>
  row.filter(({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start))),
)
const red = new Set<string>()
let passed = 0
let failed = 0

async function attempt(step: Step): Promise<StepResult> {
  const missing = step.needs?.filter((name) => red.has(name)) ?? []
  if (missing.length > 0) {
    return { passed: 0, failed: 1, output: `Not run, because this failed: ${missing.join(', ')}` }
  }
  try {
    return await step.run()
  } catch (error) {
    return { passed: 0, failed: 1, output: String(error) }
  }
}

async function perform(step: Step): Promise<void> {
  const start = performance.now()
  const result = await attempt(step)
  passed += result.passed
  failed += result.failed
  const mark = result.failed === 0 ? 'ok  ' : 'FAIL'
  console.log(
    `${mark} ${step.name} — ${result.passed} passed, ${result.failed} failed, ${secondsSince(start)}`,
  )
  if (result.failed === 0) return
  red.add(step.name)
  console.log(result.output.trimEnd())
}

for (const row of rows) await Promise.all(row.map(perform))

if (passed + failed === 0) {
  console.log(
    `No such step; there are: ${STEPS.flat()
      .map(({ name }) => name)
      .join(', ')}`,
  )
  failed = 1
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
