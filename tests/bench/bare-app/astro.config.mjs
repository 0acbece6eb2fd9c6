/** The limit beside which pages are measured: what Astro, drizzle and libSQL cost with next to nothing in between. */
import node from '@astrojs/node'
import { defineConfig } from 'astro/config'

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware' }),
  compressHTML: true,
  session: false,
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  devToolbar: { enabled: false },
  security: { checkOrigin: false },
  build: { inlineStylesheets: 'never' },
})
