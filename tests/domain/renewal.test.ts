/** How many pages a sign-off takes, for every combination; and what a renewal takes over. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Need } from '#domain/readiness/competency.ts'
import type { Judgement, Offer } from '#domain/readiness/offer.ts'
import {
  keepsOffer,
  keptLines,
  takenOver,
  type Renewed,
  type Today,
} from '#domain/readiness/renewal.ts'
import {
  nextStep,
  slugOf,
  type Answers,
  type Ground,
  type Step,
} from '#domain/readiness/sign-off-journey.ts'
import { DECISIONS, type Decision } from '#domain/readiness/standing.ts'
import { withSaid } from '#domain/readiness/with-said.ts'

const LINES = ['consent', 'listening', 'own-story', 'limits', 'self-care', 'safety']
const OFFER: Offer = {
  comfortAreas: ['diabetes'],
  noGoAreas: ['transplant'],
  languages: ['en'],
  contactWays: ['phone'],
  capacity: 2,
  place: 'North Clinic',
}
const TALK: readonly Need[] = [{ kind: 'talk' }]
const needs = Object.fromEntries(LINES.map((line) => [line, TALK]))

const evidence = (lines: readonly { id: string; met: boolean; rests: string }[]): string =>
  JSON.stringify(
    lines.map(({ id, met, rests }) => ({
      competency: id,
      met,
      evidence: [{ kind: 'talk', id: rests, about: id, revision: 1 }],
    })),
  )
const THEN = LINES.map((id) => ({ id, met: true, rests: `${id}-1` }))
const before: Renewed = {
  evidence: evidence(THEN),
  needs: JSON.stringify(needs),
  judgements: Object.fromEntries(LINES.map((id) => [id, 'shown'] as const)),
  offer: OFFER,
}
const today = (lines = THEN, more: Partial<Today> = {}): Today => ({
  evidence: evidence(lines),
  met: lines.flatMap(({ id, met }) => (met ? [id] : [])),
  needs,
  areas: ['diabetes', 'transplant'],
  grounded: ['diabetes', 'transplant'],
  agreed: 2,
  said: {},
  ...more,
})
const groundOf = ({ met }: Today): Ground => ({
  lines: LINES,
  met,
  openChecks: [],
  areas: { diabetes: { by: 'talk', talk: 't', heldAt: 1 } },
  today: '2026-11-21',
})

/** What a coordinator sends from one page. */
function says(step: Step, decision: Decision, judge: (line: string) => Judgement): Answers {
  switch (step.kind) {
    case 'line':
      return { judgements: { [step.line]: judge(step.line) } }
    case 'met':
      return { judgements: Object.fromEntries(step.lines.map((id) => [id, judge(id)])) }
    case 'decision':
      return { decision }
    case 'practise':
      return { judgements: { consent: 'not-yet' } }
    case 'reason':
      return { reason: 'You wait.', conditions: '', otherwise: 'We talked.', internalNote: '' }
    case 'offer':
      return OFFER
    case 'until':
      return { expiresOn: '2027-11-01' }
  }
}

/** Every page on the way, with the evidence before and check and declaration after. */
function pagesOf(
  ground: Ground,
  decision: Decision,
  judge: (line: string) => Judgement = () => 'shown',
  begins: Answers = {},
): string[] {
  const pages = ['evidence']
  let answers = begins
  for (let step = nextStep(answers, ground); step; step = nextStep(answers, ground)) {
    expect(pages).not.toContain(slugOf(step))
    pages.push(slugOf(step))
    answers = withSaid(step, answers, says(step, decision, judge))
  }
  return [...pages, 'check', 'declare']
}
const MOST = 8
const met = fc.subarray(LINES)
const decision = fc.constantFrom(...DECISIONS)
const notYet = fc.subarray(LINES)

describe('a sign-off', () => {
  test('with every line met takes eight pages, and these', () => {
    expect(pagesOf(groundOf(today()), 'ready')).toEqual([
      'evidence',
      'met',
      'decision',
      'reason',
      'offer',
      'until',
      'check',
      'declare',
    ])
  })

  test('takes at most eight pages and one for each line that is not met, whatever is said', () => {
    fc.assert(
      fc.property(met, decision, notYet, (lines, what, open) => {
        const ground: Ground = { ...groundOf(today()), met: lines }
        const pages = pagesOf(ground, what, (id) => (open.includes(id) ? 'not-yet' : 'shown'))
        expect(pages.length).toBeLessThanOrEqual(MOST + LINES.length - lines.length)
        // Nothing that is not met is said together with others.
        const single = pages.filter((page) => page.startsWith('line-')).length
        expect(single).toBe(lines.length > 1 ? LINES.length - lines.length : LINES.length)
      }),
    )
  })
})

describe('a renewal', () => {
  const renew = (now: Today, what: Decision = 'ready') =>
    pagesOf(groundOf(now), what, () => 'shown', takenOver(before, now))

  test('with nothing changed asks for the decision, the reason and the day', () => {
    expect(renew(today())).toEqual(['evidence', 'decision', 'reason', 'until', 'check', 'declare'])
  })

  test('with one change of any kind takes at most eight pages', () => {
    const fresh = (id: string, isMet: boolean) =>
      THEN.map((line) => (line.id === id ? { id, met: isMet, rests: 'new' } : line))
    const more = { ...needs, limits: [{ kind: 'observation', level: 2 }] as const }
    const changes: readonly Today[] = [
      ...LINES.flatMap((id) => [today(fresh(id, true)), today(fresh(id, false))]),
      today(THEN, { needs: more }),
      today(THEN, { areas: ['diabetes'] }),
      today(THEN, { agreed: 1 }),
      today(THEN, { said: { comfortAreas: [] } }),
    ]
    for (const change of changes)
      for (const what of DECISIONS) expect(renew(change, what).length).toBeLessThanOrEqual(MOST)
    expect(renew(today(fresh('limits', true)))).toContain('met')
    expect(renew(today(fresh('limits', false)))).toContain('line-limits')
    expect(renew(today(THEN, { needs: more }))).toContain('met')
    expect(renew(today(THEN, { agreed: 1 }))).toContain('offer')
  })

  test('takes over no line that is open, changed, asks for more, or was “not yet”', () => {
    const line = fc.record({ met: fc.boolean(), isNew: fc.boolean(), more: fc.boolean() })
    const all = fc.tuple(...LINES.map(() => line))
    fc.assert(
      fc.property(all, notYet, (states, open) => {
        const of = (id: string) => states[LINES.indexOf(id)]
        const now = today(
          THEN.map(({ id, rests }) => ({
            id,
            met: of(id)?.met ?? false,
            rests: of(id)?.isNew ? 'new' : rests,
          })),
          {
            needs: Object.fromEntries(
              LINES.map((id) => [
                id,
                of(id)?.more ? [...TALK, { kind: 'quiz', module: 'm' }] : TALK,
              ]),
            ),
          },
        )
        const was: Renewed = {
          ...before,
          judgements: Object.fromEntries(
            LINES.map((id) => [id, open.includes(id) ? 'not-yet' : 'shown'] as const),
          ),
        }
        expect(keptLines(was, now)).toEqual(
          LINES.filter(
            (id) => of(id)?.met && !of(id)?.isNew && !of(id)?.more && !open.includes(id),
          ),
        )
      }),
    )
  })

  test('of a sign-off that did not write down what it asked takes over no line', () => {
    expect(keptLines({ ...before, needs: '' }, today())).toEqual([])
  })

  test('asks for the offer anew where an area is gone, nothing was offered, or another number was agreed', () => {
    expect(keepsOffer(before, today())).toBe(true)
    expect(keepsOffer(before, today(THEN, { areas: ['transplant'] }))).toBe(false)
    expect(keepsOffer(before, today(THEN, { agreed: 1 }))).toBe(false)
    expect(keepsOffer(before, today(THEN, { said: { comfortAreas: ['transplant'] } }))).toBe(false)
    expect(keepsOffer(before, today(THEN, { grounded: ['transplant'] }))).toBe(false)
    expect(keepsOffer(before, today(THEN, { said: { place: 'South Clinic' } }))).toBe(false)
    expect(keepsOffer(before, today(THEN, { said: OFFER }))).toBe(true)
    const without = (offer: Partial<Offer>) => ({ ...before, offer: { ...OFFER, ...offer } })
    expect(keepsOffer(without({ languages: [] }), today())).toBe(false)
    expect(keepsOffer(without({ contactWays: [] }), today())).toBe(false)
  })
})
