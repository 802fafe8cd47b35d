import { test as base } from 'playwright/test'
import { ProductServer } from './server'
import { Shop } from './shop'

interface Worlds {
  /** A built server with the demo in it, shared by the specs of a worker. */
  readonly server: ProductServer
  readonly harbour: Shop
  readonly rival: Shop
}

/** Playwright's `test` with a built server; for specs that need no browser. */
export const test = base.extend<object, Worlds>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures here.
    async ({}, use) => {
      const server = await ProductServer.start()
      await use(server)
      await server.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  harbour: [
    async ({ server }, use) => use(await Shop.open(server, 'owner@harbour.example')),
    { scope: 'worker' },
  ],
  rival: [
    async ({ server }, use) => use(await Shop.open(server, 'owner@rival.example')),
    { scope: 'worker' },
  ],
})

export { expect } from 'playwright/test'
