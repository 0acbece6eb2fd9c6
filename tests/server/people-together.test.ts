/** Many people at once: who it concerns is seen first, and the same form does nothing twice. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read, write } from '#db/client.ts'
import { unusedInvitationsQuery } from '#db/links.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import type { ChosenPeople } from '#db/roles.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import {
  archiveTogether,
  exportTogether,
  putTogether,
  type TogetherWish,
} from '#server/people/act-together.ts'
import { codesTogether } from '#server/people/codes-together.ts'
import { invite, type MailWords } from '#server/people/invite.ts'
import { resendInvitations } from '#server/people/resend-invitation.ts'
import { withdrawInvitation } from '#server/people/withdraw-invitation.ts'
import { showInviteAgain } from '#server/show/coordinate/invite-again.ts'
import { makeCohort } from '#server/people/cohorts.ts'
import { showPeopleTogether } from '#server/show/coordinate/people-together.ts'
import { newId } from '#server/trail/new-id.ts'
import { batchesOf, NOW, openPlatform, readsOf, type Platform } from './platform.ts'

const PROGRAMME = 'kidney'
let platform: Platform
let carla: Person
let spring: string
beforeAll(async () => {
  platform = await openPlatform()
  carla = platform.cast.carla
  spring = newId(NOW)
  await makeCohort(carla, PROGRAMME, spring, 'Spring', NOW)
})
afterAll(() => platform.close())

async function many(name: string, n: number): Promise<string[]> {
  const ids = Array.from({ length: n }, () => newId(NOW))
  await write(
    ids.flatMap((id, at) => [
      insertPerson({ id, signInName: id, name: `${name} ${at}`, language: 'en', createdAt: NOW }),
      insertRole({ person: id, role: 'trainee', programme: PROGRAMME, createdAt: NOW }),
    ]),
  )
  return ids
}
const some = (ids: readonly string[]): ChosenPeople => ({ kind: 'some', ids })
const all = (search: string): ChosenPeople => ({
  kind: 'all',
  filter: { role: null, cohort: '', archived: false, search },
})
const wish = (chosen: ChosenPeople, seen: number): TogetherWish => ({
  programme: PROGRAMME,
  chosen,
  seen,
  batch: newId(NOW),
})
const inSpring = async (): Promise<number> =>
  (await platform.rows('SELECT person FROM roles WHERE cohort = ?', spring)).length
const auditsOf = async (act: string, ids: readonly string[]): Promise<number> =>
  (
    await platform.rows(
      'SELECT id FROM audit WHERE act = ? AND subject IN (SELECT value FROM json_each(?))',
      act,
      JSON.stringify(ids),
    )
  ).length

test('some are put in a cohort, each with a row in the audit, and with whom it does not work is said', async () => {
  const ids = await many('Ash', 3)
  const { carla: self, oscar } = platform.cast
  const chosen = some([...ids, oscar.id])
  const seen = await showPeopleTogether(self, PROGRAMME, chosen, 'cohort', 'en')
  expect(seen?.able.map(({ name }) => name)).toEqual(['Ash 0', 'Ash 1', 'Ash 2'])
  expect(seen?.not.map(({ person, why }) => [person.name, why])).toEqual([['Óscar', 'no-trainee']])
  const form = wish(chosen, 4)
  expect(await putTogether(carla, form, spring, NOW)).toEqual({ kind: 'done', changed: 3, not: 1 })
  expect(await inSpring()).toBe(3)
  expect(await auditsOf('cohort-assigned', ids)).toBe(3)
  // The same form once more, and another one that wishes the same.
  expect(await putTogether(carla, form, spring, NOW)).toEqual({ kind: 'twice' })
  expect(await putTogether(carla, wish(chosen, 4), spring, NOW)).toEqual({
    kind: 'done',
    changed: 0,
    not: 4,
  })
  expect(await auditsOf('cohort-assigned', ids)).toBe(3)
})

test('all that a filter finds are archived, and nobody who came since they were looked at', async () => {
  const ids = await many('Birch', 60)
  const looked = wish(all('Birch'), 60)
  await many('Birch', 1)
  expect(await archiveTogether(carla, looked, 'The course ended.', NOW)).toEqual({
    kind: 'changed',
  })
  expect(await archiveTogether(carla, wish(all('Birch'), 61), ' ', NOW)).toEqual({
    kind: 'refused',
    reason: 'reason-missing',
  })
  expect(await archiveTogether(carla, wish(all('Birch'), 61), 'The course ended.', NOW)).toEqual({
    kind: 'done',
    changed: 61,
    not: 0,
  })
  expect(await auditsOf('trainee-archived', ids)).toBe(60)
  const again = await showPeopleTogether(carla, PROGRAMME, some(ids), 'archive', 'en')
  expect(again?.able).toEqual([])
  expect(new Set(again?.not.map(({ why }) => why))).toEqual(new Set(['left']))
})

test('a cohort of another programme takes nobody, and nobody of another programme is reached', async () => {
  const { gwen, joyce, ana, oscar } = platform.cast
  const theirs = newId(NOW)
  await makeCohort(gwen, 'long-term', theirs, 'Autumn', NOW)
  const ids = await many('Cedar', 1)
  expect(await putTogether(carla, wish(some(ids), 1), theirs, NOW)).toEqual({
    kind: 'refused',
    reason: 'cohort',
  })
  const foreign = await showPeopleTogether(carla, PROGRAMME, some([joyce.id]), 'archive', 'en')
  expect(foreign?.total).toBe(0)
  expect(await archiveTogether(carla, wish(some([joyce.id]), 0), 'x', NOW)).toEqual({
    kind: 'done',
    changed: 0,
    not: 0,
  })
  for (const by of [gwen, ana, oscar, joyce]) {
    expect(await archiveTogether(by, wish(some(ids), 1), 'x', NOW), by.name).toEqual(NOT_ALLOWED)
    expect(await putTogether(by, wish(some(ids), 1), null, NOW), by.name).toEqual(NOT_ALLOWED)
    expect(await exportTogether(by, wish(some(ids), 1), 'en', NOW), by.name).toEqual(NOT_ALLOWED)
    expect(await showPeopleTogether(by, PROGRAMME, some(ids), 'archive', 'en'), by.name).toBeNull()
  }
  expect(
    await platform.rows(
      "SELECT 1 FROM roles WHERE programme = 'long-term' AND archived_at IS NOT NULL",
    ),
  ).toEqual([])
})

test('several invitations are made again in one batch, and the old links end', async () => {
  const words: MailWords = () => ({ subject: 'x', text: 'x' })
  const person = (name: string) => ({ name, email: '', language: 'en' as const, cohort: null })
  const made = await invite(
    carla,
    {
      role: 'trainee',
      programme: PROGRAMME,
      people: [person('Fay'), person('Glen'), person('Hal')],
      batch: newId(NOW),
    },
    words,
    NOW,
  )
  expect(made.kind).toBe('made')
  const reach = { programmes: [PROGRAMME], roles: ['trainee'] as const }
  const waiting = async () => read(unusedInvitationsQuery(reach, 'waiting', NOW, 500))
  const [fay, glen, hal] = await waiting()
  if (!fay || !glen || !hal) throw new Error('three were invited')
  await withdrawInvitation(carla, reach, hal.id, NOW)
  const form = { ids: [fay.id, glen.id, hal.id], batch: newId(NOW) }
  let resent
  expect(
    await batchesOf(async () => {
      resent = await resendInvitations(carla, reach, form, words, NOW)
    }),
  ).toBe(1)
  expect(resent).toMatchObject({ kind: 'made', made: [{ name: 'Fay' }, { name: 'Glen' }], not: 1 })
  expect(await resendInvitations(carla, reach, form, words, NOW)).toEqual({ kind: 'twice' })
  const now = await waiting()
  expect(now.map(({ name }) => name)).toEqual(['Fay', 'Glen'])
  expect(now.map(({ id }) => id)).not.toContain(fay.id)
  const { gwen } = platform.cast
  const foreign = await resendInvitations(
    gwen,
    reach,
    { ids: now.map(({ id }) => id), batch: newId(NOW) },
    words,
    NOW,
  )
  expect(foreign).toMatchObject({ made: [], not: 2 })
  expect(await showInviteAgain(gwen, reach, { kind: 'all', state: 'waiting' }, NOW)).toBeNull()
  const shown = await showInviteAgain(carla, reach, { kind: 'all', state: 'waiting' }, NOW)
  expect(shown?.handed.map(({ name }) => name)).toEqual(['Fay', 'Glen'])
})

test('several get a code each in one batch, to be seen once, and the codes before it end', async () => {
  const ids = await many('Hazel', 3)
  const { oscar, gwen, ana } = platform.cast
  const [first = '', second = '', third = ''] = ids
  const createdAt = NOW
  // Whose account reaches further: what opens it would open another programme, or the desk.
  await write([
    insertRole({ person: second, role: 'trainee', programme: 'long-term', createdAt }),
    `UPDATE people SET disabled_at = ${NOW} WHERE id = '${third}'`,
    `UPDATE people SET email = 'hazel@example.org' WHERE id = '${first}'`,
  ])
  const chosen = some([...ids, oscar.id])
  const seen = await showPeopleTogether(carla, PROGRAMME, chosen, 'codes', 'en')
  expect(seen?.able.map(({ name }) => name)).toEqual(['Hazel 0'])
  expect(seen?.not.map(({ person, why }) => [person.name, why])).toEqual([
    ...[
      ['Hazel 1', 'staff'],
      ['Hazel 2', 'closed'],
      ['Óscar', 'no-trainee'],
    ],
  ])
  const told: string[] = []
  const mail = ({ email }: { email: string }) => {
    told.push(email)
    return null
  }
  const form = wish(chosen, 4)
  const made = await codesTogether(carla, form, mail, NOW)
  if (made.kind !== 'made') throw new Error(made.kind)
  expect([made.made.map(({ name }) => name), made.not, told]).toEqual([
    ...[['Hazel 0'], 3, ['hazel@example.org']],
  ])
  expect(made.made[0]?.code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/)
  const open = () =>
    platform.rows(
      'SELECT id FROM links WHERE person = ? AND withdrawn_at IS NULL AND used_at IS NULL',
      first,
    )
  const before = await open()
  expect(before).toHaveLength(1)
  // The page sent again shows nothing and makes nothing.
  expect(await codesTogether(carla, form, mail, NOW)).toEqual({ kind: 'twice' })
  expect(await open()).toEqual(before)
  expect(await codesTogether(carla, wish(chosen, 3), mail, NOW)).toEqual({ kind: 'changed' })
  expect(await codesTogether(carla, wish(chosen, 4), mail, NOW)).toMatchObject({ kind: 'made' })
  const after = await open()
  expect([after.length, after[0]?.['id'] === before[0]?.['id']]).toEqual([1, false])
  expect(await auditsOf('link-made:code', ids)).toBe(2)
  for (const by of [gwen, ana, oscar])
    expect(await codesTogether(by, wish(chosen, 4), mail, NOW), by.name).toEqual(NOT_ALLOWED)
})

test('of codes at most 40 are made at a time', async () => {
  const ids = await many('Ivy', 41)
  const seen = await showPeopleTogether(carla, PROGRAMME, some(ids), 'codes', 'en')
  expect([seen?.isTooMany, seen?.most]).toEqual([true, 40])
  const all41 = wish(some(ids), 41)
  expect(await codesTogether(carla, all41, () => null, NOW)).toEqual({ kind: 'changed' })
  const of40 = wish(some(ids.slice(0, 40)), 40)
  let made
  const batches = await batchesOf(async () => {
    made = await codesTogether(carla, of40, () => null, NOW)
  })
  expect(made).toMatchObject({ kind: 'made', not: 0 })
  expect(batches).toBe(1)
})

test('one and two thousand are read and written in as many statements', async () => {
  const [one, lots] = [await many('Dale', 1), await many('Elm', 2000)]
  const reads = (ids: readonly string[], n: number) =>
    readsOf(() => putTogether(carla, wish(some(ids), n), spring, NOW))
  expect(await reads(lots, 2000)).toBe(await reads(one, 1))
  expect(await auditsOf('cohort-assigned', lots)).toBe(2000)
  const saved = await exportTogether(carla, wish(all('Elm'), 2000), 'en', NOW)
  expect('kind' in saved ? saved : saved.length).toBe(2000)
  expect(await platform.rows("SELECT 1 FROM audit WHERE act = 'seen:people-export'")).toHaveLength(
    1,
  )
}, 60_000)
