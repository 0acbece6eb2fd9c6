/** The audit trail's words and its question. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LANGUAGES } from '#domain/course/language.ts'
import { wordsIn } from '#i18n/words.ts'
import { actInWords, readAuditWish } from '#web/audit-wish.ts'

test('every act that is written down has words, in both languages', () => {
  const source = globSync('src/server/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const calls = source.matchAll(
    /\baudited\(([^()]|\([^()]*\))*\)|\bact: [^\n]*|\bnoteSeen\([^)]*\)/g,
  )
  const acts = [...calls]
    .map(([call]) => (call.startsWith('noteSeen') ? call.replace(/'(?=[a-z])/, "'seen:") : call))
    .flatMap((call) => [...call.matchAll(/['`]([a-z]+(?:[-:][a-z-]*)*)/g)].map(([, act]) => act))
    .filter(
      (act) =>
        act !== undefined && !['accepted', 'not-yet', 'take', 'hand', 'put-off'].includes(act),
    )
  expect(acts.length).toBeGreaterThan(40)
  for (const language of LANGUAGES) {
    const words = wordsIn(language).audit.acts
    expect(acts.filter((act) => actInWords(words, act ?? '') === '')).toEqual([])
  }
})

test('a day that the calendar does not have is named and left out, like a last day before the first', () => {
  const ask = (query: string) => readAuditWish(new URLSearchParams(query), ['kidney'], 'UTC')
  expect(ask('from=2026-02-30&to=2026-03-01')).toMatchObject({
    problems: ['from'],
    filter: { from: null, before: Date.UTC(2026, 2, 2) },
  })
  expect(ask('from=2026-03-02&to=2026-03-01')).toMatchObject({
    problems: ['order'],
    filter: { from: null, before: null },
  })
  expect(ask('programme=kidney').filter.programmes).toEqual(['kidney'])
  expect(ask('programme=nowhere').filter.programmes).toBeNull()
})
