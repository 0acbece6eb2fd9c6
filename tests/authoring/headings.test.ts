/** A lesson in parts: what an author is told whose lesson has too few, too many, or one that is too long. */
import { expect, test } from 'vitest'
import { swap, told } from './small-content.ts'

const LESSON = 'en/consent/waiting.mdx'

const errors = (change: (text: string) => string): string[] =>
  told({ [LESSON]: change }).filter((text) => text.startsWith('error: '))

test('fewer than three parts are told', () => {
  expect(errors(swap('## More\n', ''))).toEqual([
    `error: content/${LESSON}:8 (text): it has 2 parts\n  -> write 3 to 6 headings with "## ", each over what makes sense alone`,
  ])
})

test('the seventh part is told where it begins', () => {
  const four = ['Four', 'Five', 'Six', 'Seven'].map((title) => `## ${title}\n\nOne.\n`).join('\n')
  expect(errors((text) => `${text}\n${four}`)[0]).toMatch(
    /waiting\.mdx:\d+ \(text\): it has 7 parts/,
  )
  expect(errors((text) => `${text}\n${four.replace(/## Seven[\s\S]*/, '')}`)).toEqual([])
})

test('a part that two screens do not hold is told with its words', () => {
  const long = (words: number) => swap('Read on.', 'word '.repeat(words))
  expect(errors(long(255))).toEqual([])
  expect(errors(long(300))[0]).toMatch(
    /waiting\.mdx:\d+ \(text\): the part "More" has 30\d words\n {2}-> shorten it to 260/,
  )
})

test('of what is told in one country only, the longer one counts', () => {
  const both = `<Only country="us">\n\n${'word '.repeat(200)}\n\n</Only>\n\n<Only country="uk">\n\n${'word '.repeat(210)}\n\n</Only>`
  expect(errors(swap('Read on.', both))).toEqual([])
})
