/** Builds the player once, after the platform: its player/ is what the package builder takes. */
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build, type Plugin } from 'vite'
import { classicFrom } from './classic-scripts.ts'
import { sheetsFor } from './first-sheet.ts'
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

/** Draws the page around the course; the builder of packages runs it. */
const SHELL = fileURLToPath(new URL('../scorm/build/shell.ts', import.meta.url))

/**
 * The script of the first page and that of all others, one of the connection check, one with the words of each language,
 * two style sheets, fonts beside them.
 * @param target folder that is emptied first
 */
export async function buildPlayer(target: string): Promise<void> {
  rmSync(target, { recursive: true, force: true })
  await buildScripts({ player: 'main.ts', pages: 'pages-main.ts' }, target, 'es')
  await buildScripts({ check: 'check-main.ts' }, target)
  for (const file of readdirSync(path.join(SOURCE, 'words')))
    await buildScripts(
      { [`words-${path.basename(file, '.ts')}`]: path.join('words', file) },
      target,
    )
  splitSheet(target)
  copyFileSync(FONT_LICENCE, path.join(target, 'OFL.txt'))
}

function splitSheet(target: string): void {
  const sheet = path.join(target, 'player.css')
  const read = (file: string): string => readFileSync(file, 'utf8')
  const built = (name: string): string => read(path.join(target, name))
  const { first, rest } = sheetsFor(read(sheet), {
    shell: read(SHELL),
    first: built('player.js'),
    others: built('pages.js') + built('check.js'),
  })
  writeFileSync(path.join(target, 'first.css'), first)
  writeFileSync(sheet, rest)
}

/** @param format `es` for scripts that share code */
async function buildScripts(
  sources: Readonly<Record<string, string>>,
  target: string,
  format: 'es' | 'iife' = 'iife',
): Promise<void> {
  await build({
    configFile: false,
    root: SOURCE,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [withoutIndents, classicScripts],
    css: { postcss: { plugins: [leaveOutOfPackage] }, lightningcss: { errorRecovery: true } },
    build: {
      outDir: target,
      emptyOutDir: false,
      // The scripts need a browser of 2022 in any case (docs/decisions/scorm-package.md); styles do not.
      target: 'es2022',
      cssTarget: ['chrome92', 'firefox90', 'safari15.4', 'ios15.4'],
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(sources).map(([name, source]) => [name, path.join(SOURCE, source)]),
        ),
        checks: { pluginTimings: false },
        output: {
          format,
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
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

/** Packages are opened from files, and by systems that name scripts oddly, where modules do not run: so none is made. */
const classicScripts: Plugin = {
  name: 'alongside-classic-scripts',
  generateBundle: (_, files) => {
    const chunks = Object.values(files).filter((file) => file.type === 'chunk')
    const [shared, ...more] = chunks.filter(({ isEntry }) => !isEntry)
    if (!shared) return
    if (more.length > 0) throw new Error('The scripts of the player share more than one piece.')
    const [player, pages] = ['player.js', 'pages.js'].map((name) => files[name])
    if (player?.type !== 'chunk' || pages?.type !== 'chunk') throw new Error('No player.')
    const classic = classicFrom(shared.code, player.code, pages.code)
    player.code = classic.first
    pages.code = classic.second
    delete files[shared.fileName]
  },
}
