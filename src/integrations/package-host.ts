/** Builds the scripts of the content host: package-host/shell-12.js, shell-2004.js and guard.js. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build } from 'vite'

const SOURCE = fileURLToPath(new URL('../scorm/host/', import.meta.url))

export function packageHost(): AstroIntegration {
  return {
    name: 'alongside-package-host',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const target = path.join(fileURLToPath(dir), '..', 'package-host')
        for (const name of ['shell-12', 'shell-2004', 'guard'])
          await build({
            configFile: false,
            root: SOURCE,
            publicDir: false,
            logLevel: 'warn',
            build: {
              outDir: target,
              emptyOutDir: false,
              target: 'es2020',
              modulePreload: false,
              rolldownOptions: {
                input: path.join(SOURCE, `${name}.ts`),
                checks: { pluginTimings: false },
                output: { format: 'iife', entryFileNames: `${name}.js` },
              },
            },
          })
        logger.info('the shell of imported packages is built')
      },
    },
  }
}
