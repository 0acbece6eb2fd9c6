/** Builds the player once, after the platform: its player/ is what the package builder takes. */
import { copyFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build, type Plugin } from 'vite'
import { leaveOutOfPackage } from './leave-out.ts'

export function player(): AstroIntegration {
  return {
    name: 'alongside-player',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        await buildPlayer(path.join(fileURLToPath(dir), '..', 'player'))
        logger.info('the player of the packages is built')
      },
    },
  }
}

const SOURCE = fileURLToPath(new URL('../player/', import.meta.url))
/** The typeface may only travel with its licence. */
const FONT_LICENCE = fileURLToPath(new URL('../styles/fonts/OFL.txt', import.meta.url))

/**
 * A script for each of the two pages, one with the words of each language, one style sheet, fonts beside them.
 * @param target folder that is emptied first
 */
export async function buildPlayer(target: string): Promise<void> {
  rmSync(target, { recursive: true, force: true })
  await buildScript('main.ts', 'player.js', target)
  await buildScript('check-main.ts', 'check.js', target)
  for (const file of readdirSync(path.join(SOURCE, 'words')))
    await buildScript(path.join('words', file), `words-${path.basename(file, '.ts')}.js`, target)
  copyFileSync(FONT_LICENCE, path.join(target, 'OFL.txt'))
}

async function buildScript(source: string, name: string, target: string): Promise<void> {
  await build({
    configFile: false,
    root: SOURCE,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [withoutIndents],
    css: { postcss: { plugins: [leaveOutOfPackage] }, lightningcss: { errorRecovery: true } },
    build: {
      outDir: target,
      emptyOutDir: false,
      // The scripts need a browser of 2022 in any case (docs/decisions/scorm-package.md); styles do not.
      target: 'es2022',
      cssTarget: 'es2019',
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: path.join(SOURCE, source),
        checks: { pluginTimings: false },
        output: {
          format: 'iife',
          entryFileNames: name,
          assetFileNames: ({ names }) =>
            names.some((name) => name.endsWith('.css')) ? 'player.css' : '[name][extname]',
        },
      },
    },
  })
}

/** What is left of line ends in a script that was made small stands in drawings, where one white space is as good as ten. */
const withoutIndents: Plugin = {
  name: 'alongside-without-indents',
  generateBundle: (_, files) => {
    for (const file of Object.values(files))
      if (file.type === 'chunk') file.code = file.code.replaceAll(/\n\s+/g, '\n')
  },
}
