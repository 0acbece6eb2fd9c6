/** What is measured and its limits, each started when a part first asks for it, all in the folder of this bench. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '#cli/modern-node.mjs'
import type { StartedServer } from '#tests/start-server.ts'
import { look } from './look.ts'
import type { Product } from './product.ts'
import { WentWrong, type Target, type Wanted } from './load.ts'

export interface Stage {
  readonly folder: string
  readonly isLong: boolean
  /** How often each figure is taken, the product and its limits in turn. */
  readonly repetitions: number
  /** How long each load lasts. */
  readonly seconds: number
  product(): Promise<Product>
  bare(): Promise<Limit>
  /** One more of it, with nothing in its database. */
  startBare(): Promise<Limit>
  /** Builds it anew. */
  buildBare(): Promise<void>
  plain(): Promise<Limit>
  /** Ends what it started. */
  stop(): Promise<void>
}

/** A process beside the product. */
export interface Limit {
  readonly origin: string
  readonly pid: number
  stop(): void
}

const HERE = path.join(ROOT, 'tests/bench')

export function setStage(folder: string, long: boolean): Stage {
  const children: ChildProcess[] = []
  const made = new Map<string, Promise<unknown>>()
  const one = <T>(name: string, make: () => Promise<T>): Promise<T> => {
    const found = made.get(name) ?? make()
    made.set(name, found)
    return found as Promise<T>
  }
  const servers: StartedServer[] = []
  const product = (): Promise<Product> =>
    one('product', async () => {
      // Reads the course of the build that is there by now.
      const { startProduct } = await import('./product.ts')
      const started = await startProduct(folder)
      servers.push(started.server)
      return started
    })
  const lesson = (): Promise<string> =>
    one('lesson', async () => writeLesson(folder, await product()))
  const limit = async (
    program: string,
    env: Record<string, string>,
    first: Wanted,
  ): Promise<Limit> => {
    const { child, origin } = await startLimit(program, folder, env)
    children.push(child)
    await look(origin, first, '<h1')
    return { origin, pid: child.pid ?? 0, stop: () => void child.kill('SIGKILL') }
  }
  const copied = () => one('copied', async () => copyBare(folder))
  const startBare = async (): Promise<Limit> => {
    const entry = await one('bare-entry', async () => buildBare(await copied()))
    const env = bareEnv(folder, entry, await lesson())
    return limit(path.join(HERE, 'bare-app/serve.mjs'), env, bareLesson)
  }
  return {
    folder,
    isLong: long,
    repetitions: long ? 7 : 3,
    seconds: long ? 10 : 2,
    product,
    startBare,
    buildBare: async () => void (await buildBare(await copied())),
    bare: () => one('bare', startBare),
    plain: () =>
      one('plain', async () => {
        const page = path.join(folder, 'plain.html')
        const { pageOf } = await product()
        writeFileSync(page, plainly(await pageOf('lesson')))
        return limit(path.join(HERE, 'processes/plain.ts'), { PLAIN_PAGE: page }, plain)
      }),
    async stop() {
      for (const child of children) child.kill('SIGKILL')
      await Promise.all(servers.map((server) => server.kill()))
    },
  }
}

/** The bare app's own copy, so that nothing of its build stays in the project. */
function copyBare(folder: string): string {
  const root = path.join(folder, 'bare-app')
  cpSync(path.join(HERE, 'bare-app'), root, { recursive: true })
  const packages = path.join(folder, 'node_modules')
  if (!existsSync(packages)) symlinkSync(path.join(ROOT, 'node_modules'), packages)
  return root
}

/** @returns the built entry */
async function buildBare(root: string): Promise<string> {
  const astro = path.join(ROOT, 'node_modules/astro/bin/astro.mjs')
  await run([astro, 'build', '--root', root], path.dirname(root))
  return path.join(root, 'dist/server/entry.mjs')
}

function bareEnv(folder: string, entry: string, lesson: string) {
  const data = mkdtempSync(path.join(folder, 'bare-data-'))
  return {
    BARE_ENTRY: entry,
    BARE_LESSON: lesson,
    BARE_DATABASE: path.join(data, 'bare.db'),
  }
}

/** The same page with nothing to fetch, and as long. */
function plainly(page: string): string {
  const plain = page
    .replace(
      /<script[\s\S]*?<\/script>|<link[^>]*>|<svg[\s\S]*?<\/svg>|<img[^>]*>|<style[\s\S]*?<\/style>/g,
      '',
    )
    .replace('<head>', '<head><link rel="icon" href="data:,">')
  return `${plain}<!--${'x'.repeat(Math.max(0, page.length - plain.length))}-->`
}

/** The words of our lesson page for theirs, so that both send as much. */
async function writeLesson(folder: string, { pageOf }: Product): Promise<string> {
  const page = await pageOf('lesson')
  const html = /<main[^>]*>([\s\S]*)<\/main>/.exec(page)?.[1] ?? ''
  const rest = page.length - html.length
  if (!html) throw new WentWrong('The lesson page has no main part.')
  const file = path.join(folder, 'lesson.json')
  // Their frame is shorter than ours: a comment makes up for it.
  const filled = `${html}<!--${'x'.repeat(Math.max(0, rest - 900))}-->`
  writeFileSync(file, JSON.stringify({ title: 'A lesson', html: filled }))
  return file
}

const cleanEnv = (folder: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: folder,
  TMPDIR: folder,
  ALONGSIDE_CONFIG: 'none',
  ASTRO_TELEMETRY_DISABLED: '1',
})

/** @throws WentWrong with what it printed */
export async function run(
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...cleanEnv(folder), ...env },
  })
  let said = ''
  for (const output of [child.stdout, child.stderr])
    output.on('data', (chunk) => (said += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new WentWrong(`${args.join(' ')} ended with ${String(code)}:\n${said}`)
  return said
}

/** It prints its port when it listens. */
async function startLimit(program: string, folder: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...cleanEnv(folder), ...env },
  })
  const told = await Promise.race([
    once(child.stdout, 'data').then(([chunk]) => String(chunk).trim()),
    once(child, 'exit').then(() => ''),
  ])
  if (!/^\d+$/.test(told)) throw new WentWrong(`${path.basename(program)} did not start.`)
  return { child, origin: `http://127.0.0.1:${told}` }
}

/** What the bare app is asked for. */
const BARE_COOKIE = 'session=nadia'
const bareLesson: Wanted = { path: '/lesson', cookie: BARE_COOKIE, status: 200 }
const plain: Wanted = { path: '/', status: 200 }
const bareSave: Wanted = {
  path: '/save',
  status: 303,
  form: () => ({
    cookie: BARE_COOKIE,
    body: `id=${crypto.randomUUID()}&item=consent%2Fquiz%2Fwho-decides&value=rosa`,
  }),
}
export const barePage = ({ origin }: Limit): Target => ({
  ...{ name: 'The bare app’s lesson', origin, asks: [bareLesson] },
})
export const bareWrite = ({ origin }: Limit): Target => ({
  ...{ name: 'The bare app’s save', origin, asks: [bareSave] },
})
export const bareMix = ({ origin }: Limit): Target => ({
  ...{ name: 'The bare app', origin, asks: [bareLesson, bareLesson, bareLesson, bareSave] },
})
export const plainPage = ({ origin }: Limit): Target => ({
  ...{ name: 'Plain HTML', origin, asks: [plain] },
})
