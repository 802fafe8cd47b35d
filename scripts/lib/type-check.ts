import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { bin, ROOT } from './repository'
import { inParallel, run, type Outcome } from './run'

const CONFIG = /^tsconfig(\..+)?\.json$/

/** Every tsconfig of every room, as paths inside the repository. */
async function projects(): Promise<string[]> {
  const parents = await Promise.all(
    ['packages', 'apps'].map(async (parent) => {
      const rooms = await readdir(join(ROOT, parent), { withFileTypes: true })
      return rooms.filter((room) => room.isDirectory()).map(({ name }) => `${parent}/${name}`)
    }),
  )
  const rooms = [...parents.flat(), 'server', 'e2e', 'scripts']
  const configs = await Promise.all(
    rooms.map(async (room) => {
      const names = await readdir(join(ROOT, room))
      return names.filter((name) => CONFIG.test(name)).map((name) => `${room}/${name}`)
    }),
  )
  return configs.flat()
}

/** Several checkers of one project do much of the work several times over. */
const ONE_CHECKER = ['--checkers', '1']

/** What was checked before is not checked again until it, or what it imports, has changed. */
function remembering(config: string): string[] {
  const memory = join(ROOT, '.cache/types', `${config.replaceAll('/', '-')}.tsbuildinfo`)
  return ['-p', config, '--incremental', '--tsBuildInfoFile', memory, ...ONE_CHECKER]
}

/** Type-checks the whole repository, two projects at a time. */
export async function checkTypes(): Promise<Outcome> {
  const configs = await projects()
  const outcomes = await inParallel(configs, 2, (config) => run(bin('tsc'), remembering(config)))
  const bad = outcomes.filter(({ code }) => code !== 0)
  return { code: bad.length === 0 ? 0 : 1, output: bad.map(({ output }) => output).join('') }
}
