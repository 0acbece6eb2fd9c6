import mdx from '@astrojs/mdx'
import node from '@astrojs/node'
import { defineConfig } from 'astro/config'
import { course } from './src/integrations/course.ts'
import { offline } from './src/integrations/offline.ts'
import { packageHost } from './src/integrations/package-host.ts'
import { player } from './src/integrations/player.ts'
import { release } from './src/integrations/release.ts'
import { leaveOut } from './src/integrations/leave-out.ts'

/**
 * What the scripts of pages have in common, in one file: each has some hundred bytes by itself and a thousand of headers,
 * and a script waits for what it imports.
 */
const TOGETHER = [
  {
    name: 'every-page',
    test: /\/src\/(browser\/(enhance|later-events|ours)|domain\/(course\/language|people\/form-owner)|read-aloud\/offer)\.ts$/,
  },
]

export default defineConfig({
  output: 'server',
  // `npm run build` names a folder for each build (src/builds.mjs); what is built by hand is served by nobody.
  outDir: './dist/by-hand/',
  // A page goes out whole: pieces cost more than they hasten, and what goes wrong while it is drawn is an answer of its own.
  adapter: node({ mode: 'middleware', experimentalDisableStreaming: true }),
  integrations: [mdx(), course(), player(), packageHost(), offline(), release()],
  cacheDir: './.astro/',
  compressHTML: true,
  session: false,
  // No picture is made at a request: without this the build would need sharp to run.
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  trailingSlash: 'ignore',
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  security: { checkOrigin: false },
  build: { inlineStylesheets: 'never' },
  vite: {
    // Without names of browsers a line and its thickness become one declaration, which WebKit drops.
    build: { assetsInlineLimit: 0, cssTarget: ['chrome111', 'firefox114', 'safari16.4'] },
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: TOGETHER } } } } },
    },
    css: { postcss: { plugins: [leaveOut] }, lightningcss: { errorRecovery: true } },
  },
})
