/** Under whose name a line of a practice session stands. */
import { expect, test } from 'vitest'
import type { Session } from '#domain/course/session.ts'
import { wordsIn } from '#i18n/words.ts'
import { session as window } from '#tests/fixtures/course.ts'
import { transcript } from '#view/session.ts'
import type { Links } from '#view/frame.ts'

const links: Links = {
  home: '/',
  item: (id) => id,
  card: (id, { section }) => `/${id}/${section}`,
  question: (id) => id,
  quizResult: (id) => id,
  talk: (id) => id,
  debrief: (id) => id,
}

/** Names and words, line by line. */
const linesOf = (
  change: (turn: Session['turns'][number]) => Session['turns'][number],
): string[] => {
  const turn = window.turns.map(change)[0]
  const reply = turn?.replies[0]
  if (!turn || !reply) throw new Error('no turn')
  const drawn = transcript(window, [{ turn, reply }], {
    language: 'en',
    locale: { tag: 'en-US', timeZone: 'UTC' },
    words: wordsIn('en').course,
    links,
  }).text
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
