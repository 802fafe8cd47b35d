/** What a step of the test command found. */
export interface StepResult {
  readonly passed: number
  readonly failed: number
  /** Shown only when something failed. */
  readonly output: string
}

export interface Step {
  readonly name: string
  /** Steps of earlier rows of this run that must have been green, else this one fails without being run. */
  readonly needs?: readonly string[]
  run(): Promise<StepResult>
}

/** A command that is one test: green exactly when it exits with 0. */
export function verdictOf({ code, output }: { code: number; output: string }): StepResult {
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output }
}

export interface Counts {
  readonly passed: number
  readonly failed: number
  /** Neither passed nor failed: skipped, to do, never started. */
  readonly skipped: number
}

/**
 * The result of a test runner, from the counts of its report and its exit code.
 *
 * A run that says nothing, tests nothing or skips something is not green: a skipped test proves
 * nothing, and a runner that fails without a failed test has broken before or after its tests.
 * @param counts undefined when the runner wrote no readable report
 */
export function runnerResult(
  runner: { readonly code: number; readonly output: string },
  counts: Counts | undefined,
): StepResult {
  const { code, output } = runner
  if (counts === undefined) return { passed: 0, failed: 1, output: `${output}\nNo test report.` }
  const { passed, skipped } = counts
  if (passed + counts.failed + skipped === 0) {
    return { passed: 0, failed: 1, output: `${output}\nNo test was run.` }
  }
  const broken = code !== 0 && counts.failed + skipped === 0 ? 1 : 0
  const note = skipped > 0 ? `\n${skipped} skipped, which counts as failed.` : ''
  return { passed, failed: counts.failed + skipped + broken, output: output + note }
}
