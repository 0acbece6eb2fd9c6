/** From a request to two people who are connected: nobody who is not ready, over capacity, with a no-go, or without consent. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read, write, type Query } from '#db/client.ts'
import { proposalsQuery } from '#db/proposals.ts'
import { candidatesQuery } from '#db/suggestions.ts'
import { compareFits, suggest, type Asked } from '#domain/pairing/suggest.ts'
import { isOpenState, proposalStateOf } from '#domain/pairing/pairing.ts'
import { DAY_MS } from '#domain/calendar/days.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { answerProposal } from '#server/pairing/answer-proposal.ts'
import { connect, noteRequesterAnswer } from '#server/pairing/connect.ts'
import { propose } from '#server/pairing/propose.ts'
import { takeBackProposal } from '#server/pairing/take-back-proposal.ts'
import { newId } from '#server/trail/new-id.ts'
import { also } from '#tests/cast.ts'
import { insert } from './lives.ts'
import { mentorOf } from './mentor-of.ts'
import { NOW, openPlatform, readsOf, type Platform } from './platform.ts'
import { ASKED, consented, ended, requestOf } from './request-of.ts'

const PROGRAMME = 'kidney'
let platform: Platform
let carla: Person
let cesar: Person
beforeAll(async () => {
  platform = await openPlatform()
  carla = platform.cast.carla
  cesar = also(platform.cast.cesar, 'coordinator', PROGRAMME)
})
afterAll(() => platform.close())

/** Somebody of the cast's shape who is signed off and takes so many people. */
async function mentor(
  offer: Readonly<Record<string, string | number>> = {},
  programme = PROGRAMME,
): Promise<Person> {
  const { id } = await mentorOf(platform, programme)
  const columns = Object.keys(offer)
  if (columns.length)
    await write([
      {
        sql: `UPDATE sign_offs SET ${columns.map((name) => `${name} = ?`).join()} WHERE person = ?`,
        args: [...Object.values(offer), id],
      },
    ])
  return { ...platform.cast.ray, id, roles: [{ role: 'trainee', programme }] }
}
const request = (answers: Partial<typeof ASKED> = {}, consent = true, programme = PROGRAMME) =>
  requestOf(programme, carla.id, NOW, answers, consent)
type Request = Awaited<ReturnType<typeof request>>
const asks = (of: Request, whom: Person, by = carla, now = NOW, id = newId(now)) =>
  propose(by, of, { id, mentor: whom.id, days: 7 }, now)
const newest = async (of: Request, now = NOW) =>
  (await read(proposalsQuery({ request: of.id }, of.programme, momentOf(of.programme, now))))[0]
const idOf = async (of: Request) => (await newest(of))?.id ?? ''
const stateOf = async (of: Request, now = NOW) => {
  const found = await newest(of, now)
  return found ? proposalStateOf(found, momentOf(of.programme, now).today) : null
}
const says = async (
  of: Request,
  whom: Person,
  answer: 'yes' | 'no' | 'not-now' = 'yes',
  now = NOW,
) => answerProposal(whom, await idOf(of), answer, now)
const SAVED = { kind: 'saved' }
const no = (why: string) => ({ kind: 'refused', why })
const pausing = (whom: Person, at: number | null): Query => ({
  sql: 'UPDATE overviews SET paused_at = ? WHERE person = ?',
  args: [at, whom.id],
})
const pauses = (whom: Person, at: number | null) => write([pausing(whom, at)])

describe('a proposal', () => {
  test('goes from a yes over another yes to two who are connected', async () => {
    const [luz, asked] = [await mentor(), await request()]
    expect(await asks(asked, luz)).toMatchObject({ kind: 'saved' })
    expect(await stateOf(asked)).toBe('asked')
    expect(await noteRequesterAnswer(carla, await idOf(asked), 'yes', NOW)).toEqual(no('over'))
    expect(await says(asked, luz)).toEqual(SAVED)
    expect(await says(asked, luz)).toEqual(SAVED)
    expect(await connect(carla, await idOf(asked), newId(NOW), NOW)).toEqual(no('no-yes'))
    expect(await noteRequesterAnswer(cesar, await idOf(asked), 'yes', NOW)).toEqual(SAVED)
    expect(await stateOf(asked)).toBe('requester-yes')
    expect(await connect(carla, await idOf(asked), newId(NOW), NOW)).toEqual(SAVED)
    expect(await connect(cesar, await idOf(asked), newId(NOW), NOW)).toEqual(SAVED)
    expect(await stateOf(asked)).toBe('connected')
    expect(await platform.rows('SELECT id FROM pairings WHERE request = ?', asked.id)).toHaveLength(
      1,
    )
  })

  test('that two coordinators make of the last place at once is one; so is the same form twice', async () => {
    const luz = await mentor()
    const [one, other] = [await request(), await request()]
    const both = await Promise.all([asks(one, luz), asks(other, luz, cesar)])
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['refused', 'saved'])
    expect(both.find(({ kind }) => kind === 'refused')).toEqual(no('no-place'))
    const [ann, again, id] = [await mentor(), await request(), newId(NOW)]
    const twice = await Promise.all([
      asks(again, ann, carla, NOW, id),
      asks(again, ann, carla, NOW, id),
    ])
    expect(twice.map(({ kind }) => kind)).toEqual(['saved', 'saved'])
  })

  test('waits for nobody else meanwhile, and by its day silence has ended it and freed the place', async () => {
    const [luz, ann, asked, other] = [
      await mentor(),
      await mentor(),
      await request(),
      await request(),
    ]
    await asks(asked, luz)
    expect(await asks(asked, ann)).toEqual(no('somebody-asked'))
    expect(await asks(other, luz)).toEqual(no('no-place'))
    const later = NOW + 8 * DAY_MS
    expect(await stateOf(asked, later)).toBe('silent')
    expect(await says(asked, luz, 'yes', later)).toEqual(no('over'))
    expect(await asks(asked, ann, carla, later)).toMatchObject({ kind: 'saved' })
    expect(await asks(other, luz, carla, later)).toMatchObject({ kind: 'saved' })
    expect(
      await platform.rows(
        'SELECT why FROM proposal_ends e JOIN proposals p ON p.id = e.proposal WHERE p.request = ?',
        asked.id,
      ),
    ).toEqual([{ why: 'silent' }])
  })

  test('a yes after the request was ended, or its consent taken back, changes nothing', async () => {
    const [luz, ann] = [await mentor(), await mentor()]
    const [one, other] = [await request(), await request()]
    await asks(one, luz)
    await asks(other, ann)
    await write([ended(one.id, carla.id, NOW + 1), consented(other.id, false, carla.id, NOW + 1)])
    expect(await says(one, luz)).toEqual(no('request-over'))
    expect(await says(other, ann)).toEqual(no('request-over'))
    expect(await stateOf(other)).toBe('request-over')
    // It holds no place any more.
    expect(await asks(await request(), luz)).toMatchObject({ kind: 'saved' })
  })

  test('is made only with consent, to somebody ready today of that programme, and never about oneself', async () => {
    const luz = await mentor()
    expect(await asks(await request({}, false), luz)).toEqual(no('request-over'))
    expect(await asks(await request(), platform.cast.ray)).toEqual(no('not-ready'))
    expect(await asks(await request(), carla)).toEqual(no('oneself'))
    expect(await asks(await request(), await mentor({}, 'long-term'))).toEqual(no('not-ready'))
    const foreign = await request({}, true, 'long-term')
    expect(await asks(foreign, luz)).toEqual(NOT_ALLOWED)
    expect(await asks({ ...foreign, programme: PROGRAMME }, luz)).toEqual(no('request-over'))
    await pauses(luz, NOW - 1)
    expect(await asks(await request(), luz)).toEqual(no('not-ready'))
  })

  test('is never made, accepted or gone on with over a no-go', async () => {
    const [luz, asked] = [await mentor({ no_go_areas: '["family"]' }), await request()]
    expect(await asks(await request({ areas: ['home', 'family'] }), luz)).toEqual(no('no-go'))
    await asks(asked, luz)
    const version = (at: number, areas: string[]) =>
      insert('request_versions', {
        ...{ id: newId(at), request: asked.id, by: carla.id, at },
        answers: JSON.stringify({ ...ASKED, areas }),
      })
    await write([version(NOW + 1, ['family'])])
    expect(await says(asked, luz)).toEqual(no('no-go'))
    await write([version(NOW + 2, ['home'])])
    expect(await says(asked, luz)).toEqual(SAVED)
    await write([version(NOW + 3, ['family'])])
    expect(await noteRequesterAnswer(carla, await idOf(asked), 'yes', NOW)).toEqual(no('no-go'))
  })

  test('that a pause ends while it waits is free for another mentor, and back again it stays ended', async () => {
    const [luz, ann, asked] = [await mentor(), await mentor(), await request()]
    await asks(asked, luz)
    await says(asked, luz)
    await pauses(luz, NOW - 1)
    expect(await stateOf(asked)).toBe('mentor-not-ready')
    expect(await noteRequesterAnswer(carla, await idOf(asked), 'yes', NOW)).toEqual(no('not-ready'))
    const first = await idOf(asked)
    expect(await asks(asked, ann, carla, NOW + 5)).toMatchObject({ kind: 'saved' })
    await pauses(luz, null)
    expect(await noteRequesterAnswer(carla, first, 'yes', NOW + 6)).toEqual(no('over'))
  })

  test('a no changes nothing about the mentor, frees the place, and they are not asked about it again', async () => {
    const [luz, asked] = [await mentor(), await request()]
    await asks(asked, luz)
    expect(await says(asked, luz, 'no')).toEqual(SAVED)
    expect(await asks(asked, luz, carla, NOW + 1)).toEqual(no('closed'))
    expect(await asks(await request(), luz)).toMatchObject({ kind: 'saved' })
    const [ann, later] = [await mentor(), await request()]
    await asks(later, ann)
    await says(later, ann, 'not-now')
    expect(await asks(later, ann, carla, NOW + 1)).toMatchObject({ kind: 'saved' })
  })

  test('that was taken back is over for everybody', async () => {
    const [luz, asked] = [await mentor(), await request()]
    await asks(asked, luz)
    const id = await idOf(asked)
    const both = await Promise.all([
      takeBackProposal(carla, id, NOW),
      takeBackProposal(cesar, id, NOW),
    ])
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['meanwhile', 'saved'])
    expect(await says(asked, luz)).toEqual(no('over'))
  })

  test('is the mentor’s alone to answer, and the coordinators’ of its programme to go on with', async () => {
    const [luz, ann, asked] = [await mentor(), await mentor(), await request()]
    const { gwen, oscar, ray } = platform.cast
    for (const by of [gwen, oscar, ray, luz]) {
      expect(await asks(asked, luz, by)).toEqual(NOT_ALLOWED)
    }
    await asks(asked, luz)
    const id = await idOf(asked)
    for (const by of [ann, carla, gwen, oscar])
      expect(await answerProposal(by, id, 'yes', NOW)).toEqual(NOT_ALLOWED)
    for (const by of [gwen, oscar, ray, luz]) {
      expect(await noteRequesterAnswer(by, id, 'yes', NOW)).toEqual(NOT_ALLOWED)
      expect(await connect(by, id, newId(NOW), NOW)).toEqual(NOT_ALLOWED)
      expect(await takeBackProposal(by, id, NOW)).toEqual(NOT_ALLOWED)
    }
  })

  test('of a mentor whose places became fewer since, the first yes counts', async () => {
    const luz = await mentor({ capacity: 2 })
    const [one, other] = [await request(), await request()]
    await asks(one, luz)
    await asks(other, luz)
    await write([{ sql: 'UPDATE sign_offs SET capacity = 1 WHERE person = ?', args: [luz.id] }])
    const both = await Promise.all([says(one, luz), says(other, luz)])
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['refused', 'saved'])
    expect(both.find(({ kind }) => kind === 'refused')).toEqual(no('no-place'))
  })
})

describe('whatever changed before a step', () => {
  const version = (of: Request, areas: string[]) =>
    insert('request_versions', {
      ...{ id: newId(NOW + 1), request: of.id, by: carla.id, at: NOW + 1 },
      answers: JSON.stringify({ ...ASKED, areas }),
    })
  const leavesOut = (whom: Person): Query => ({
    sql: `UPDATE sign_offs SET no_go_areas = '["home"]' WHERE person = ?`,
    args: [whom.id],
  })
  const causes: readonly (readonly [string, string, (of: Request, whom: Person) => Query])[] = [
    ['the request ended', 'request-over', (of) => ended(of.id, carla.id, NOW + 1)],
    ['consent went', 'request-over', (of) => consented(of.id, false, carla.id, NOW + 1)],
    ['the mentor pauses', 'not-ready', (_, whom) => pausing(whom, NOW - 1)],
    ['the mentor leaves it out', 'no-go', (_, whom) => leavesOut(whom)],
    ['another area is asked for', 'no-go', (of) => version(of, ['family'])],
  ]
  const steps = ['answer', 'requester', 'connect'] as const
  test.each(causes.flatMap((cause) => steps.map((step) => [...cause, step] as const)))(
    '%s: refused as %s',
    async (_, why, change, step) => {
      const [luz, asked] = [await mentor({ no_go_areas: '["family"]' }), await request()]
      await asks(asked, luz)
      const id = await idOf(asked)
      const go = {
        answer: () => answerProposal(luz, id, 'yes', NOW + 2),
        requester: () => noteRequesterAnswer(carla, id, 'yes', NOW + 2),
        connect: () => connect(carla, id, newId(NOW), NOW + 2),
      }
      for (const before of steps.slice(0, steps.indexOf(step)))
        expect(await go[before]()).toEqual(SAVED)
      await write([change(asked, luz)])
      expect(await go[step]()).toEqual(no(why))
      expect(await platform.rows('SELECT id FROM pairings WHERE proposal = ?', id)).toEqual([])
    },
  )

  test.each(causes)('%s while a coordinator asks: refused as %s', async (_, why, change) => {
    const [luz, asked] = [await mentor({ no_go_areas: '["family"]' }), await request()]
    // It has read how things stand, and waits for its turn to write.
    const said = asks(asked, luz)
    await write([change(asked, luz)])
    expect(await said).toEqual(no(why))
    expect(await newest(asked)).toBeUndefined()
  })

  test('a place that went since both said yes is not filled', async () => {
    const luz = await mentor({ capacity: 2 })
    const [one, other] = [await request(), await request()]
    for (const of of [one, other]) {
      await asks(of, luz)
      await says(of, luz)
      await noteRequesterAnswer(carla, await idOf(of), 'yes', NOW)
    }
    await write([{ sql: 'UPDATE sign_offs SET capacity = 1 WHERE person = ?', args: [luz.id] }])
    const both = await Promise.all(
      [one, other].map(async (of) => connect(carla, await idOf(of), newId(NOW), NOW)),
    )
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['refused', 'saved'])
    expect(both.find(({ kind }) => kind === 'refused')).toEqual(no('no-place'))
  })

  test('what was taken back is not connected, and what is connected is not taken back', async () => {
    const [luz, asked, ann, other] = [
      await mentor(),
      await request(),
      await mentor(),
      await request(),
    ]
    for (const [of, whom] of [
      [asked, luz],
      [other, ann],
    ] as const) {
      await asks(of, whom)
      await says(of, whom)
      await noteRequesterAnswer(carla, await idOf(of), 'yes', NOW)
    }
    expect(await takeBackProposal(carla, await idOf(asked), NOW)).toEqual(SAVED)
    expect(await connect(carla, await idOf(asked), newId(NOW), NOW)).toEqual(no('over'))
    expect(await connect(carla, await idOf(other), newId(NOW), NOW)).toEqual(SAVED)
    expect(await takeBackProposal(carla, await idOf(other), NOW)).toEqual({ kind: 'meanwhile' })
  })

  test('whom whoever asked refused, or was connected with, is not asked about them again', async () => {
    const [luz, asked, ann] = [await mentor(), await request(), await mentor()]
    await asks(asked, luz)
    await says(asked, luz)
    expect(await noteRequesterAnswer(carla, await idOf(asked), 'no', NOW)).toEqual(SAVED)
    expect(await asks(asked, luz, carla, NOW + 1)).toEqual(no('closed'))
    await asks(asked, ann, carla, NOW + 2)
    await says(asked, ann)
    await noteRequesterAnswer(carla, await idOf(asked), 'yes', NOW + 2)
    const pairing = newId(NOW)
    expect(await connect(carla, await idOf(asked), pairing, NOW + 2)).toEqual(SAVED)
    expect(await asks(asked, await mentor(), carla, NOW + 3)).toEqual(no('somebody-asked'))
    const over = { pairing, why: 'other', ended_on: '2026-12-01', by: carla.id, at: NOW + 3 }
    await write([insert('pairing_ends', over)])
    expect(await asks(asked, ann, carla, NOW + 4)).toEqual(no('closed'))
  })
})

describe('suggestions', () => {
  const suggested = (of: Request, asked: Asked = ASKED, after = '') =>
    read(
      candidatesQuery(
        { request: of.id, programme: of.programme, viewer: carla.id },
        asked,
        momentOf(of.programme, NOW),
        { after },
      ),
    )

  test('of a thousand mentors come a page at a time in one statement, in the order of the rule', async () => {
    const some = <T>(...values: T[]) => fc.constantFrom(...values)
    const lists = some('[]', '["en"]', '["es"]', '["en","es"]')
    const offers = fc.sample(
      fc.record({
        capacity: some(1, 2),
        languages: lists,
        contact_ways: some('[]', '["phone"]', '["letter"]'),
        place: some('', 'Leeds', 'York'),
        comfort_areas: some('[]', '["home"]', '["home","work"]'),
        no_go_areas: some('[]', '[]', '["family"]', '["home"]'),
        conditions: some('', '', 'By phone alone'),
        decided_at: some(1, 2, 3).map((days) => NOW - days * DAY_MS),
      }),
      { numRuns: 40, seed: 20261129 },
    )
    const long = 'long-term'
    const nobody: Asked = {
      areas: ['never'],
      languages: [],
      ways: [],
      times: '',
      place: '',
      wishes: [],
    }
    const others = (await suggested(await request({}, true, long), nobody)).total
    for (const offer of offers) await mentor(offer, long)
    const asked = { ...ASKED, areas: ['home', 'work'], place: 'leeds', wishes: ['place'] } as const
    const of = await request(asked, true, long)
    const all: Awaited<ReturnType<typeof suggested>>['rows'][number][] = []
    let after = ''
    expect(
      await readsOf(async () => {
        for (;;) {
          const page = await suggested(of, asked, after)
          all.push(...page.rows)
          after = page.rows.at(-1)?.id ?? ''
          if (page.rows.length < 10) break
        }
      }),
    ).toBe(Math.floor(all.length / 10) + 1)
    const first = await suggested(of, asked)
    expect(first.total).toBe(all.length)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.map(({ id }) => id)).toEqual(
      all.toSorted((a, b) => compareFits(asked, a, b)).map(({ id }) => id),
    )
    expect(all.every((one) => suggest(asked, one).kind === 'suggested')).toBe(true)
    expect(all.length).toBeLessThan(offers.length)
    expect(all.length - others).toBe(
      offers.filter(({ no_go_areas: left }) => !left.includes('home')).length,
    )
  })
})

/** One thing that happens: which, and to whom of three mentors and four requests. */
const act = fc.record({
  what: fc.constantFrom(
    ...Array.from(
      { length: 4 },
      () => ['propose', 'answer', 'requester', 'connect'] as const,
    ).flat(),
    ...(['no', 'pause', 'resume', 'withdraw', 'consent', 'day', 'back', 'end', 'over'] as const),
  ),
  mentor: fc.nat(2),
  request: fc.nat(3),
})
const isSaved = async (said: Promise<{ readonly kind: string }>) => (await said).kind === 'saved'

test('whatever happens in whichever order, no yes stands against readiness, places, no-go or consent', async () => {
  let connected = 0
  for (const acts of fc.sample(fc.array(act, { minLength: 90, maxLength: 90 }), {
    ...{ numRuns: 4, seed: 20261129 },
  })) {
    const mentors = await Promise.all(
      [1, 2, 1].map(async (capacity, at) => ({
        ...{ capacity, paused: false, withdrawn: false, noGo: at === 2 ? ['family'] : [] },
        who: await mentor({ capacity, no_go_areas: at === 2 ? '["family"]' : '[]' }),
      })),
    )
    const requests = await Promise.all(
      ['home', 'family', 'home', 'work'].map(async (area) => ({
        ...{ consent: true, area, ended: false },
        of: await request({ areas: [area] }),
      })),
    )
    let now = NOW
    for (const { what, ...at } of acts) {
      const whom = mentors[at.mentor]
      const asked = requests[at.request]
      if (!whom || !asked) throw new Error('nobody')
      now += 60_000
      const found = await newest(asked.of, now)
      const its = mentors.find(({ who }) => who.id === found?.mentor)
      let goesOn: typeof whom | null = null
      if (what === 'propose' && (await isSaved(asks(asked.of, whom.who, carla, now)))) goesOn = whom
      if ((what === 'pause' && at.request === 0) || what === 'resume') {
        whom.paused = what === 'pause'
        await pauses(whom.who, whom.paused ? now - 1 : null)
      }
      if (what === 'withdraw' && at.request === 0 && at.mentor === 1 && !whom.withdrawn) {
        whom.withdrawn = true
        const sql = `INSERT INTO withdrawals (sign_off, withdrawn_by, withdrawn_at, reason) SELECT id, ?, ?, 'x' FROM sign_offs WHERE person = ?`
        await write([{ sql, args: [carla.id, now - 1, whom.who.id] }])
      }
      if (what === 'consent' && (!asked.consent || at.mentor === 0)) {
        asked.consent = !asked.consent
        await write([consented(asked.of.id, asked.consent, carla.id, now)])
      }
      if (what === 'over' && at.mentor === 0 && at.request === 0 && !asked.ended) {
        asked.ended = true
        await write([ended(asked.of.id, carla.id, now)])
      }
      if (what === 'day') now += DAY_MS
      if (found && its) {
        const { id, pairing, endedAt } = found
        if (what === 'answer' && found.answer === null)
          goesOn = (await isSaved(answerProposal(its.who, id, 'yes', now))) ? its : null
        if (what === 'no' && at.mentor === 0) await answerProposal(its.who, id, 'no', now)
        if (what === 'requester' && found.requesterAnswer === null)
          goesOn = (await isSaved(noteRequesterAnswer(carla, id, 'yes', now))) ? its : null
        if (
          what === 'connect' &&
          !pairing &&
          (await isSaved(connect(carla, id, newId(now), now)))
        ) {
          goesOn = its
          connected++
        }
        if (what === 'back' && at.mentor === 0) await takeBackProposal(carla, id, now)
        if (what === 'end' && pairing && endedAt === null) {
          const over = { pairing, why: 'other', ended_on: '2026-12-01', by: carla.id, at: now }
          await write([insert('pairing_ends', over)])
        }
      }
      if (!goesOn) continue
      const { paused, withdrawn, noGo, capacity, who } = goesOn
      expect({ paused, withdrawn, consent: asked.consent, ended: asked.ended }).toEqual({
        ...{ paused: false, withdrawn: false, consent: true, ended: false },
      })
      expect(noGo).not.toContain(asked.area)
      const moment = momentOf(PROGRAMME, now)
      const states = (await read(proposalsQuery({ mentor: who.id }, PROGRAMME, moment))).map(
        (one) => proposalStateOf(one, moment.today),
      )
      const places = states.filter((state) => isOpenState(state) || state === 'connected')
      expect(places.length).toBeLessThanOrEqual(capacity)
    }
  }
  expect(connected).toBeGreaterThan(2)
})
