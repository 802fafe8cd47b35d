import { defineConfig } from 'vitest/config'

const postgres = './server/src/testing/vitest-setup.ts'

/**
 * Tests stand next to what they test; a room is a project, so `vitest --project server` runs one. The
 * files of packages, apps and server share processes and what these have loaded: no module there
 * keeps anything between tests, and loading the server anew was most of what a file cost.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'packages',
          isolate: false,
          include: ['packages/*/src/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'apps',
          isolate: false,
          include: ['apps/*/src/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'server',
          isolate: false,
          include: ['server/src/**/*.test.ts'],
          globalSetup: [postgres],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'tools',
          include: ['scripts/**/*.test.ts', 'e2e/**/*.test.ts'],
          globalSetup: [postgres],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
