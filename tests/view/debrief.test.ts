/** What a debrief says of a reply that missed several principles. */
import { expect, test } from 'vitest'
import { debriefOf } from '#domain/practice/road.ts'
import { wordsIn } from '#i18n/words.ts'
import { courseOf } from '#tests/built-course.ts'
import { debriefBody } from '#view/debrief.ts'
import type { Frame } from '#view/frame.ts'

const frame: Frame = {
  language: 'en',
  locale: { tag: 'en-US', timeZone: 'UTC' },
  words: wordsIn('en').course,
  links: {
    home: '/',
    item: (id) => id,
    card: (id) => id,
    question: (id) => id,
    quizResult: (id) => id,
    talk: (id) => id,
    debrief: (id) => id,
  },
}

test('why, and what would have been better, is said once, at the first principle', () => {
  const session = courseOf('en')
    .modules.flatMap(({ sessions }) => sessions)
    .find(({ id }) => id === 'practising/skip-thursday')
  const turn = session?.turns[0]
  const reply = turn?.replies.find(
    ({ verdicts }) => Object.values(verdicts).filter((one) => one !== 'kept').length > 1,
  )
  const ending = session?.endings[0]
  if (!session || !turn || !reply || !ending) throw new Error('no such reply')
  const exchanges = [{ turn, reply }]
  const drawn = debriefBody({ session, exchanges, ending, again: null }, frame).text
  expect(debriefOf(exchanges).length).toBeGreaterThan(1)
  expect(drawn.match(/<article/g)).toHaveLength(debriefOf(exchanges).length)
  expect(drawn.match(new RegExp(`<dt>${frame.words.why}</dt>`, 'g'))).toHaveLength(1)
  expect(drawn.match(/class="better-line"/g)).toHaveLength(1)
})
