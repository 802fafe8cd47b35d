import { dropStamp, isFresh, keepStamp, stampOf, type Stampable } from './stamp'
import { precompress } from './precompress'
import { bin, ROOT } from './repository'
import { inParallel, run, type Outcome } from './run'
import { join } from 'node:path'

interface BuildTarget extends Stampable {
  readonly folder: string
  /** Of what browsers are served: also kept compressed. */
  readonly served?: string
}

const COMMON = ['pnpm-lock.yaml', 'tsconfig.base.json', 'packages']

const TARGETS: readonly BuildTarget[] = [
  {
    name: 'kiosk',
    folder: 'apps/kiosk',
    sources: [...COMMON, 'apps/kiosk', 'scripts/lib/precompress.ts'],
    product: 'apps/kiosk/dist/index.html',
    served: 'apps/kiosk/dist',
  },
  {
    name: 'console',
    folder: 'apps/console',
    sources: [...COMMON, 'apps/console', 'scripts/lib/precompress.ts'],
    product: 'apps/console/dist/index.html',
    served: 'apps/console/dist',
  },
  {
    name: 'server',
    folder: 'server',
    sources: [...COMMON, 'server'],
    product: 'server/dist/main.js',
  },
]

export interface BuildResult extends Outcome {
  readonly name: string
}

/** The names of the targets whose product is missing or older than its sources. */
export async function staleTargets(): Promise<string[]> {
  const fresh = await Promise.all(TARGETS.map(isFresh))
  return TARGETS.filter((_, index) => fresh[index] === false).map(({ name }) => name)
}

/** Builds the named targets with Vite, two at a time. */
export function buildTargets(names: readonly string[]): Promise<BuildResult[]> {
  const targets = TARGETS.filter(({ name }) => names.includes(name))
  return inParallel(targets, 2, buildTarget)
}

async function buildTarget(target: BuildTarget): Promise<BuildResult> {
  const stamp = await stampOf(target)
  await dropStamp(target)
  const outcome = await run(bin('vite'), ['build', '--logLevel', 'warn'], {
    cwd: join(ROOT, target.folder),
  })
  if (outcome.code === 0) {
    if (target.served !== undefined) await precompress(join(ROOT, target.served))
    await keepStamp(target, stamp)
  }
  return { name: target.name, ...outcome }
}
