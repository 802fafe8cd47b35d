/** `pnpm build [--all]`: builds what is stale, or everything. */
import { buildTargets, staleTargets } from './lib/build-targets'
import { secondsSince } from './lib/run'

const start = performance.now()
const everything = process.argv.includes('--all')
const names = everything ? ['kiosk', 'console', 'server'] : await staleTargets()
const results = await buildTargets(names)

for (const { name, code, output } of results) {
  if (code !== 0) console.error(`${name} could not be built:\n${output}`)
}
if (results.some(({ code }) => code !== 0)) process.exit(1)
console.log(
  names.length === 0 ? 'Nothing to build.' : `Built ${names.join(', ')} in ${secondsSince(start)}.`,
)
