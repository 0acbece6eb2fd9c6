/** Tests in a real browser; each starts its own server (tests/start-server.ts). */
import { defineConfig } from '@playwright/test'
import { browserPath, DISABLED_FEATURES } from './tests/browser-path.ts'

// Not the settings of whoever lives in this folder.
process.env['ALONGSIDE_CONFIG'] ??= 'none'

export default defineConfig({
  // `npm run pictures` asks nothing of a page: it takes the pictures of the papers.
  testDir: process.env['PICTURES'] ? 'tests/pictures' : 'tests/e2e',
  globalSetup: './tests/once-per-run.ts',
  fullyParallel: true,
  workers: 2,
  // Where it is decided what lands: what passes only then is named at the end (src/cli/second-go.mjs).
  retries: process.env['CI'] ? 1 : 0,
  // The demo is made once in a run, in some three seconds; on a busy machine in many more.
  timeout: 180_000,
  // No time is asserted: an answer that comes late on a busy machine is an answer.
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  outputDir: 'test-results/e2e',
  use: {
    // Fading from page to page is drawn by the processor here and takes as long as all the rest: one journey keeps it.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording doubles the time of a run: TRACE=1 npm test, to look into a failure.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: await browserPath(),
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        DISABLED_FEATURES,
      ],
    },
  },
})
