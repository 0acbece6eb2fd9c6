/**
 * Pages and saved answers of one and of two processes on one libSQL server, near and 20 ms away: medians of three rounds, never
 * an assertion. Servers, database, proxy and whoever asks share this machine. `node tests/bench/several.ts`
 */
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { write, type Query } from '#db/client.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { newId } from '#server/trail/new-id.ts'
import { enter } from '#tests/entry.ts'
import { askAt } from '#tests/several/ask.ts'
import { layLine, type Line } from '#tests/several/line.ts'
import { spreadOver } from '#tests/several/spread.ts'
import { startTwo, type Two } from '#tests/several/two-servers.ts'

const ROUNDS = 3
const ALONE = 20
const AT_ONCE = 16
const SECONDS = 5
const PAGES = ['/learn', '/learn/consent/waiting-for-consent', '/learn/consent/quiz/who-decides']

interface Somebody {
  readonly id: string
  readonly cookie: string
}

console.log(`${availableParallelism()} cores, Node ${process.version}`)
for (const ms of [0, 20]) {
  const lines: Line[] = []
  const two = await startTwo({ TRUSTED_PROXY_HOPS: '1' }, async (sqld) => {
    const line = await layLine(sqld.port, ms)
    lines.push(line)
    return line.url
  })
  const people = await makePeople()
  for (const processes of [2, 1]) {
    if (processes === 1) await two.servers[1]?.kill()
    const port = Number(two.host.split(':')[1])
    const spread = await spreadOver(port, two.ports.slice(0, processes), false)
    // Until everything was asked once.
    await round(two, people, 1)
    const rounds: Round[] = []
    for (let n = 0; n < ROUNDS; n++) rounds.push(await round(two, people, SECONDS))
    const of = (name: keyof Round): string => median(rounds.map((one) => one[name])).toFixed(1)
    console.log(
      `${processes} on one sqld, ${ms} ms: page ${of('page')} ms, saved ${of('saved')} ms; ` +
        `${AT_ONCE} at once: ${of('perSecond')} a second (a quarter saves), half within ${of('half')} ms, 95 of 100 within ${of('most')} ms, ${of('wrong')} wrong; ` +
        `processor for each: ${of('server')} ms of the servers, ${of('sqld')} ms of sqld`,
    )
    await spread.stop()
  }
  await two.stop()
  for (const line of lines) line.close()
}

interface Round {
  readonly page: number
  readonly saved: number
  readonly perSecond: number
  readonly half: number
  readonly most: number
  readonly wrong: number
  /** Milliseconds of a processor for each request: how busy the machine is with other things does not change them much. */
  readonly server: number
  readonly sqld: number
}

/** Milliseconds of a processor that a process has used. */
function used(pid: number): number {
  const [, rest = ''] = /\) (.*)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
  const fields = rest.split(' ')
  // In hundredths of a second: user and system.
  return (Number(fields[11]) + Number(fields[12])) * 10
}

async function round(two: Two, people: readonly Somebody[], seconds: number): Promise<Round> {
  const port = Number(two.host.split(':')[1])
  const get = (n: number, { cookie }: Somebody) =>
    askAt(port, two.host, PAGES[n % PAGES.length] ?? '', { cookie })
  const save = ({ id, cookie }: Somebody) =>
    askAt(port, two.host, '/learn/consent/quiz/who-decides', {
      cookie,
      form: {
        ...{ owner: id, record: newId(Date.now()), attempt: newId(Date.now()), option: 'rosa' },
      },
    })
  const [first] = people
  if (!first) throw new Error('nobody')
  const alone = { page: [] as number[], saved: [] as number[] }
  for (let n = 0; n < ALONE; n++) {
    alone.page.push((await get(n, people[n % people.length] ?? first)).took)
    alone.saved.push((await save(people[n % people.length] ?? first)).took)
  }
  const took: number[] = []
  let wrong = 0
  const running = (): number[] =>
    two.servers.map(({ pid }) => (existsSync(`/proc/${pid}/stat`) ? used(pid) : 0))
  const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)
  const before = { server: sum(running()), sqld: used(two.sqld.pid()) }
  const until = performance.now() + seconds * 1000
  await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, at) => {
      for (let n = at; performance.now() < until; n++) {
        const somebody = people[(n * AT_ONCE + at) % people.length] ?? first
        const told = await (n % 4 === 3 ? save(somebody) : get(n, somebody))
        took.push(told.took)
        if (told.status !== 200 && told.status !== 303) wrong++
      }
    }),
  )
  took.sort((a, b) => a - b)
  return {
    page: median(alone.page),
    saved: median(alone.saved),
    perSecond: took.length / seconds,
    half: took[Math.floor(took.length / 2)] ?? 0,
    most: took[Math.floor(took.length * 0.95)] ?? 0,
    wrong,
    server: (sum(running()) - before.server) / took.length,
    sqld: (used(two.sqld.pid()) - before.sqld) / took.length,
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

async function makePeople(): Promise<Somebody[]> {
  const now = Date.now()
  const ids = Array.from({ length: 200 }, () => newId(now))
  await write(
    ids.flatMap((id, n): Query[] => [
      insertPerson({
        ...{ id, signInName: `t${n}`, name: `Trainee ${n}`, language: 'en', createdAt: now },
      }),
      insertRole({ person: id, role: 'trainee', programme: 'kidney', createdAt: now }),
    ]),
  )
  const made: Somebody[] = []
  for (const id of ids)
    made.push({ id, cookie: `alongside=${await enter({ id }, 'trainee', now)}` })
  return made
}
