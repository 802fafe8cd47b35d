import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const KIOSK = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'apps/kiosk')

/** The kiosk's modules without its screens as one script, as a browser would get them. */
export function bundleEngine(): Promise<string> {
  return bundlePage('engine-page')
}

/** One of the kiosk's pages for tests, by its file's name. */
export async function bundlePage(name: string): Promise<string> {
  const built = await build({
    root: KIOSK,
    configFile: false,
    logLevel: 'error',
    define: { APP_VERSION: JSON.stringify('0.0.0-test') },
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    css: { postcss: {} },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      rolldownOptions: {
        input: join(KIOSK, `src/testing/${name}.ts`),
        output: { codeSplitting: false },
      },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  const chunks = outputs.flatMap((one) => ('output' in one ? one.output : []))
  const script = chunks.find((chunk) => chunk.type === 'chunk')
  if (script === undefined) throw new Error(`${name} could not be bundled`)
  return script.code
}
