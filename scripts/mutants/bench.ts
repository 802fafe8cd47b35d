import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from '../lib/repository'
import { run, type Outcome } from '../lib/run'
import type { Mutant } from './list'

/** A copy of the repository in which things may be broken; the repository itself is left alone. */
export class Bench {
  /** Of the file that is broken at the moment: the repository may change meanwhile. */
  #whole = ''

  private constructor(readonly folder: string) {}

  /** Takes every file that git knows or would, and the links between the packages. */
  static async open(): Promise<Bench> {
    const bench = new Bench(await mkdtemp(join(tmpdir(), 'counterfoil-mutants-')))
    const listed = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'])
    for (const file of listed.output.trim().split('\n')) {
      const target = join(bench.folder, file)
      await mkdir(dirname(target), { recursive: true })
      // Deleted but not yet committed: nothing to take.
      await cp(join(ROOT, file), target).catch(() => undefined)
    }
    await symlink(join(ROOT, 'node_modules'), join(bench.folder, 'node_modules'))
    for (const room of await roomsOf()) {
      const links = join(room, 'node_modules')
      // Relative links between packages then lead to the copies.
      const how = { recursive: true, verbatimSymlinks: true }
      await cp(join(ROOT, links), join(bench.folder, links), how)
    }
    return bench
  }

  /** @returns what is wrong with the mutant itself, or `undefined` once it is in place */
  async breakIt({ file, find, replace }: Mutant): Promise<string | undefined> {
    const text = await readFile(join(this.folder, file), 'utf8').catch(() => '')
    const found = text.split(find).length - 1
    if (found !== 1) return `${file} has ${found} places that read: ${find.trim()}`
    this.#whole = text
    await writeFile(
      join(this.folder, file),
      text.replace(find, () => replace),
    )
    return undefined
  }

  async mend({ file }: Mutant): Promise<void> {
    await writeFile(join(this.folder, file), this.#whole)
  }

  /** Runs whatever must notice the mutant. */
  check({ caughtBy }: Mutant): Promise<Outcome> {
    const [tool, args] =
      'vitest' in caughtBy
        ? ['vitest', ['run', caughtBy.vitest, '--bail=1']]
        : ['tsx', ['e2e/sim/run.ts', '--seeds', String(caughtBy.seeds)]]
    const options = { cwd: this.folder, env: { NO_COLOR: '1' } }
    return run(join(this.folder, 'node_modules/.bin', tool), args, options)
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true })
  }
}

async function roomsOf(): Promise<string[]> {
  const listed = await run('git', ['ls-files', '*/package.json'])
  return listed.output
    .trim()
    .split('\n')
    .map((file) => dirname(file))
}
