/** Under whose name a line of a practice session stands. */
import { expect, test } from 'vitest'
import type { Session } from '#domain/course/session.ts'
import { wordsIn } from '#i18n/words.ts'
import { session as window } from '#tests/fixtures/course.ts'
import { sessionStartView, transcript, turnView } from '#view/session.ts'
import type { Frame, Links } from '#view/frame.ts'

const links: Links = {
  home: '/',
  item: (id) => id,
  card: (id, { section }) => `/${id}/${section}`,
  question: (id) => id,
  quizResult: (id) => id,
  talk: (id) => id,
  debrief: (id) => id,
}

const frame: Frame = {
  language: 'en',
  locale: { tag: 'en-US', timeZone: 'UTC' },
  words: wordsIn('en').course,
  links,
}

/** Names and words, line by line. */
const linesOf = (
  change: (turn: Session['turns'][number]) => Session['turns'][number],
): string[] => {
  const turn = window.turns.map(change)[0]
  const reply = turn?.replies[0]
  if (!turn || !reply) throw new Error('no turn')
  const drawn = transcript(window, [{ turn, reply }], frame).text
  return [...drawn.matchAll(/<li[\s\S]*?<\/li>/g)].map(([line]) =>
    line
      .replace(/<span class="line__who">(.*?)<\/span>/, '$1: ')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

test('what the other person says stands under their name', () => {
  expect(linesOf((turn) => ({ ...turn, says: 'Hm?' }))[0]).toBe(`${window.who}: Hm?`)
})

test('their face stands beside their own lines alone, described once, and only where it was drawn', () => {
  const drawn = { ...window, portrait: { drawing: '<path d="M0 0h9"/>', alt: 'A "tired" man.' } }
  const turn = drawn.turns[0]
  if (!turn) throw new Error('no turn')
  const nurse = { kind: 'person', name: 'The nurse' } as const
  const model = { isRepair: false, exchanges: [], chosen: null, hidden: {} }
  const pageOf = (session: Session, now: Session['turns'][number]): string =>
    turnView({ ...model, session, turn: now }, frame).text
  const own = pageOf(drawn, turn)
  expect(own.match(/<symbol id="face"/g)).toHaveLength(1)
  expect(own).toMatch(/line__who"><svg class="face" aria-hidden="true"[^>]*><use href="#face">/)
  expect(pageOf(drawn, { ...turn, speaker: nurse })).not.toContain('<use')
  expect(pageOf(window, turn)).not.toContain('<svg')
  const start = { moduleTitle: 'M', notice: '', begun: false, timesDone: 0, debrief: null }
  expect(sessionStartView({ ...start, session: drawn, hidden: {} }, frame).text).toContain(
    'role="img" aria-label="A &quot;tired&quot; man."',
  )
})

test('what a third person says stands under theirs', () => {
  const nurse = { kind: 'person', name: 'The nurse' } as const
  expect(linesOf((turn) => ({ ...turn, speaker: nurse, says: 'Go on.' }))[0]).toBe(
    'The nurse: Go on.',
  )
})

test('what is told stands under nobody’s, as a turn and as a consequence', () => {
  const narration = { kind: 'narration' } as const
  const lines = linesOf((turn) => ({
    ...turn,
    speaker: narration,
    says: 'He reads.',
    replies: turn.replies.map((reply) => ({
      ...reply,
      answeredBy: narration,
      consequence: 'He nods.',
    })),
  }))
  expect([lines[0], lines[2]]).toEqual(['He reads.', 'He nods.'])
  expect(lines[1]).toMatch(/^You: /)
})
