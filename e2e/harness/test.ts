import { test as base } from 'playwright/test'
import { FilmedCamera } from './camera'
import { SMALL } from './frames'
import { CHROMIUM_FLAGS, findChromium } from './chromium'

interface WorkerFixtures {
  /** What every page of this worker films; see `FilmedCamera`. Nothing is in view at first. */
  readonly camera: FilmedCamera
}

/** Playwright's `test`, whose browser films what the test holds before `camera`. */
export const test = base.extend<{ readonly emptyView: void }, WorkerFixtures>({
  camera: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures here.
    async ({}, use) => {
      const camera = await FilmedCamera.create(SMALL)
      await use(camera)
      await camera.close()
    },
    { scope: 'worker' },
  ],
  // A fixture, because a hook would be known to the first file of each worker only.
  emptyView: [
    async ({ camera }, use) => {
      await camera.hide()
      await use()
    },
    { auto: true },
  ],
  launchOptions: [
    async ({ camera }, use) => {
      await use({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS, ...camera.flags] })
    },
    { scope: 'worker' },
  ],
})

export { expect } from 'playwright/test'
