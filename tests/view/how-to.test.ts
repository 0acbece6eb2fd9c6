/** What is still to do for sign-off, in words that fit what was there before. */
import { expect, test } from 'vitest'
import type { Competency } from '#domain/readiness/competency.ts'
import { stateOfNeed, type Facts } from '#domain/readiness/needs.ts'
import { wordsIn } from '#i18n/words.ts'
import { course, session } from '#tests/fixtures/course.ts'
import { howTo } from '#view/how-to.ts'

const nothing: Facts = {
  course,
  progress: {},
  observations: [],
  talks: [],
  outside: [],
  answers: [],
}

function said(need: Competency['needs'][number], facts: Partial<Facts>): string {
  const line: Competency = {
    id: 'self-care',
    star: true,
    title: 'Self-care',
    plain: 'Self-care',
    anchors: [],
    harmful: '',
    earlier: null,
    principles: ['no-advice'],
    needs: [need],
  }
  const state = stateOfNeed(line, need, { ...nothing, ...facts })
  return howTo(state, course, wordsIn('en').mentor).text
}

const practice = { kind: 'practice', session: session.slug } as const
const crossed: Facts['progress'] = {
  [session.id]: {
    kind: 'session',
    open: null,
    ended: [{ id: 'run', road: [], ending: 'harm', endedBy: 'r', crossed: ['no-advice'] }],
  },
}

test.each([
  ['a practice talk before any was tried', practice, {}, false],
  ['a practice talk that crossed a line', practice, { progress: crossed }, true],
  ['a talk before any was held', { kind: 'talk' }, {}, false],
  [
    'a talk that was not enough',
    { kind: 'talk' },
    { talks: [{ id: 't', competency: 'self-care', accepted: false }] },
    true,
  ],
  ['a role play before anybody watched', { kind: 'observation', level: 2 }, {}, false],
] as const)('C7: %s', (_, need, facts, again) => {
  expect(/\b(once|one) more\b/i.test(said(need, facts as Partial<Facts>))).toBe(again)
})
