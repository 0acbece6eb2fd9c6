/** Danger reaches somebody: what stands on the coordinators' home, in which order, and how each leaves it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { write } from '#db/client.ts'
import type { HomeRow } from '#db/home-row.ts'
import {
  countWaiting,
  listApplications,
  loadHome,
  waitingApplications,
  type WholeHomeWish,
} from '#tests/read-desk.ts'
import { isFollowed, mattersOf } from '#db/follow-ups.ts'
import { findPerson, insertPerson, insertRole } from '#db/people.ts'
import { dayAt } from '#domain/calendar/days.ts'
import type { Person } from '#domain/people/person.ts'
import { archiveTrainee, disableAccount } from '#server/people/change-roles.ts'
import { askCoordinator } from '#server/learning/ask-coordinator.ts'
import { followUp } from '#server/reviews/follow-up.ts'
import { newId } from '#server/trail/new-id.ts'
import { pause, resume } from '#server/learning/pause.ts'
import { recordFirstTalk } from '#server/people/record-first-talk.ts'
import { finishAction, writeReview } from '#server/reviews/write-review.ts'
import { writeNote } from '#server/reviews/write-note.ts'
import { listReviews } from '#db/reviews.ts'
import { utc } from '#tests/moment.ts'
import { also } from '#tests/cast.ts'
import { addMany } from '#tests/many-trainees.ts'
import { DAY, english, learnerOf, openPlatform, type Platform } from './platform.ts'

/** Its own moment, so that days can be named. */
const NOW = Date.UTC(2026, 10, 28, 12)
const TODAY = '2026-11-28'
let platform: Platform
let carla: Person
let count = 0

beforeAll(async () => {
  platform = await openPlatform()
  carla = platform.cast.carla
})
afterAll(() => platform.close())

async function trainee(name: string, programme: string): Promise<Person> {
  const id = newId(NOW)
  await write([
    insertPerson({
      id,
      signInName: `${name}-${++count}`.toLowerCase(),
      name,
      language: 'en',
      createdAt: NOW,
    }),
    insertRole({ person: id, role: 'trainee', programme, createdAt: NOW }),
  ])
  const found = await findPerson(id)
  if (!found) throw new Error('not made')
  return found
}

const home = (programme: string, wish: Partial<WholeHomeWish> = {}, now = NOW) =>
  loadHome(
    {
      programme,
      tab: 'needs',
      search: '',
      cohort: '',
      reason: null,
      page: 1,
      viewer: carla.id,
      mayDecide: true,
      language: 'en',
      ...wish,
    },
    utc(now),
  )
/** Carla, as if she coordinated this programme. */
const coordinatorOf = (programme: string): Person => ({
  ...carla,
  roles: [{ role: 'coordinator', programme }],
})
const reasonsOf = async (one: Person, programme: string, now = NOW) =>
  (await home(programme, { tab: 'all' }, now)).rows.find(({ id }) => id === one.id)?.reasons ?? []
/** Carla, who coordinates each programme of these tests. */
const coordinates = (programme: string): Person => ({
  ...carla,
  roles: [{ role: 'coordinator', programme }],
})
const worries = (one: Person, programme: string, at = NOW) =>
  writeNote(
    coordinates(programme),
    { id: one.id, programme },
    { id: newId(at), kind: 'concern', text: 'She cried.' },
    at,
  )
const review = (one: Person, programme: string, wellbeing: number, dueOn = '', at = NOW) =>
  writeReview(
    coordinates(programme),
    { id: one.id, programme },
    english,
    {
      id: newId(at),
      day: dayAt(at, 'America/Chicago'),
      wentWell: 'Much.',
      stayed: '',
      skill: '',
      wellbeing,
      capacity: 1,
      seen: 0,
      nextOn: '2027-02-01',
      actions: dueOn ? [{ text: 'Call the clinic', dueOn, lesson: '' }] : [],
    },
    at,
  )
const says = async (one: Person, programme: string, text: string, againOn = '', seen = 0) => {
  const matter = (await mattersOf(one.id, programme, TODAY)).find(isFollowed)
  if (!matter) throw new Error('nothing worries')
  const form = { id: newId(NOW), text, againOn, seen }
  return followUp(
    coordinates(programme),
    { id: one.id, programme },
    matter,
    form,
    TODAY,
    NOW + seen,
  )
}

describe('item 4: danger reaches somebody', () => {
  test('a concern is a reason until a coordinator says what was done, and comes again on the day that was said', async () => {
    const luz = await trainee('Luz', 'p-concern')
    await worries(luz, 'p-concern', NOW - DAY)
    expect(await reasonsOf(luz, 'p-concern')).toEqual(['concern'])
    expect(await says(luz, 'p-concern', ' ')).toEqual({
      kind: 'refused',
      problems: ['text-missing'],
    })
    expect(await says(luz, 'p-concern', 'Called her.', '2026-12-05')).toEqual({ kind: 'saved' })
    expect(await reasonsOf(luz, 'p-concern')).toEqual([])
    expect(await reasonsOf(luz, 'p-concern', NOW + 7 * DAY)).toEqual(['concern'])
    expect(await says(luz, 'p-concern', 'She is well.', '', 1)).toEqual({ kind: 'saved' })
    expect(await reasonsOf(luz, 'p-concern', NOW + 700 * DAY)).not.toContain('concern')
    const acts = await platform.rows(
      'SELECT act FROM audit WHERE subject = ? ORDER BY at, id',
      luz.id,
    )
    expect(acts.map(({ act }) => act)).toEqual([
      'note-written:concern',
      'followed-up:concern',
      'followed-up:concern',
    ])
  })

  test('C12: whoever says second what was done about a concern is shown the first one before it is saved', async () => {
    const luz = await trainee('Luz', 'p-second')
    await worries(luz, 'p-second')
    expect(await says(luz, 'p-second', 'Called her.')).toEqual({ kind: 'saved' })
    expect(await says(luz, 'p-second', 'Wrote to her.', '', 0)).toEqual({ kind: 'meanwhile' })
  })

  test('well-being 1 or 2 is a reason until it is followed up or a later review says 3 or more', async () => {
    const [luz, tom] = [await trainee('Luz', 'p-low'), await trainee('Tom', 'p-low')]
    await review(luz, 'p-low', 2, '', NOW - 2 * DAY)
    await review(tom, 'p-low', 1, '', NOW - 2 * DAY)
    expect([await reasonsOf(luz, 'p-low'), await reasonsOf(tom, 'p-low')]).toEqual([
      ['wellbeing'],
      ['wellbeing'],
    ])
    await review(luz, 'p-low', 3, '', NOW - DAY)
    await says(tom, 'p-low', 'We talk again each week.')
    expect([await reasonsOf(luz, 'p-low'), await reasonsOf(tom, 'p-low')]).toEqual([[], []])
  })

  test('something agreed is a reason from the day after its day until it is ticked, in a pause too', async () => {
    const luz = await trainee('Luz', 'p-action')
    await review(luz, 'p-action', 4, '2026-11-27', NOW - 9 * DAY)
    expect(await reasonsOf(luz, 'p-action', NOW - DAY)).toEqual([])
    expect(await reasonsOf(luz, 'p-action')).toEqual(['action'])
    await pause(await learnerOf(luz), null, NOW)
    expect(await reasonsOf(luz, 'p-action')).toEqual(['action'])
    const reviews = await listReviews(luz.id, 'p-action')
    const action = reviews[0]?.actions[0]?.id ?? ''
    await finishAction(coordinates('p-action'), { id: luz.id, programme: 'p-action' }, action, NOW)
    expect(await reasonsOf(luz, 'p-action')).toEqual([])
  })

  test('a pause is a reason once its day is over, until its person is back or a new day is agreed', async () => {
    const [luz, tom] = [await trainee('Luz', 'p-pause'), await trainee('Tom', 'p-pause')]
    for (const one of [luz, tom]) await pause(await learnerOf(one), '2026-11-27', NOW - 9 * DAY)
    expect(await reasonsOf(luz, 'p-pause', NOW - DAY)).toEqual([])
    expect(await reasonsOf(luz, 'p-pause')).toEqual(['pause'])
    expect(await says(luz, 'p-pause', 'Called her.')).toEqual({
      kind: 'refused',
      problems: ['again-missing'],
    })
    expect(await says(luz, 'p-pause', 'Called her.', '2027-01-08')).toEqual({ kind: 'saved' })
    expect(await reasonsOf(luz, 'p-pause')).toEqual([])
    expect(await reasonsOf(luz, 'p-pause', Date.UTC(2027, 0, 8, 12))).toContain('pause')
    await resume(await learnerOf(tom), NOW)
    expect(await reasonsOf(tom, 'p-pause')).toEqual([])
  })

  test('R45: a pause without a day is a reason after 28 days, and a new day is agreed', async () => {
    const luz = await trainee('Luz', 'p-open')
    await pause(await learnerOf(luz), null, NOW - 28 * DAY)
    expect(await reasonsOf(luz, 'p-open')).toEqual([])
    expect(await reasonsOf(luz, 'p-open', NOW + DAY)).toEqual(['pause'])
    const [row] = (await home('p-open', {}, NOW + DAY)).rows
    expect([row?.pauseIsOpen, row?.pausedAt]).toEqual([true, NOW - 28 * DAY])
    const [matter] = (await mattersOf(luz.id, 'p-open', '2026-11-29')).filter(isFollowed)
    if (!matter) throw new Error('nobody asks')
    const form = { id: newId(NOW), text: 'Called her.', againOn: '2027-01-08', seen: 0 }
    await followUp(
      coordinates('p-open'),
      { id: luz.id, programme: 'p-open' },
      matter,
      form,
      '2026-11-29',
      NOW,
    )
    expect(await reasonsOf(luz, 'p-open', NOW + DAY)).toEqual([])
    expect(await reasonsOf(luz, 'p-open', Date.UTC(2027, 0, 8, 12))).toEqual(['pause'])
  })

  test('R45: the question of who left or whose account is closed stays until somebody says what was done', async () => {
    const programme = 'p-asked'
    const people = [
      await trainee('Left', programme),
      await trainee('Closed', programme),
      await trainee('Moved', programme),
    ]
    for (const one of people) {
      const question = { id: newId(NOW), page: '/learn', text: 'I am afraid. Who can I call?' }
      await askCoordinator(await learnerOf(one), question, NOW - DAY)
    }
    const [left, closed, moved] = people as [Person, Person, Person]
    await archiveTrainee(coordinatorOf(programme), left.id, programme, 'Moved house', NOW)
    await disableAccount(platform.cast.ana, closed.id, NOW)
    await archiveTrainee(coordinatorOf(programme), moved.id, programme, 'Long term', NOW)
    await write([
      insertRole({ person: moved.id, role: 'trainee', programme: 'p-next', createdAt: NOW }),
    ])
    const listed = async () =>
      (await home(programme)).rows
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, gone, reasons }) => [name, gone, reasons])
    expect(await listed()).toEqual([
      ['Closed', 'disabled', ['help']],
      ['Left', 'left', ['help']],
    ])
    expect(await reasonsOf(moved, 'p-next')).toEqual(['help'])
    expect((await home(programme, { mayDecide: false })).rows).toEqual([])
    const [matter] = await mattersOf(closed.id, programme, TODAY)
    expect([matter?.kind, matter?.text]).toEqual(['help', 'I am afraid. Who can I call?'])
    await says(closed, programme, 'Called her at home.')
    await says(left, programme, 'Wrote a letter.', '2026-12-05')
    expect(await listed()).toEqual([])
    const later = await home(programme, {}, NOW + 7 * DAY)
    expect(later.rows.map(({ name }) => name)).toEqual(['Left'])
  })

  test('an application kept for later gets a day, and from that day on it waits again, before younger ones', async () => {
    const apply = (name: string, sentAt: number) => ({
      sql: `INSERT INTO applications (id, programme, name, contact, language, answers, sent_at) VALUES (?, 'p-later', ?, 'x', 'en', '{}', ?)`,
      args: [newId(sentAt), name, sentAt],
    })
    await write([
      apply('Old', NOW - 30 * DAY),
      apply('Mid', NOW - 20 * DAY),
      apply('New', NOW - DAY),
    ])
    const listed = async (today: string) =>
      (await listApplications('p-later', '', today, 1)).rows.map(({ name }) => name)
    expect(await listed(TODAY)).toEqual(['Old', 'Mid', 'New'])
    const old = (await listApplications('p-later', '', TODAY, 1)).rows[0]
    if (!old) throw new Error('not sent')
    const talk = { outcome: 'later', message: 'In May.', internalNote: '', seen: 0 } as const
    const send = (againOn: string) =>
      recordFirstTalk(
        also(carla, 'coordinator', 'p-later'),
        old,
        { ...talk, id: newId(NOW), againOn },
        NOW,
      )
    expect(await send('')).toEqual({ kind: 'refused', problems: ['again-missing'] })
    expect(await send('2026-11-28')).toEqual({ kind: 'refused', problems: ['again-past'] })
    expect(await send('2028-11-28')).toEqual({ kind: 'refused', problems: ['again-too-far'] })
    expect(await send('2026-12-05')).toEqual({ kind: 'saved' })
    expect(await listed(TODAY)).toEqual(['Mid', 'New', 'Old'])
    expect(await listed('2026-12-05')).toEqual(['Mid', 'New', 'Old'])
    const waits = async (today: string) =>
      (await waitingApplications(['p-later'], today)).map(({ wait, n }) => [wait, n])
    expect(await waits(TODAY)).toEqual([['open', 2]])
    expect(await waits('2026-12-05')).toEqual([
      ['again', 1],
      ['open', 2],
    ])
  })

  test('a danger stays for who left, whose account is closed, who pauses, and in any filter’s count', async () => {
    const programme = 'p-hidden'
    const [left, closed, paused] = [
      await trainee('Left', programme),
      await trainee('Closed', programme),
      await trainee('Paused', programme),
    ]
    for (const one of [left, closed, paused]) await worries(one, programme)
    await archiveTrainee(coordinatorOf(programme), left.id, programme, 'Moved house', NOW)
    await disableAccount(platform.cast.ana, closed.id, NOW)
    await pause(await learnerOf(paused), null, NOW)
    const { rows } = await home(programme)
    const byName = rows.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    expect(byName.map(({ name, gone, reasons }) => [name, gone, reasons])).toEqual([
      ['Closed', 'disabled', ['concern']],
      ['Left', 'left', ['concern']],
      ['Paused', null, ['concern']],
    ])
    const counted = await countWaiting({ programme, viewer: carla.id, mayDecide: true }, utc(NOW))
    expect(counted).toMatchObject({ needs: 3, danger: 3 })
    const hidden = await home(programme, { search: 'nobody', reason: 'idle', tab: 'ready' })
    expect(hidden.rows).toEqual([])
    for (const one of [left, closed, paused]) await says(one, programme, 'All is well.')
    expect((await home(programme, { tab: 'all' })).rows.map(({ name }) => name)).toEqual(['Paused'])
  })

  test('an observer sees no concern and no review, and nobody sees a concern about themselves', async () => {
    const luz = await trainee('Luz', 'p-observer')
    await worries(luz, 'p-observer')
    await review(luz, 'p-observer', 1, '2026-11-20', NOW - 9 * DAY)
    const seen = async (wish: Partial<WholeHomeWish>) =>
      (await home('p-observer', { tab: 'all', ...wish })).rows[0]?.reasons
    expect(await seen({})).toEqual(['concern', 'wellbeing', 'action'])
    expect(await seen({ mayDecide: false })).toEqual([])
    expect(await seen({ viewer: luz.id })).toEqual(['action'])
  })
})

describe('C16: the order', () => {
  test('C16: of 2,000 trainees the one with a concern and the lapsed mentor come first, then who waits longest', async () => {
    const programme = 'p-many'
    await addMany({ programme, from: 0, to: 2000, by: carla.id, now: NOW, questions: [] })
    const everybody = await platform.rows(
      `SELECT p.id FROM people p JOIN roles r ON r.person = p.id AND r.programme = ? ORDER BY p.id`,
      programme,
    )
    const at = (n: number): string => String(everybody[n]?.['id'])
    // Number 1,987 is a mentor, 1,999 has not begun, 1,500 asked last week, 1,600 the week before.
    await write([
      {
        sql: 'UPDATE overviews SET lapsed = 1 WHERE person = ?',
        args: [at(1987)],
      },
      { sql: 'INSERT INTO lapses (person, lapsed_at) VALUES (?, ?)', args: [at(1987), NOW - DAY] },
      { sql: 'UPDATE overviews SET help_at = ? WHERE person = ?', args: [NOW - 7 * DAY, at(1500)] },
      {
        sql: 'UPDATE overviews SET help_at = ? WHERE person = ?',
        args: [NOW - 900 * DAY, at(1600)],
      },
    ])
    await worries({ ...carla, id: at(1999) }, programme)
    const { rows, tabs } = await home(programme)
    expect(tabs.needs).toBeGreaterThan(1000)
    expect(rows.slice(0, 3).map(({ id }) => id)).toEqual([at(1999), at(1987), at(1600)])
    const first = (row: HomeRow): number => row.lastAt ?? row.joinedAt
    const idle = rows.slice(3).filter(({ reasons }) => reasons.join() === 'idle')
    expect(idle.map(first)).toEqual(idle.map(first).toSorted((a, b) => a - b))
  })
})

test('three people of one name are told apart by how they are reached, or since when they came', async () => {
  const programme = 'namesakes'
  const three = [
    await trainee('Marisol Paz', programme),
    await trainee('marisol  paz', programme),
    await trainee('Marisol Paz', programme),
  ]
  const other = await trainee('Marisol Pazos', programme)
  await write([
    { sql: "UPDATE people SET email = 'paz@example.org' WHERE id = ?", args: [three[0]?.id ?? ''] },
  ])
  const { rows } = await home(programme, { tab: 'all' })
  const apart = (one: Person | undefined) => rows.find(({ id }) => id === one?.id)?.apart
  expect(apart(three[0])).toEqual({ contact: 'paz@example.org', joinedAt: NOW })
  expect(apart(three[2])).toEqual({ contact: '', joinedAt: NOW })
  expect(apart(other)).toBeNull()
})
