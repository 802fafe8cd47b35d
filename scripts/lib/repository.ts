import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the repository. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Absolute path of a command installed at the root, such as `vite`. */
export const bin = (name: string): string => join(ROOT, 'node_modules', '.bin', name)
