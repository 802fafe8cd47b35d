import { defineConfig } from 'playwright/test'
import { CHROMIUM_FLAGS, findChromium } from './harness/chromium'

/** Browser and conformance specs; nothing is retried, a test that wavers is broken. */
export default defineConfig({
  testMatch: '**/*.spec.ts',
  globalSetup: './harness/global-setup.ts',
  outputDir: '../.cache/test-results',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    { name: 'conformance', testDir: './conformance' },
    {
      name: 'browser',
      // Every story stands by itself; the long ones would otherwise leave one core with nothing to do at the end.
      fullyParallel: true,
      testIgnore: 'conformance/**',
      use: {
        headless: true,
        launchOptions: { executablePath: findChromium(), args: [...CHROMIUM_FLAGS] },
        // A trace of every test costs a third of the run's work: `--trace on` makes one when it is wanted.
        trace: 'off',
        screenshot: 'only-on-failure',
      },
    },
  ],
})
