import type { Page } from 'playwright/test'

/** Bytes for `Storage.overrideQuotaForOrigin`: the kiosk fits, and is soon without room. */
export const SMALL_DISK = 30_000_000

/** Writes into a database beside the kiosk's own until not a kilobyte more fits. */
export async function fillDisk(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ballast')
      opening.addEventListener('upgradeneeded', () =>
        opening.result.createObjectStore('lead', { autoIncrement: true }),
      )
      opening.addEventListener('success', () => resolve(opening.result))
      opening.addEventListener('error', () => reject(new Error('no ballast')))
    })
    const fits = (bytes: number) =>
      new Promise<boolean>((resolve) => {
        const transaction = database.transaction('lead', 'readwrite')
        transaction.objectStore('lead').add(crypto.getRandomValues(new Uint8Array(bytes)))
        transaction.addEventListener('complete', () => resolve(true))
        transaction.addEventListener('abort', () => resolve(false))
      })
    for (const bytes of [50_000, 10_000, 1_000]) while (await fits(bytes)) continue
    database.close()
  })
}
