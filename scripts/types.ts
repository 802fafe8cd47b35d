/** `pnpm types`: type-checks every room. */
import { checkTypes } from './lib/type-check'

const { code, output } = await checkTypes()
process.stdout.write(output)
process.exit(code)
