/**
 * `npm run bench`: how fast the product is beside its limits, which it starts itself, in one run. Ratios, never assertions.
 * `npm run bench -- NAME…` takes only these parts; --long takes each figure more often, and for longer.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '#cli/modern-node.mjs'
import { buildIfNeeded } from '#cli/prepare.mjs'
import { browserPath } from '#tests/browser-path.ts'
import { markdown } from './figures.ts'
import { keepClean } from './keep-clean.ts'
import { machine, machineWords } from './machine.ts'
import type { Measured } from './part.ts'
import { run, setStage, type Stage } from './stage.ts'

type Part = (stage: Stage) => Promise<Measured>

/** Read when they are asked for: most of them read the course of the build. */
const PARTS: Readonly<Record<string, Part>> = {
  pages: async (stage) => (await import('./parts/pages.ts')).measure(stage),
  writes: async (stage) => (await import('./parts/writes.ts')).measure(stage),
  start: async (stage) => (await import('./parts/start.ts')).measure(stage),
  people: async (stage) => (await import('./parts/people.ts')).measure(stage),
  browser: async (stage) => (await import('./parts/browser.ts')).measure(stage),
  profile: async (stage) => (await import('./parts/profile.ts')).measure(stage),
  build: async (stage) => (await import('./parts/build.ts')).measure(stage),
  crowd: async (stage) => (await import('./parts/crowd.ts')).measure(stage),
  lasting: async (stage) => (await import('./parts/lasting.ts')).measure(stage),
  several: (stage) => script('several.ts', stage),
  package: (stage) => script('package.ts', stage),
}

/** A program of its own, which says what it measured line by line. */
async function script(name: string, { folder }: Stage): Promise<Measured> {
  const { TEST_BROWSER = '', TEST_WORKER_INDEX = '' } = process.env
  const env = { TEST_BROWSER, TEST_WORKER_INDEX }
  const said = await run([path.join('tests/bench', name)], folder, env)
  console.log(`### ${name}\n\n${said}`)
  return { tables: [], json: said.trim().split('\n') }
}

const WHERE = ['DATABASE_URL', 'DATABASE_AUTH_TOKEN', 'DATA_DIR']
const IN_BROWSER = ['browser']
const RESULT = 'test-results/bench.json'

const words = process.argv.slice(2)
const long = words.includes('--long')
const named = words.filter((word) => word !== '--long')
refuse()
process.chdir(ROOT)
process.env['ALONGSIDE_CONFIG'] = 'none'
// Before there is a temporary folder of our own: it is unpacked once for all tests.
if (!named.length || named.some((name) => IN_BROWSER.includes(name))) {
  process.env['TEST_WORKER_INDEX'] = 'bench'
  process.env['TEST_BROWSER'] = await browserPath()
}
await keepClean(measureAll)

async function measureAll(folder: string): Promise<void> {
  buildIfNeeded({ orOlder: false })
  const about = machine()
  console.log(`\n${machineWords(about)}\n`)
  const stage = setStage(folder, long)
  const parts: Record<string, unknown> = {}
  const result = { at: new Date().toISOString(), long, ...about, parts }
  try {
    for (const [name, part] of Object.entries(PARTS)) {
      if (named.length && !named.includes(name)) continue
      const measured = await part(stage)
      for (const table of measured.tables) console.log(markdown(table))
      parts[name] = measured.json
    }
  } finally {
    await stage.stop()
  }
  mkdirSync(path.dirname(RESULT), { recursive: true })
  writeFileSync(RESULT, `${JSON.stringify(result, null, 2)}\n`)
  console.log(`All of it, with every spread: ${RESULT}`)
}

/** Its load would be written into a database of people, and counted among their answers. */
function refuse(): void {
  const set = WHERE.filter((name) => process.env[name] !== undefined)
  const unknown = named.filter((name) => !(name in PARTS))
  if (set.length)
    console.error(
      `The bench makes a database of its own in a temporary folder and never touches another one: take ${set.join(' and ')} out of the environment.`,
    )
  if (unknown.length)
    console.error(
      `${unknown.join(', ')}: no part of the bench. There are ${Object.keys(PARTS).join(', ')}, and --long.`,
    )
  if (set.length || unknown.length) process.exit(2)
}
