/**
 * `pnpm mutants [word …]`: breaks one small thing after the other in a copy of the repository, and
 * wants the named test to fail each time. Fails itself when a test does not notice, or when there is
 * nothing to break any more where the list says. Words pick mutants by name, file or promise.
 */
import { secondsSince } from './lib/run'
import { Bench } from './mutants/bench'
import { type Mutant, MUTANTS } from './mutants/list'

const words = process.argv.slice(2)
const wanted = MUTANTS.filter(({ name, file, breaks }) =>
  words.every((word) => `${breaks} ${name} ${file}`.includes(word)),
)
const NOTICED = /Tests .*\d+ failed|, [1-9]\d* failed,/

/** @returns why the mutant is not caught, or `undefined` when it is */
async function survives(bench: Bench, mutant: Mutant): Promise<string | undefined> {
  const flaw = await bench.breakIt(mutant)
  if (flaw !== undefined) return flaw
  const { code, output } = await bench.check(mutant)
  await bench.mend(mutant)
  // A test that could not even start, or had no time to, has noticed nothing.
  const started = !output.includes('Hook timed out')
  if (code !== 0 && started && NOTICED.test(output)) return undefined
  return `nobody noticed:\n${output.slice(-600)}`
}

const bench = await Bench.open()
let alive = 0
try {
  for (const mutant of wanted) {
    const start = performance.now()
    const flaw = await survives(bench, mutant)
    if (flaw !== undefined) alive += 1
    const mark = flaw === undefined ? 'caught' : 'ALIVE '
    console.log(`${mark} ${mutant.breaks} ${mutant.name}, ${secondsSince(start)}`)
    if (flaw !== undefined) console.log(flaw)
  }
} finally {
  await bench.close()
}
console.log(`${wanted.length - alive} caught, ${alive} alive`)
process.exitCode = alive === 0 && wanted.length > 0 ? 0 : 1
