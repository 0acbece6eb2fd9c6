/**
 * `npm run bench`: how fast the product is beside its limits, which it starts itself, in one run. Ratios, never assertions.
 * `npm run bench -- NAME…` takes only these parts; --long takes each figure more often, and for longer.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { modernNode, ROOT } from '#cli/modern-node.mjs'
import { buildIfNeeded } from '#cli/prepare.mjs'
import { markdown } from './figures.ts'
import { WentWrong } from './load.ts'
import { machine, machineWords } from './machine.ts'
import type { Measured } from './part.ts'
import { run, setStage, type Stage } from './stage.ts'

type Part = (stage: Stage) => Promise<Measured>

/** Read when they are asked for: most of them read the course of the build. */
const PARTS: Readonly<Record<string, Part>> = {
  pages: async (stage) => (await import('./parts/pages.ts')).measure(stage),
  writes: async (stage) => (await import('./parts/writes.ts')).measure(stage),
  several: (stage) => script('several.ts', stage),
}

/** A program of its own, which says what it measured line by line. */
async function script(name: string, { folder }: Stage): Promise<Measured> {
  const said = await run([path.join('tests/bench', name)], folder)
  console.log(`### ${name}\n\n${said}`)
  return { tables: [], json: said.trim().split('\n') }
}

const WHERE = ['DATABASE_URL', 'DATABASE_AUTH_TOKEN', 'DATA_DIR']
const RESULT = 'test-results/bench.json'

const words = process.argv.slice(2)
const long = words.includes('--long')
const named = words.filter((word) => word !== '--long')
refuse()
process.chdir(ROOT)
process.env['ALONGSIDE_CONFIG'] = 'none'
endWithStarter()
const folder = ownFolder()
const tidy = spawn(modernNode(), [path.join(import.meta.dirname, 'processes/tidy.ts'), folder], {
  detached: true,
  stdio: ['pipe', 'ignore', 'inherit'],
})
// From here on all that is temporary is in it, also what somebody else makes, and whoever is started is known by it.
process.env['TMPDIR'] = folder
buildIfNeeded({ orOlder: false })
process.env['DATA_DIR'] = path.join(folder, 'data')
const failed = await measureAll().then(
  () => false,
  (error: unknown) => {
    console.error(error instanceof WentWrong ? `\n${error.message}` : error)
    return true
  },
)
tidy.stdin?.end()
await once(tidy, 'exit')
process.exit(failed ? 1 : 0)

async function measureAll(): Promise<void> {
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

function ownFolder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'alongside-bench-'))
  mkdirSync(path.join(made, 'data'))
  return made
}

/** Whoever ends `npm run bench` ends this, too. */
function endWithStarter(): void {
  if (process.env['BENCH_STARTER'] === undefined) return
  const starter = process.ppid
  setInterval(() => process.ppid !== starter && process.exit(1), 200).unref()
}
