/** Tests without a browser; tests/hard only with `npm run test:hard`. */
import { defineConfig } from 'vitest/config'
import { QUICK } from './src/cli/modern-node.mjs'

const shared = {
  execArgv: [...QUICK],
  setupFiles: ['tests/setup.ts'],
  // Not the settings of whoever lives in this folder.
  env: { ALONGSIDE_CONFIG: 'none' },
  // Some start servers or wait for locks of several seconds, on a busy machine for more than a minute.
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

/**
 * Rules and drawings without a database or settings of their own: their files share what a worker has loaded, since to load
 * it anew took longer than the tests.
 */
const TOGETHER = 'tests/{authoring,domain,house,i18n,read-aloud,search,view,web}/**/*.test.ts'

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
          // Vitest runs them side by side, and neither leans on the other.
          globalSetup: ['tests/once-per-run.ts'],
          setupFiles: ['tests/anew.ts', ...shared.setupFiles],
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/hard/**', 'tests/e2e/**', TOGETHER],
        },
      },
      { test: { name: 'together', ...shared, include: [TOGETHER], isolate: false } },
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
