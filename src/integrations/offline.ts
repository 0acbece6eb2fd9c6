/** Builds what runs the course without a connection: the script of /saved, and the worker that keeps both and what they need. */
import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build } from 'vite'

const SOURCE = fileURLToPath(new URL('../', import.meta.url))
/** What the page names until they are built: what runs the course, what searches in it, and the words of each variety of a language. */
const SCRIPTS: Readonly<Record<string, string>> = {
  '/saved.js': 'player/saved/main.ts',
  '/saved-search.js': 'offline/search/main.ts',
  '/saved-words-en.js': 'player/saved/words/en.ts',
  '/saved-words-en-gb.js': 'player/saved/words/en-GB.ts',
  '/saved-words-es.js': 'player/saved/words/es.ts',
}
const PAGE = '/saved'
const AROUND = ['/favicon.svg', '/manifest.webmanifest', '/icons/180.png', '/icons/192.png']

export function offline(): AstroIntegration {
  return {
    name: 'alongside-offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const client = fileURLToPath(dir)
        for (const [address, source] of Object.entries(SCRIPTS)) {
          await bundle(source, address, client)
          nameByContent(address, client)
        }
        const files = filesOf(client)
        await bundle('offline/worker/main.ts', '/sw.js', client, {
          RELEASE: JSON.stringify(releaseOf(client, files)),
          FILES: JSON.stringify(files),
        })
        logger.info(`the page without a connection is built: ${files.length} files`)
      },
    },
  }
}

const bundle = (
  source: string,
  address: string,
  target: string,
  define: Record<string, string> = {},
) =>
  build({
    configFile: false,
    root: SOURCE,
    publicDir: false,
    logLevel: 'warn',
    define,
    build: {
      outDir: target,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: path.join(SOURCE, source),
        checks: { pluginTimings: false },
        output: { format: 'iife', entryFileNames: address.slice(1) },
      },
    },
  })

const pageFile = (client: string): string => path.join(client, `${PAGE}/index.html`)

/** So a page of one release never gets the script of another. */
function nameByContent(address: string, client: string): void {
  const page = readFileSync(pageFile(client), 'utf8')
  if (!page.includes(`"${address}"`)) throw new Error(`${PAGE} does not name ${address}.`)
  const hash = hashOf([readFileSync(path.join(client, address))])
  const name = `/_astro${address.replace(/\.js$/, `.${hash}.js`)}`
  renameSync(path.join(client, address), path.join(client, name))
  writeFileSync(pageFile(client), page.replace(`"${address}"`, `"${name}"`))
}

/** The page, what it names, and what its style sheet names. */
function filesOf(client: string): string[] {
  const page = readFileSync(pageFile(client), 'utf8')
  const named = [...page.matchAll(/"(\/_astro\/[^"]+)"/g)].map(([, name = '']) => name)
  const fonts = named
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => [
      ...readFileSync(path.join(client, name), 'utf8').matchAll(/url\(["']?(\/_astro\/[^"')]+)/g),
    ])
    .map(([, name = '']) => name)
  return [...new Set([PAGE, ...named, ...fonts, ...AROUND])]
}

const releaseOf = (client: string, files: readonly string[]): string =>
  hashOf(
    files.map((name) => readFileSync(name === PAGE ? pageFile(client) : path.join(client, name))),
  )

function hashOf(contents: readonly Buffer[]): string {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content)
  return hash.digest('hex').slice(0, 12)
}
