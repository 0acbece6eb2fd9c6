/** Where a lesson page goes: the processor's own samples of the server under load, by package and by folder of ours. */
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { startServer } from '#tests/start-server.ts'
import { press } from '../load.ts'
import { look } from '../look.ts'
import type { Measured } from '../part.ts'
import { PATHS } from '../product.ts'
import type { Stage } from '../stage.ts'

interface Profile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const IDLE = ['(idle)', '(program)', '(root)']
const SHOWN = 14

export async function measure(stage: Stage): Promise<Measured> {
  const { begun } = await stage.product()
  const dataDir = path.join(stage.folder, 'profiled')
  cpSync(begun.dataDir, dataDir, { recursive: true })
  const profiles = path.join(stage.folder, 'profiles')
  mkdirSync(profiles)
  const options = `--cpu-prof --cpu-prof-dir=${profiles}`
  const server = await startServer({ dataDir, env: { NODE_OPTIONS: options } })
  const wanted = { path: PATHS.lesson[0], cookie: begun.trainee, status: 200 }
  await look(server.origin, wanted, PATHS.lesson[2])
  const target = { name: 'The lesson', origin: server.origin, asks: [wanted] }
  // Long enough that the start is a small part of it.
  const { answered } = await press(target, { clients: 2, seconds: stage.seconds * 10 })
  await server.stop()
  const largest = readdirSync(profiles)
    .map((name) => readFileSync(path.join(profiles, name), 'utf8'))
    .toSorted((a, b) => b.length - a.length)[0]
  const shares = sharesOf(JSON.parse(largest ?? '') as Profile)
  const rows = shares.slice(0, SHOWN).map(([name, share]) => [name, (share * 100).toFixed(1)])
  const title = `Where the server’s processor time goes: ${answered} lesson pages, and its start`
  return { json: { answered, shares }, tables: [{ title, head: ['', '%'], rows }] }
}

function sharesOf({ nodes, samples, timeDeltas }: Profile): [string, number][] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const by = new Map<string, number>()
  let total = 0
  for (const [at, id] of samples.entries()) {
    const frame = frames.get(id)
    if (!frame || IDLE.includes(frame.functionName)) continue
    const took = timeDeltas[at] ?? 0
    const name = placeOf(frame)
    by.set(name, (by.get(name) ?? 0) + took)
    total += took
  }
  return [...by]
    .map(([name, took]): [string, number] => [name, took / total])
    .toSorted(([, a], [, b]) => b - a)
}

/** A package, a part of Node, or a file of the build: never a path of this machine. */
function placeOf({ functionName, url }: Profile['nodes'][number]['callFrame']): string {
  const [, dependency] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? []
  if (dependency) return dependency
  if (!url) return `in Node, native: ${functionName || '(unnamed)'}`
  if (url.startsWith('node:')) return url.split('/').slice(0, 2).join('/')
  const [, ours] = /\/((?:src|db)\/[^/]+|server\/.*)$/.exec(url) ?? []
  // Chunks of a build are named by what stands first in them.
  return ours ? ours.replace(/[_.][\w-]{8}\.mjs$/, '') : 'something else'
}
