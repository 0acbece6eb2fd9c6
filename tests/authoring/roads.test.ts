/** All the roads through all the sessions, millions of them, looked at in the source; and no text left in the other language. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { compileContent } from '#authoring/check.ts'
import { passedOver } from '#authoring/check-signs-on-roads.ts'
import { sessionFile, type SessionFile } from '#authoring/schema.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import type { Course } from '#domain/course/course.ts'
import { fillCourse } from '#domain/programme/fill-words.ts'
import { varietyOf } from '#domain/programme/locale.ts'
import { wordsIn } from '#i18n/words.ts'
import { otherLanguageIn } from '#tests/other-language.ts'

const { courses, packs, programmes } = compileContent('content')

type Turn = SessionFile['turns'][number]
type Reply = Turn['replies'][number]

const sessions = [
  ...(courses.en?.modules ?? []).map(({ sessions: own }) => ({ folder: 'content/en', own })),
  ...packs.en.map(({ sessions: own }) => ({ folder: 'content/en/areas', own })),
].flatMap(({ folder, own }) =>
  own.map(({ id, slug }): [string, SessionFile] => [
    slug,
    sessionFile.parse(parse(readFileSync(`${folder}/${id}.yaml`, 'utf8'))),
  ]),
)

const turnOf = (session: SessionFile, id: string): Turn => {
  const turn = session.turns.find((one) => one.id === id)
  if (!turn) throw new Error(`there is no turn ${id}`)
  return turn
}

/** How many roads lead from here to an ending. A way back to a turn that was passed would have no number: it is refused. */
function roadsFrom(session: SessionFile, id: string, passed: readonly string[] = []): bigint {
  if (passed.includes(id)) throw new Error(`a circle: ${[...passed, id].join(' > ')}`)
  const known = COUNTED.get(session)?.get(id)
  if (known !== undefined) return known
  let roads = 0n
  for (const { to, repair, end } of turnOf(session, id).replies)
    roads += end ? 1n : roadsFrom(session, to ?? repair ?? '', [...passed, id])
  COUNTED.set(session, (COUNTED.get(session) ?? new Map<string, bigint>()).set(id, roads))
  return roads
}
const COUNTED = new Map<SessionFile, Map<string, bigint>>()

const allKept = ({ principles }: Reply): boolean =>
  Object.values(principles).every((verdict) => verdict === 'kept')
const hasSign = ({ sign }: Turn): boolean => typeof sign === 'string'

describe.each(sessions)('the roads of %s', (_, session) => {
  test('all end, and every reply and every ending is on one', () => {
    expect(roadsFrom(session, session.start)).toBeGreaterThan(1000n)
    const walked = COUNTED.get(session)
    expect(session.turns.filter(({ id }) => !walked?.has(id)).map(({ id }) => id)).toEqual([])
    const ends = new Set(session.turns.flatMap(({ replies }) => replies.map(({ end }) => end)))
    expect(session.endings.filter(({ id }) => !ends.has(id)).map(({ id }) => id)).toEqual([])
  })

  test('have 20 turns at most, 4 replies each, and one that is best in every turn', () => {
    expect(session.turns.length).toBeLessThanOrEqual(20)
    for (const { id, replies } of session.turns) {
      expect(replies.length, id).toBeLessThanOrEqual(4)
      expect(replies.filter(allKept).length, id).toBe(1)
    }
  })

  test('are judged by principles that have words in every language', () => {
    for (const reply of session.turns.flatMap(({ replies }) => replies)) {
      const judged = Object.keys(reply.principles) as (keyof typeof reply.principles)[]
      expect(judged.length, reply.id).toBeGreaterThan(0)
      for (const variety of ['en', 'en-GB', 'es'] as const)
        for (const principle of judged)
          expect(wordsIn(variety).course.principles[principle]).toMatch(/\S/)
    }
  })

  test('the best one never passes an urgent sign, and none that holds well leaves one open', () => {
    for (const { id, replies } of session.turns.filter(hasSign)) {
      expect(replies.filter(({ principles }) => !principles.safety).map((one) => one.id)).toEqual(
        [],
      )
      for (const best of replies.filter(allKept)) expect(best.principles.safety, id).toBe('kept')
    }
    expect(passedOver(session)).toEqual([])
  })
})

test('a sign that nobody asked about is found, whatever comes after it', () => {
  const [, session] = sessions.find(([slug]) => slug === 'sisters-kidney') ?? []
  if (!session) throw new Error('no such session')
  const careless: SessionFile = {
    ...session,
    turns: session.turns.map((turn) => ({
      ...turn,
      replies: turn.replies.map((reply) =>
        reply.id === 'somebody-looks-now' ? { ...reply, principles: { safety: 'missed' } } : reply,
      ),
    })),
  }
  expect(passedOver(careless)).toEqual([{ turn: 'it-hurts-here', reply: 'somebody-looks-now' }])
})

/** Each text of a course by where it stands; what a machine reads is left out. */
function textsOf(course: Course): Map<string, string> {
  const texts = new Map<string, string>()
  const walk = (value: unknown, place: string): void => {
    if (typeof value === 'string') {
      if (/\s/.test(value.trim())) texts.set(place, value)
    } else if (value && typeof value === 'object')
      for (const [key, one] of Object.entries(value)) walk(one, `${place}/${key}`)
  }
  walk([course.title, course.summary, course.modules, course.resources, course.glossary], '')
  return texts
}

describe.each(['kidney', 'long-term'])('in the programme %s', (slug) => {
  test.each(LANGUAGES)('no text in %s is left in the other language', (language) => {
    const texts = (wanted: typeof language): Map<string, string> => {
      const programme = programmes[wanted].find((one) => one.slug === slug)
      const course = programme && courses[varietyOf(wanted, programme)]
      if (!course) throw new Error(`no course for ${slug}`)
      const modules = [...course.modules, ...packs[wanted]]
      return textsOf(fillCourse({ ...course, modules }, programme))
    }
    const [mine, other] = [texts(language), texts(language === 'en' ? 'es' : 'en')]
    const left = [...mine].flatMap(([place, text]) => {
      // A face speaks no language.
      if (place.endsWith('/portrait/drawing')) return []
      const found = otherLanguageIn(text.replace(/<(?!\/?em>)[^>]*>/g, ' '), language)
      return found.length || other.get(place) === text ? [`${place}: ${found[0] ?? text}`] : []
    })
    expect(left).toEqual([])
    expect(mine.size).toBeGreaterThan(2000)
  })
})
