/** Tests without a browser; tests/hard only with `npm run test:hard`. */
import { defineConfig } from 'vitest/config'
import { QUICK } from './src/cli/modern-node.mjs'

const shared = {
  execArgv: [...QUICK],
  setupFiles: ['tests/setup.ts'],
  // Some start servers or wait for locks of several seconds.
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/vitest.json' },
    // The default leaves one core out. Of these some wait for locks and for servers to end: a third keeps two cores busy.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'all',
          ...shared,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/hard/**', 'tests/e2e/**'],
        },
      },
      {
        test: {
          name: 'hard',
          ...shared,
          testTimeout: 30 * 60_000,
          include: ['tests/hard/**/*.test.ts'],
          // Each wants the machine for itself.
          fileParallelism: false,
        },
      },
    ],
  },
})
