/** What the mentor's home and the coordinator's record say after a sign-off: the same thing at the same time. */
import { createClient } from '@libsql/client'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { wordsIn } from '#i18n/words.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Name } from '#tests/cast.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())

const en = wordsIn('en')
const get = async (to: string, as: Name | null): Promise<string> =>
  (await site.ask('GET', site.fill(to), { as })).text
async function post(to: string, as: Name, body: Readonly<Record<string, string>>) {
  const answer = await site.ask('POST', site.fill(to), { as, body })
  expect(answer.status, `${to} ${JSON.stringify(body)}`).toBe(303)
  return answer.location
}

/** Whether Joyce reads that her first review is due, and Gwen that she owes it. */
const reviewIsDue = async (): Promise<readonly [boolean, boolean]> => [
  (await get('/learn', 'joyce')).includes(en.reviews.lineFirstDue),
  new RegExp(`/reviews">\\s*${en.evidence.reasons.review}`).test(
    await get('/coordinate/{joyce}', 'gwen'),
  ),
]

test('a review is due after three meetings, rests in a pause, and is over with the sign-off', async () => {
  await post('/learn/commitment', 'joyce', { declaredName: 'Joyce' })
  const [yesterday = '', today = ''] = [1, 0].map((days) =>
    new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10),
  )
  const note = (day: string) =>
    post('/learn/reviews', 'joyce', { act: 'note', id: newId(Date.now()), day })
  await note(yesterday)
  await note(yesterday)
  expect(await reviewIsDue()).toEqual([false, false])
  await note(today)
  expect(await reviewIsDue()).toEqual([true, true])

  await post('/learn', 'joyce', { act: 'pause' })
  expect(await reviewIsDue()).toEqual([false, false])
  await post('/learn', 'joyce', { act: 'resume' })
  expect(await reviewIsDue()).toEqual([true, true])

  const meeting = /name="take-back" value="([\w-]+)"/.exec(
    await get('/learn/reviews', 'joyce'),
  )?.[1]
  const back = await post('/learn/reviews', 'joyce', { 'take-back': meeting ?? '' })
  expect(await get(back, 'joyce')).toContain(en.reviews.meetings.taken)
  expect(await reviewIsDue()).toEqual([false, false])
  await note(today)

  // It ends soon: the mentor reads that the coordinator knows.
  expect(await get('/learn', 'joyce')).not.toContain(en.learn.endsSoon)
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  await setExpiry(soon)
  for (const page of ['/learn', '/learn/sign-off'])
    expect(await get(page, 'joyce')).toContain(en.learn.endsSoon)

  // The sign-off ends today: both are told, and nobody is asked for a review any more.
  await setExpiry(yesterday)
  expect(await reviewIsDue()).toEqual([false, false])
  expect(await get('/learn', 'joyce')).toContain(en.learn.heldUntil(dayIn(yesterday, 'en-GB')))
  expect(await get('/coordinate/{joyce}', 'gwen')).toContain(
    en.evidence.expiredOn(dayIn(yesterday, 'en-GB')),
  )

  await post('/coordinate/{joyce}/withdraw', 'gwen', { reason: 'You asked to stop.' })
  expect(await reviewIsDue()).toEqual([false, false])
})

async function setExpiry(day: string): Promise<void> {
  const database = createClient({ url: `file:${path.join(site.server.dataDir, 'alongside.db')}` })
  await database.execute({
    sql: 'UPDATE sign_offs SET expires_on = ? WHERE person = ?',
    args: [day, site.cast.joyce.id],
  })
  database.close()
}

const dayIn = (day: string, tag: string): string =>
  new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

test('after an application the sample lesson stays in the programme that was asked for', async () => {
  expect(await get('/apply/thanks?programme=long-term', null)).toContain(
    'href="/sample?programme=long-term"',
  )
  expect(await get('/sample?programme=long-term', null)).toContain(
    'mentors@living-well.example.org',
  )
  expect(await get('/sample?programme=long-term', null)).toContain('inside a programme')
  expect(await get('/sample?programme=nobody', null)).toContain('inside a program,')
})

test('E2: a name is corrected by its owner and by the coordinator; the certificate keeps what was signed until it is issued again', async () => {
  await post('/learn/commitment', 'luz', { declaredName: 'luz' })
  await post('/record/certificate', 'luz', { act: 'open' })
  const nameOn = async (): Promise<string> =>
    /certificate__name">([^<]*)</.exec(await get('/record/certificate', 'luz'))?.[1] ?? ''
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await get('/record/certificate', 'luz'))
  const checked = (): Promise<string> => get(`/check/${code?.[0]}`, null)
  expect(await nameOn()).toBe('Luz')
  // An area may tell of an illness, and whoever has the code may be anybody.
  const open = /<main[^]*<\/main>/.exec(await checked())?.[0] ?? ''
  expect(open).toContain('Luz')
  const { areas } = parse(readFileSync('content/programmes/kidney.yaml', 'utf8')) as {
    areas: Record<string, Record<'en' | 'es', string>>
  }
  const names = Object.values(areas).flatMap(({ en, es }) => [en, es])
  expect(names.length).toBeGreaterThan(15)
  expect(names.filter((name) => open.includes(name))).toEqual([])

  const wrong = await site.ask('POST', '/name', { as: 'luz', body: { name: 'Luz <luz@x.org>' } })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('value="Luz <luz@x.org>"')
  await post('/name', 'luz', { name: ' Luz  Díaz ' })
  expect(await get('/coordinate/register', 'carla')).toContain('Luz Díaz')
  expect(await nameOn()).toBe('Luz')
  expect(await checked()).not.toContain('Luz Díaz')

  await post('/coordinate/people/{luz}?programme=kidney', 'carla', {
    do: 'name',
    name: 'Luz Díaz Gil',
  })
  // Who looks for it finds it under the new name.
  expect(await get('/coordinate/people?programme=kidney&search=diaz gil', 'carla')).toContain(
    'Luz Díaz Gil',
  )
  const audit = await get('/manage/audit?act=name-corrected', 'ana')
  expect(audit.match(/corrected a name/g)?.length).toBeGreaterThanOrEqual(2)

  await post('/record/certificate', 'luz', { act: 'again' })
  expect(await nameOn()).toBe('Luz Díaz Gil')
  expect(await checked()).toContain('Luz Díaz Gil')
  expect(await get('/record/certificate', 'luz')).toContain(code?.[0])
})

test('E2: nobody corrects the name of somebody who reaches further, or of another programme', async () => {
  for (const [by, whom] of [
    ['carla', 'ana'],
    ['carla', 'cesar'],
    ['gwen', 'luz'],
    ['oscar', 'nadia'],
    ['ray', 'nadia'],
  ] as const) {
    const answer = await site.ask('POST', site.fill(`/coordinate/people/{${whom}}`), {
      as: by,
      body: { do: 'name', name: 'Changed' },
    })
    expect([by, whom, answer.status]).toEqual([by, whom, 404])
  }
})

describe('a group session', () => {
  const at = (): string => site.fill('/coordinate/group-sessions/{of:groupSession}')
  /** What the form holds of the session as it was opened, as a browser sends it back. */
  const opened = async (): Promise<Record<string, string>> => {
    const { text } = await site.ask('GET', at(), { as: 'carla' })
    const hidden = text.matchAll(/name="(was-[a-z]+)" value="([^"]*)"/g)
    return Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]))
  }
  const change = async (body: Readonly<Record<string, string>>) =>
    site.ask('POST', at(), {
      as: 'carla',
      body: { title: 'Tea', place: 'Room 2', ...(await opened()), ...body },
    })
  const lines = async (): Promise<string[]> => {
    const { text } = await site.ask('GET', site.fill('/group-sessions/{of:groupSession}.ics'), {
      as: 'luz',
    })
    return text.split('\r\n').filter((line) => /^(METHOD|SEQUENCE|STATUS|UID)/.test(line))
  }

  test('E7: at 2027-03-14 02:30 in Chicago is refused with words, at 2027-11-07 01:30 it is asked which', async () => {
    const skipped = await change({ do: 'change', day: '2027-03-14', time: '02:30' })
    expect(skipped.status).toBe(422)
    expect(skipped.text).toContain('This time does not exist on that day')
    expect(skipped.text).toContain('value="02:30"')
    const twice = await change({ do: 'change', day: '2027-11-07', time: '01:30' })
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('The second one, later: 1:30 AM Central Standard Time')
  })

  test('E6: moved and cancelled, its calendar file says so with a higher number', async () => {
    const uid = `UID:${site.fill('{of:groupSession}')}@alongside`
    expect(await lines()).toEqual(['METHOD:PUBLISH', uid, 'SEQUENCE:0', 'STATUS:CONFIRMED'])
    const which = String(Date.UTC(2027, 10, 7, 7, 30))
    const moved = await change({ do: 'change', day: '2027-11-07', time: '01:30', which })
    expect(moved.status).toBe(303)
    expect(await lines()).toEqual(['METHOD:PUBLISH', uid, 'SEQUENCE:1', 'STATUS:CONFIRMED'])
    await change({ do: 'cancel' })
    expect(await lines()).toEqual(['METHOD:CANCEL', uid, 'SEQUENCE:2', 'STATUS:CANCELLED'])
    const home = await site.ask('GET', '/learn', { as: 'nadia' })
    expect(home.text).toContain('Take it out of my calendar')
    await change({ do: 'uncancel' })
    expect(await lines()).toEqual(['METHOD:PUBLISH', uid, 'SEQUENCE:3', 'STATUS:CONFIRMED'])
  })
})

test('E8: the kind of file for tables is chosen once and kept for the register and the reports', async () => {
  const report = () =>
    site.ask('GET', '/coordinate/reports/funnel.csv?programme=kidney', { as: 'carla' })
  const heading = async (): Promise<string> => (await report()).text.split('\r\n')[0] ?? ''
  expect(await heading()).toContain(',')
  expect(await heading()).not.toContain(';')
  await post('/display', 'carla', { table: 'semicolon' })
  expect(await heading()).toContain(';')
  const file = await site.ask('POST', '/coordinate/register/export?programme=kidney', {
    as: 'carla',
    body: { format: 'xlsx' },
  })
  expect(file.status).toBe(200)
  expect(file.headers.get('content-disposition')).toBe(
    'attachment; filename="register-kidney.xlsx"',
  )
  expect(await get('/coordinate/register/export?programme=kidney', 'carla')).toMatch(
    /value="xlsx"[^>]* checked/,
  )
  const workbook = await report()
  expect(workbook.headers.get('content-type')).toContain('spreadsheetml')
  expect(workbook.text.slice(0, 2)).toBe('PK')
  // Who only learns is not asked about tables.
  expect(await get('/display', 'ray')).not.toContain('name="table"')
})
