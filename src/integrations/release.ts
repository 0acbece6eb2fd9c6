/**
 * Makes a release of a build: its folder `run` holds the code of server and command and the packages that these need, so that it
 * runs without the project's folder. The project's own code runs the build beside it, with the project's packages.
 */
import { copyFileSync, cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { RELEASE, RUN, version } from '#builds.mjs'
import { carryPackages } from './carry-packages.ts'
import { linkFolder } from './link-folder.ts'

/** What only the build reads, or what it has put into Astro's bundle and the scripts of pages. */
const BUILT_IN =
  /^src\/(astro-files\.d\.ts|browser|components|content\.config\.ts|env\.d\.ts|integrations|layouts|middleware\.ts|offline|pages|player|read-aloud|scorm\/host|styles)(\/|$)/
/** drizzle-kit's memory of each schema: it makes migrations, and nobody runs it here. */
const OF_TOOLS = /^db\/migrations\/meta\/\d+_snapshot\.json$/
const TEXTS = ['package.json', 'CHANGELOG.md', 'LICENSE']

export function release(): AstroIntegration {
  return {
    name: 'alongside-release',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const built = path.join(fileURLToPath(dir), '..')
        const folder = path.join(built, RUN)
        for (const room of ['src', 'db'])
          cpSync(room, path.join(folder, room), {
            recursive: true,
            filter: (file) => !BUILT_IN.test(slashed(file)) && !OF_TOOLS.test(slashed(file)),
          })
        for (const text of TEXTS) copyFileSync(text, path.join(folder, text))
        linkFolder(path.join(built, 'server'), path.join(folder, 'server'))
        const { packages, files } = carryPackages(folder)
        writeLauncher(path.dirname(built))
        // Last: a folder with it is whole.
        writeFileSync(
          path.join(folder, RELEASE),
          `${JSON.stringify({ version: version(), build: path.basename(built) })}\n`,
        )
        logger.info(`the release carries ${packages} packages (${files} files)`)
      },
    },
  }
}

const slashed = (file: string): string => file.split(path.sep).join('/')

/** The one name that stays: it takes the newest release (src/builds.mjs). */
function writeLauncher(dist: string): void {
  mkdirSync(dist, { recursive: true })
  const file = path.join(dist, 'alongside.mjs')
  writeFileSync(
    `${file}.next`,
    [
      '// Runs the newest release: `node dist/alongside.mjs serve`, or any other command of alongside.',
      "import { readFileSync } from 'node:fs'",
      "const release = readFileSync(new URL('current', import.meta.url), 'utf8').trim()",
      'await import(new URL(`${release}/run/src/cli/alongside.mjs`, import.meta.url).href)',
      '',
    ].join('\n'),
  )
  renameSync(`${file}.next`, file)
}
