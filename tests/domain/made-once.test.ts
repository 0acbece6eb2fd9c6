/** What is made once and kept is handed to nobody for whom it would be another. */
import { describe, expect, test } from 'vitest'
import { offsetAt } from '#domain/calendar/zone.ts'
import { cardsOf } from '#domain/course/cards.ts'
import { allSteps, findStep, stepsOf } from '#domain/course/course.ts'
import { withOpened } from '#domain/learning/opened.ts'
import { escape } from '#domain/text/escape.ts'
import { fewRandomBytes } from '#server/trail/random-bytes.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'

const courseOf = (programme: string, language: 'en' | 'es') =>
  loadCourse(language, loadProgramme(programme, language))

describe('Kept for everybody', () => {
  test('the steps of a course are those of its own language, programme and opened sessions', () => {
    const english = courseOf('kidney', 'en')
    const others = [courseOf('kidney', 'es'), courseOf('long-term', 'en')]
    for (const course of [english, ...others, english])
      for (const step of allSteps(course)) {
        expect(course.modules).toContain(step.module)
        expect(stepsOf(step.module)).toContain(step)
        expect(findStep(course, step.item.id)).toBe(step)
      }
    const locked = english.modules
      .flatMap(({ sessions }) => sessions)
      .find(({ openedByCoordinator, needs }) => openedByCoordinator && needs.length > 0)
    const id = locked?.id ?? ''
    const needsIn = (course: typeof english) => {
      const step = findStep(course, id)
      return step?.kind === 'session' ? step.item.needs : null
    }
    expect(needsIn(withOpened(english, [id]))).toEqual([])
    expect(needsIn(english)).toEqual(locked?.needs)
  })

  test('the cards of a lesson are cut from its own words', () => {
    const lessonsIn = (programme: string, language: 'en' | 'es') =>
      courseOf(programme, language).modules.flatMap(({ lessons }) => lessons)
    const all = [lessonsIn('kidney', 'en'), lessonsIn('kidney', 'es'), lessonsIn('long-term', 'en')]
    for (const { html } of [...all, ...all].flat())
      expect(
        cardsOf(html)
          .map((card) => card.html)
          .join(''),
      ).toBe(html)
  })

  test('clocks that are set are read anew, and each zone has its own', () => {
    const set = Date.parse('2026-03-08T08:00:00Z')
    const hours = (at: number, zone: string): number => offsetAt(at, zone) / 3_600_000
    expect(hours(set - 1, 'America/Chicago')).toBe(-6)
    expect(hours(set - 1, 'Europe/London')).toBe(0)
    expect(hours(set, 'America/Chicago')).toBe(-5)
    expect(hours(set + 999, 'America/Chicago')).toBe(-5)
    expect(hours(set - 1000, 'America/Chicago')).toBe(-6)
    expect(hours(set, 'Europe/London')).toBe(0)
  })

  test('random bytes are handed out once', () => {
    const taken = Array.from({ length: 2000 }, () => fewRandomBytes(10))
    const before = taken.map((bytes) => Buffer.from(bytes).toString('hex'))
    fewRandomBytes(4096)
    expect(new Set(before).size).toBe(2000)
    expect(taken.map((bytes) => Buffer.from(bytes).toString('hex'))).toEqual(before)
  })

  test('a text with and one without signs, in turn', () => {
    for (const [text, shown] of [
      ['plain', 'plain'],
      [`<a href="x" title='y'>&`, '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;'],
      ['plain', 'plain'],
      ["'", '&#39;'],
    ] as const)
      expect(escape(text)).toBe(shown)
  })
})
