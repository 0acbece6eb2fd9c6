/** What goes to a device of one's own: the course with its keys, and of its person nothing that they wrote. */
import { expect, test } from 'vitest'
import { learntOf, moduleToSave } from '#domain/learning/saved.ts'
import { courseOf } from '#tests/built-course.ts'

test('a module comes alone, with the glossary and the pages to print, and nothing for those who teach', () => {
  const course = courseOf('en')
  const alone = moduleToSave(course, 'consent')
  expect(alone?.modules.map(({ slug }) => slug)).toEqual(['consent'])
  expect(alone?.resources).toEqual(course.resources)
  expect(alone?.glossary).toEqual(course.glossary)
  expect(course.teaching.length).toBeGreaterThan(0)
  expect(alone?.teaching).toEqual([])
  expect(moduleToSave(course, 'cooking')).toBeNull()
  expect(moduleToSave(course, 'constructor')).toBeNull()
})

test('that she wrote is known there; her words, how sure she feels, whom she met and her pause are not', () => {
  const learnt = learntOf({
    'consent/waiting': { kind: 'lesson', revision: 1 },
    'consent/a-promise': {
      kind: 'written',
      record: 'r1',
      text: 'Her sister is called June.',
      fields: { who: 'June' },
      shared: false,
    },
    'confidence/before': { kind: 'rated', record: 'r2', ratedAt: 1, ratings: { consent: 2 } },
    meetings: { kind: 'meetings', meetings: [{ id: 'r3', day: '2026-11-02' }] },
    pause: { kind: 'pause', since: 5 },
  })
  expect(learnt).toEqual({
    'consent/waiting': { kind: 'lesson', revision: 1 },
    'consent/a-promise': { kind: 'written', record: 'r1', text: '', fields: {}, shared: false },
  })
})
