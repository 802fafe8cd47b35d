import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { VitePWAOptions } from 'vite-plugin-pwa'

type ManifestTransform = NonNullable<VitePWAOptions['injectManifest']['manifestTransforms']>[number]

/**
 * Adds to every part that the worker keeps the hash that the part must have (W3C Subresource
 * Integrity), so that the browser refuses whatever a network puts in its place.
 * @param dist where the parts lie, relative to the app
 */
export function withIntegrity(dist: string): ManifestTransform {
  return async (entries) => ({
    manifest: await Promise.all(
      entries.map(async (entry) => {
        const part = await readFile(join(dist, entry.url))
        return {
          ...entry,
          integrity: `sha256-${createHash('sha256').update(part).digest('base64')}`,
        }
      }),
    ),
  })
}
