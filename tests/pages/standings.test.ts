/** Each standing on each page that tells one, in both languages: no page says otherwise than the others. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase, write } from '#db/client.ts'
import type { Standing } from '#domain/readiness/standing.ts'
import { wordsFor } from '#i18n/words.ts'
import { makeApiToken } from '#server/register/api-tokens.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { newId } from '#server/trail/new-id.ts'
import { makeCast, type Cast } from '#tests/cast.ts'
import { CASES, placeCases, REASON, type Placed } from '#tests/standings-cast.ts'
import { startServer, type StartedServer } from '#tests/start-server.ts'
import { enter } from '#tests/entry.ts'

const NOW = Date.now()
const DAY = 86_400_000
const PROGRAMME = 'kidney'
let server: StartedServer
let cast: Cast
let folder = ''
let token = ''
let people: readonly Placed[] = []
let register: ReturnType<typeof read> | undefined
let left: ReturnType<typeof read> | undefined
const cookies = new Map<string, string>()

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'alongside-standings-'))
  const url = `file:${path.join(folder, 'alongside.db')}`
  await openDatabase({ url, authToken: undefined, dataDir: folder })
  cast = await makeCast(NOW - 60 * DAY)
  const course = loadCourse('en', loadProgramme(PROGRAMME, 'en'))
  const sets = (['en', 'es'] as const).map((language) =>
    placeCases(course, PROGRAMME, cast.carla.id, language, NOW),
  )
  people = sets.flatMap((set) => set.people)
  await write([
    ...sets.flatMap(({ rows }) => rows),
    {
      sql: `INSERT INTO programme_rules (programme, second_signature, group_sessions_count, second_since, changed_by, changed_at) VALUES (?, 1, 0, ?, '', ?)`,
      args: [PROGRAMME, NOW - 90 * DAY, NOW - 90 * DAY],
    },
  ])
  const form = {
    id: newId(NOW),
    name: 'x',
    programme: PROGRAMME,
    scopes: ['mentors:read'] as const,
  }
  const made = await makeApiToken(cast.ana, { ...form, days: 30 }, NOW - 1000)
  if (made.kind === 'made') token = made.token
  for (const { id } of people) cookies.set(id, await enter({ id }, 'trainee', Date.now()))
  for (const { id } of [cast.carla, cast.ana])
    cookies.set(id, await enter({ id }, 'staff', Date.now()))
  await closeDatabase()
  server = await startServer({ dataDir: folder })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Text as a person reads it: without tags, entities turned back. */
async function read(to: string, person: string | null): Promise<{ status: number; text: string }> {
  const response = await fetch(server.origin + to, {
    redirect: 'manual',
    headers: {
      'accept-language': 'en',
      ...(person ? { cookie: `alongside=${cookies.get(person) ?? ''}` } : {}),
    },
  })
  const html = await response.text()
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
  const text = main
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
  return { status: response.status, text }
}

const wordsOf = ({ language }: Placed) => wordsFor(language, loadProgramme(PROGRAMME, language))
const isReady = ({ standing }: Placed): boolean => standing.startsWith('ready')
const placed = (as: string, language = 'en'): Placed => {
  const found = people.find((one) => one.as === as && one.language === language)
  if (!found) throw new Error(`nobody is ${as}`)
  return found
}

const EACH = (['en', 'es'] as const).flatMap((language) =>
  CASES.map(({ standing, as }) => [standing, as, language] as const),
)

describe.each(EACH)('%s (%s, %s)', (standing, as, language) => {
  test('the trainee reads one standing, in the same words, on home, sign-off and record', async () => {
    const one = placed(as, language)
    const { learn, standing: words } = wordsOf(one)
    const others = (Object.keys(words.told) as Standing[]).filter((other) => other !== standing)
    for (const to of ['/learn', '/learn/sign-off', '/record']) {
      const { status, text } = await read(to, one.id)
      expect([to, status]).toEqual([to, 200])
      // Whoever is ready is not told to ask for it.
      if (to === '/learn/sign-off' && isReady(one))
        expect(text).not.toContain(wordsOf(one).mentor.askTitle)
      if (to !== '/learn' || (standing !== 'in-training' && standing !== 'paused'))
        expect(text).toContain(words.told[standing])
      for (const other of others) expect([to, text]).not.toContain(words.told[other])
      if (!isReady(one)) {
        expect(text).not.toContain(learn.endsSoon)
        // "It holds until …"
        expect(text).not.toContain(learn.holdsUntil('~').split('~')[0])
      }
    }
  })

  test('the certificate is there for who stands on the register, and for nobody else', async () => {
    const one = placed(as, language)
    const { status } = await read('/record/certificate', one.id)
    expect(status).toBe(isReady(one) ? 200 : 303)
  })

  test('the coordinator reads the same on record and home; register, API and check page follow', async () => {
    const one = placed(as, language)
    const carla = cast.carla.id
    const { learn } = wordsFor('en', loadProgramme(PROGRAMME, 'en'))
    const record = await read(`/coordinate/${one.id}`, carla)
    expect(record.text).toContain(learn.standings[standing])
    const home = await read(
      `/coordinate?programme=${PROGRAMME}&tab=all&search=${encodeURIComponent(one.name)}`,
      carla,
    )
    expect(home.text).toContain(one.name)
    expect(home.text).toContain(learn.standings[standing])
    register ??= read(`/coordinate/register?programme=${PROGRAMME}`, carla)
    left ??= read(`/coordinate/register/left?programme=${PROGRAMME}`, carla)
    const wasReady = one.decided.some(({ decision }) => decision === undefined)
    expect((await register).text.includes(one.name)).toBe(isReady(one))
    expect((await left).text.includes(one.name)).toBe(wasReady && !isReady(one))
    const api = await fetch(`${server.origin}/api/v1/mentors/${one.id}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(api.status).toBe(isReady(one) ? 200 : 404)
    if (api.status === 200) expect(await api.json()).toMatchObject({ standing })
    if (!one.code) return
    const { mentor } = wordsFor('en', loadProgramme(PROGRAMME, 'en'))
    const check = await read(`/check/${one.code}`, null)
    expect(check.text).toContain(isReady(one) ? mentor.checkYes : mentor.checkNo)
  })
})

test('C1: a lapsed mentor’s home leads to the refresher, and says nothing of being ready', async () => {
  for (const language of ['en', 'es']) {
    const one = placed('lapsed', language)
    const { learn, standing } = wordsOf(one)
    const { text } = await read('/learn', one.id)
    expect(text).toContain(standing.refresherDo)
    expect(text).not.toContain(` ${learn.carryOn} `)
    expect(text).not.toContain(`${learn.decisions.ready} –`)
  }
})

test('C2: with a second signature open the sign-off page says so, and asks for nothing', async () => {
  const { text } = await read('/learn/sign-off', placed('second').id)
  expect(text).toContain('One more signature is missing. You are not on the register until then.')
  expect(text).not.toContain('Your sign-off holds.')
  expect(text).not.toContain(wordsOf(placed('second')).mentor.askAnyTime)
})

test('C3: "Not this role": the decision and its words come first, then whom to call; no course is pushed', async () => {
  for (const language of ['en', 'es']) {
    const one = placed('other', language)
    const { learn, standing, signOff } = wordsOf(one)
    const { text } = await read('/learn', one.id)
    const at = (part: string): number => text.indexOf(part)
    expect(at(standing.told['not-this-role'])).toBeGreaterThan(0)
    expect(at(REASON)).toBeGreaterThan(at(standing.told['not-this-role']))
    expect(at(standing.callTitle)).toBeGreaterThan(at(REASON))
    expect(text).toContain(loadProgramme(PROGRAMME, one.language).contact.phone)
    for (const pushed of [learn.startHere, learn.carryOn, learn.road, signOff.rows.practise])
      expect(text).not.toContain(pushed)
    const record = await read(`/coordinate/${one.id}`, cast.carla.id)
    expect(record.text).not.toContain(`${signOff.rows.practise}:`)
  }
})

test('C3: "More practice first" does say what to practise', async () => {
  const one = placed('practice')
  expect((await read('/learn', one.id)).text).toContain(`${wordsOf(one).signOff.rows.practise}:`)
})

test('C4: with everything done "Ask for sign-off" is the button, and an arrival says what comes next and when', async () => {
  for (const language of ['en', 'es']) {
    const one = placed('arrived', language)
    const { mentor, standing } = wordsOf(one)
    const programme = loadProgramme(PROGRAMME, one.language)
    const { contact } = programme
    const sessions = loadCourse(one.language, programme).modules.flatMap(
      (module) => module.sessions,
    )
    expect(sessions.length).toBeGreaterThan(8)
    expect((await read('/learn', one.id)).text).toContain(mentor.askDo)
    const { text } = await read('/learn/arrival', one.id)
    for (const said of [
      standing.arrival.title,
      standing.arrival.sessions(sessions.length),
      standing.arrival.ask(contact.replies),
      mentor.askDo,
    ])
      expect(text).toContain(said)
    // In the middle of the course nobody arrives.
    expect((await read('/learn/arrival', placed('new', language).id)).status).toBe(303)
  }
  const asks = await fetch(`${server.origin}/learn/sign-off`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: server.origin,
      'content-type': 'application/x-www-form-urlencoded',
      cookie: `alongside=${cookies.get(placed('arrived').id) ?? ''}`,
    },
    body: `act=ask&owner=${placed('arrived').id}`,
  })
  expect(asks.headers.get('location')).toBe('/learn/sign-off')
  const { text } = await read('/learn/sign-off', placed('arrived').id)
  const { contact } = loadProgramme(PROGRAMME, 'en')
  expect(text).toContain(wordsOf(placed('arrived')).standing.next.asked(contact.replies))
})

test('C9: a renewal that waits is told as one; the old sign-off stays on register and certificate', async () => {
  for (const [as, open] of [
    ['renewed', 'second-signature'],
    ['resign', 'commitment'],
  ] as const) {
    const one = placed(as)
    const words = wordsOf(one)
    const { text } = await read('/learn', one.id)
    expect(text).toContain(words.standing.renewal[open]('May 1, 2099'))
    const record = await read(`/coordinate/${one.id}`, cast.carla.id)
    expect(record.text).toContain(words.signOff.renewalWaits[open])
  }
})
