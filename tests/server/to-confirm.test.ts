/** What is open about a fact: for those who teach it, never for trainees. */
import { expect, test } from 'vitest'
import type { Person, Role } from '#domain/people/person.ts'
import { loadProgramme } from '#server/course/load-course.ts'
import { showAbout } from '#server/show/about.ts'
import { showToConfirm } from '#server/show/coordinate/to-confirm.ts'
import { showPrintedModule } from '#server/show/learn/printed.ts'
import { courseOf } from '#tests/built-course.ts'

const person = (role: Role): Person => ({
  id: role,
  name: role,
  signInName: role,
  display: '',
  language: 'en',
  roles: [{ role, programme: 'kidney' }],
})
const here = (programme: string) =>
  ({ programme: loadProgramme(programme, 'en'), language: 'en' }) as const
const printed = (role: Role, programme = 'kidney') =>
  showPrintedModule(
    {
      by: person(role),
      person: role,
      course: courseOf('en', programme),
      progress: {},
      areas: [],
      lastItem: null,
      lastAt: null,
      askedAt: null,
    },
    'safety',
    here(programme),
  )

test('a trainee prints a module without what is open in it, a coordinator with it', () => {
  expect(printed('trainee')?.toConfirm).toEqual([])
  expect(printed('coordinator')?.toConfirm.map(({ id }) => id)).toContain('access-bleed')
})

test('what holds in the other country is not asked', () => {
  const ids = (programme: string) =>
    printed('coordinator', programme)?.toConfirm.map(({ id }) => id)
  expect(ids('kidney')).toContain('us-network')
  expect(ids('kidney')).not.toContain('uk-complaints')
  expect(ids('long-term')).toContain('uk-complaints')
  expect(ids('long-term')).not.toContain('us-network')
})

test('each expert has a list with the pages that rest on each point; a trainee has none', () => {
  const lists = showToConfirm(person('coordinator'), courseOf('en'), here('kidney'))
  if ('kind' in lists) throw new Error('not allowed')
  const nurse = lists.find(({ who }) => who === 'a nephrology nurse')
  expect(nurse?.facts[0]?.where).toContainEqual({
    href: '/learn/safety/urgent-signs',
    title: 'When it can’t wait',
  })
  expect(showToConfirm(person('trainee'), courseOf('en'), here('kidney'))).toEqual({
    kind: 'not-allowed',
  })
  // The About page counts the same points and names none.
  expect(showAbout(here('kidney').programme, 'en').asked).toEqual(
    lists.map(({ who, facts }) => ({ who, points: facts.length })),
  )
})
