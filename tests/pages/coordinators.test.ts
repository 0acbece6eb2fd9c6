/** Coordinators at their desk, over the built server: what the home counts and finds, and two people at one form. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayAt, plusDays } from '#domain/calendar/days.ts'
import { competenciesIn, rolePlaysIn } from '#tests/built-course.ts'
import type { Name } from '#tests/cast.ts'
import { APPLICANT, openSite, type Answer, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  await site.stop()
  expect(site.server.output()).not.toMatch(/Error|caused by/)
})

const get = (as: Name, path: string): Promise<Answer> => site.ask('GET', site.fill(path), { as })
const main = ({ text }: Answer): string =>
  (/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
/** The last form of a page with everything hidden in it, as a browser sends it. */
const hiddenIn = ({ text }: Answer): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name ?? '', value ?? ''],
    ),
  )
const send = (as: Name, path: string, page: Answer, typed: Record<string, string>) =>
  site.ask('POST', site.fill(path), { as, body: { ...hiddenIn(page), ...typed } })

/** The first of what is to be done. */
const firstTask = ({ text }: Answer): string =>
  /<li class="work-list__task">[\s\S]*?<\/li>/.exec(text)?.[0] ?? ''

test('C17: one sentence counts trainees, those who offered and who waits for a mentor', async () => {
  const home = main(await get('carla', '/coordinate'))
  expect(home).toMatch(
    /\d trainees? needs? you, 1 person who offered to mentor waits for you, and \d requests? for a mentor waits? for you\./,
  )
  expect(home).not.toContain('Nobody needs you')
  // A search for nobody changes nothing about who waits.
  expect(main(await get('carla', '/coordinate?search=zzz'))).toContain('who offered to mentor')
  expect(main(await get('cesar', '/coordinate'))).toMatch(/persona que se ofreció le espera\./)
})

test('C14: a search from the tab “Needs you” looks in all tabs, and says where each one is', async () => {
  const { text } = await get('carla', '/coordinate?tab=needs')
  const form = /<form method="get"[\s\S]*?<\/form>/.exec(text)?.[0] ?? ''
  expect(form).not.toContain('name="tab"')
  const found = main(await get('carla', '/coordinate?programme=kidney&search=Ray&reason='))
  expect(found).toMatch(/Ray .*In the list: (Needs you|Waiting for trainee|Ready)/)
  expect(found).not.toContain('No trainee here')
  // An old address with a tab: the page says that the name is in another list.
  const old = await get('carla', '/coordinate?tab=ready&search=Ray')
  expect(main(old)).toContain('Not in this list. 1 person is found in all lists together.')
  expect(old.text).toContain('tab=all')
})

test('C15: spaces, order and e-mail do not hide a name, on the home, among people, accounts and in the audit trail', async () => {
  for (const [as, path] of [
    ['carla', '/coordinate?search=%20LUZ%20'],
    ['carla', '/coordinate/people?search=luz%20'],
    ['ana', '/manage/accounts?search=luz%20'],
    ['ana', '/manage/audit?person=l%C3%BAz%20'],
  ] as const)
    expect(main(await get(as, path)), path).toContain('Luz')
})

test('L4: the observation form shows each level with its anchor, and what was harmful stands first on the home', async () => {
  const path = '/coordinate/{nadia}/observe?role-play=drawn'
  const form = await get('oscar', path)
  const lines = [...form.text.matchAll(/<input[^>]*name="level-([a-z-]+)"[^>]*value="0"/g)]
  expect(lines).toHaveLength(14)
  // Those of the role play first.
  const { lines: looked } = rolePlaysIn('es').find(({ id }) => id === 'drawn') ?? { lines: [] }
  expect(lines.slice(0, looked.length).map(([, line]) => line)).toEqual(looked)
  for (const { anchors, harmful } of competenciesIn('es'))
    for (const text of [...anchors, harmful]) expect(main(form)).toContain(text)
  const sheet = main(await get('oscar', '/coordinate/{nadia}/observer-sheet'))
  const safety = competenciesIn('es').find(({ id }) => id === 'safety')
  expect(sheet).toContain(safety?.anchors[3])
  await send('oscar', path, form, {
    'level-safety': '3',
    'harm-safety': 'yes',
    'harm-words-safety': 'Le prometí no contarlo.',
  })
  const home = await get('carla', '/coordinate')
  expect(firstTask(home)).toContain('Something harmful was seen')
  const record = main(await get('carla', '/coordinate/{nadia}'))
  expect(record).toContain('Le prometí no contarlo.')
  expect(record).toContain('Whatever else is there, this line stays open')
  expect(main(await get('oscar', '/coordinate?tab=all'))).not.toContain('hacer daño')
  const own = main(await get('nadia', '/record'))
  expect(own).toContain('What is looked at')
  expect(own).toContain('Le prometí no contarlo.')
  const follow = '/coordinate/{nadia}/follow-up'
  const said = await get('carla', follow)
  expect(main(said)).toContain('Something harmful, seen by Óscar')
  await send('carla', follow, said, { text: 'We talked the same day.' })
  expect(main(await get('carla', '/coordinate'))).not.toContain('Something harmful was seen')
  expect(main(await get('carla', '/coordinate/{nadia}'))).toContain('this line stays open')
})

test('item 4: a concern stands first on the home, in sight of every filter, until what was done is said', async () => {
  const path = '/coordinate/{ray}/notes'
  const note = await get('carla', path)
  await send('carla', path, note, { kind: 'concern', text: 'He sounded tired of it all.' })
  const home = await get('carla', '/coordinate')
  expect(firstTask(home)).toContain('A concern is open')
  for (const filter of ['tab=ready', 'search=zzz', 'reason=idle', 'page=9'])
    expect(main(await get('carla', `/coordinate?${filter}`)), filter).toContain(
      '1 person with something harmful seen, a concern, a hard time or a lapse is not in this list.',
    )
  expect(main(await get('oscar', '/coordinate?tab=all'))).not.toContain('oncern')
  const form = await get('carla', '/coordinate/{ray}/follow-up')
  expect(main(form)).toContain('He sounded tired of it all.')
  const [first, second] = [
    await get('carla', '/coordinate/{ray}/follow-up'),
    await get('cesar', '/coordinate/{ray}/follow-up'),
  ]
  // C12: who else is writing is said; and the second one reads the first before anything is saved.
  expect(main(second)).toMatch(/Carla abrió esto \(/)
  const said = await send('carla', '/coordinate/{ray}/follow-up', first, { text: 'I called him.' })
  expect(said.status).toBe(303)
  const late = await send('cesar', '/coordinate/{ray}/follow-up', second, { text: 'Le escribí.' })
  expect(late.status).toBe(409)
  expect(main(late)).toMatch(/Alguien se adelantó .*I called him\./)
  expect(late.text).toContain('Le escribí.')
  expect(main(await get('carla', '/coordinate?tab=all'))).not.toContain('A concern is open')
})

test('C12: two coordinators answer one question: the second is shown the first answer before sending', async () => {
  const path = '/coordinate/inbox/{of:message}'
  const [carlas, cesars] = [await get('carla', path), await get('cesar', path)]
  expect(main(cesars)).toMatch(/Carla abrió esto \(.* quizá está escribiendo/)
  expect(main(await get('carla', '/coordinate/inbox'))).toMatch(/César may be writing now/)
  const sent = await send('carla', path, carlas, { text: 'No, please wait.' })
  expect(sent.status).toBe(303)
  // Who has sent an answer and reads that it is saved is not said to be writing one.
  expect(main(await get('carla', `${path}?saved=1`))).toContain('Your answer is saved')
  expect(main(await get('cesar', path))).not.toContain('Carla abrió esto')
  const late = await send('cesar', path, cesars, { text: 'Sí, adelante.' })
  expect(late.status).toBe(409)
  expect(main(late)).toContain('No, please wait.')
  expect(late.text).toContain('Sí, adelante.')
  // Having read it, he may still send his own.
  expect((await send('cesar', path, late, { text: 'Sí, como dice Carla.' })).status).toBe(303)
})

test('C12: two coordinators write down a first talk: the second is shown the first one', async () => {
  const path = '/coordinate/applications/{of:application}'
  const [carlas, cesars] = [await get('carla', path), await get('cesar', path)]
  const told = { outcome: 'invite', message: 'Come on Monday.', internalNote: '', againOn: '' }
  expect((await send('carla', path, carlas, told)).status).toBe(303)
  const late = await send('cesar', path, cesars, {
    ...told,
    outcome: 'other-ways',
    message: 'Gracias, no.',
  })
  expect(late.status).toBe(409)
  expect(main(late)).toContain('Come on Monday.')
  expect(late.text).toContain('Gracias, no.')
  // To be invited: that waits for a coordinator as well.
  expect(main(await get('carla', '/coordinate'))).toContain('To be invited after the first talk')
  expect(main(await get('carla', '/coordinate/applications'))).toContain(APPLICANT)
})

test('C12: two coordinators rename a cohort and change a group session: the second sees the first one’s before saving', async () => {
  const cohorts = '/coordinate/cohorts?programme=kidney'
  await send('carla', cohorts, await get('carla', cohorts), { do: 'make', name: 'Spring' })
  const [carlas, cesars] = [await get('carla', cohorts), await get('cesar', cohorts)]
  const cohort = /name="cohort" value="([^"]+)"/.exec(cesars.text)?.[1] ?? ''
  const rename = { do: 'rename', cohort, was: 'Spring' }
  await send('carla', cohorts, carlas, { ...rename, name: 'April' })
  const late = await send('cesar', cohorts, cesars, { ...rename, name: 'Mayo' })
  expect(late.status).toBe(409)
  expect(main(late)).toMatch(/Alguien se adelantó.*April/)
  expect(late.text).toMatch(/value="Mayo"/)
  expect(late.text).toMatch(/name="was" value="April"/)

  const path = '/coordinate/group-sessions/{of:groupSession}'
  const [hers, page] = [await get('carla', path), await get('cesar', path)]
  const was = Object.fromEntries(
    [...page.text.matchAll(/name="(was-\w+)" value="([^"]*)"/g)].map(([, name, text]) => [
      name,
      text,
    ]),
  ) as Record<string, string>
  expect(Object.keys(was)).toEqual(
    ['title', 'starts', 'minutes', 'place', 'kind'].map((one) => `was-${one}`),
  )
  const change = { ...was, do: 'change', title: 'Tea', day: '2030-06-01', time: '10:00' }
  expect((await send('carla', path, hers, { ...change, place: 'Room 7' })).status).toBe(303)
  const second = await send('cesar', path, page, { ...change, place: 'Sala 8' })
  expect(second.status).toBe(409)
  expect(main(second)).toMatch(/Alguien se adelantó.*Room 7/)
  expect(second.text).toMatch(/value="Sala 8"/)
  expect(second.text).toMatch(/name="was-place" value="Room 7"/)
})

test('C12: two coordinators write a review: the second is shown the first one, whose well-being would be hidden', async () => {
  const path = '/coordinate/{nadia}/reviews/write'
  const [carlas, cesars] = [await get('carla', path), await get('cesar', path)]
  const today = dayAt(Date.now(), 'America/Chicago')
  const told = { day: today, wentWell: 'She is tired.', nextOn: plusDays(today, 60), capacity: '1' }
  expect((await send('carla', path, carlas, { ...told, wellbeing: '2' })).status).toBe(303)
  const late = await send('cesar', path, cesars, { ...told, wentWell: 'Todo va.', wellbeing: '4' })
  expect(late.status).toBe(409)
  expect(main(late)).toMatch(/2 – .* She is tired\./)
  expect(late.text).toContain('Todo va.')
  expect(main(await get('carla', '/coordinate?tab=needs'))).toContain('Said in the last review')
})

test('C14: among people, too, a name is found in every list: here and among those who left', async () => {
  const page = await get('ana', '/manage')
  expect(page.status).toBe(200)
  const form = await get('carla', '/coordinate/people/{luz}?programme=kidney')
  const left = { ...hiddenIn(form), do: 'archive', reason: 'Moved house', role: 'trainee' }
  await site.ask('POST', site.fill('/coordinate/people/{luz}?programme=kidney'), {
    as: 'carla',
    body: left,
  })
  expect(main(await get('carla', '/coordinate/people?programme=kidney&search=luz&role='))).toMatch(
    /Luz Trainee .* left on/,
  )
})
