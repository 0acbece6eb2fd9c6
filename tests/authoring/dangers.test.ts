/** What a renal social worker and a safeguarding lead look for first, where a machine can see it: in every language. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { compileContent } from '#authoring/check.ts'
import { sessionFile } from '#authoring/schema.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import type { Reply, Session, Turn } from '#domain/course/session.ts'

const { courses, facts } = compileContent('content')

const sessionOf = (language: Language, slug: string): Session => {
  const found = courses[language]?.modules
    .flatMap(({ sessions }) => sessions)
    .find((one) => one.slug === slug)
  if (!found) throw new Error(`no session ${slug}`)
  return found
}

const turnOf = ({ turns }: Session, slug: string): Turn => {
  const found = turns.find((one) => one.slug === slug)
  if (!found) throw new Error(`no turn ${slug}`)
  return found
}

const bestOf = ({ slug, replies }: Turn): Reply => {
  const found = replies.find(({ verdicts }) =>
    Object.values(verdicts).every((verdict) => verdict === 'kept'),
  )
  if (!found) throw new Error(`nothing is best in ${slug}`)
  return found
}

/** The best reply in every turn, from the first to the ending. */
function bestRoad(session: Session): { said: string[]; ending: string } {
  const said: string[] = []
  let turn = turnOf(session, session.start)
  for (;;) {
    const { say, way } = bestOf(turn)
    said.push(say)
    if (way.kind === 'end') return { said, ending: way.ending }
    turn = turnOf(session, way.turn)
  }
}

const questionOf = (language: Language, id: string) => {
  const found = courses[language]?.modules
    .flatMap(({ quiz }) => quiz?.questions ?? [])
    .find((one) => one.id === id)
  if (!found) throw new Error(`no question ${id}`)
  return found
}

const EMERGENCY = '{{emergency-number}}'
const WORDS = {
  en: { plan: /plan/, life: /or your life/, address: /address/, team: /team/, today: /today/ },
  es: { plan: /plan/, life: /o la vida/, address: /dirección/, team: /equipo/, today: /hoy/ },
} as const

describe.each(LANGUAGES)('in %s', (language) => {
  const words = WORDS[language]
  const teresa = sessionOf(language, 'why-wake-up')

  test.each(['no-plan', 'the-night-is-long', 'still-on-the-line'])(
    'a plan and pills at hand get the emergency number in the same breath: %s',
    (slug) => {
      expect(bestOf(turnOf(teresa, slug)).say).toContain(EMERGENCY)
    },
  )

  test.each(['before-i-called', 'just-lie-down'])(
    'what has been taken gets help to the door, however well they feel: %s',
    (slug) => {
      expect(bestOf(turnOf(teresa, slug)).say).toMatch(words.address)
    },
  )

  test('on every road on which Teresa says how many pills she takes, the pills are asked about next', () => {
    const counted = teresa.turns.flatMap(({ replies }) =>
      replies.filter(({ consequence }) => /\b14\b/.test(consequence)),
    )
    expect(counted.length).toBeGreaterThan(0)
    for (const { way } of counted) {
      const next = way.kind === 'end' ? null : turnOf(teresa, way.turn)
      expect(next && bestOf(next).say).toContain(EMERGENCY)
    }
  })

  test('"I won’t go any more" is asked about at once, and the best road plans who tells the team today', () => {
    const asked = bestOf(turnOf(teresa, 'the-clock')).say
    expect(asked).toMatch(words.life)
    expect(asked).toMatch(words.plan)
    const told = bestOf(turnOf(teresa, 'and-thursday')).say
    expect(told).toMatch(words.today)
    expect(told).toMatch(words.team)
    const { said, ending } = bestRoad(teresa)
    expect(said).toEqual(expect.arrayContaining([asked, told]))
    expect(teresa.endings.find(({ id }) => id === ending)?.kind).toBe('held-well')
  })

  test.each(['safety/quiz/already-taken', 'safety/quiz/not-himself', 'self-care/quiz/own-chest'])(
    'the key of %s is the emergency number, and no other option is',
    (id) => {
      for (const { text, right } of questionOf(language, id).options)
        expect(text.includes(EMERGENCY), text).toBe(right)
    },
  )

  test('no doubt stands where trainees read: what is open is for those who teach', () => {
    const read = JSON.stringify([
      courses[language]?.modules,
      courses[language]?.resources,
      courses[language]?.glossary,
    ])
    expect(facts.open[language].length).toBeGreaterThan(40)
    for (const { why } of facts.open[language])
      if (why.length > 25) expect(read.includes(why), why).toBe(false)
    expect(read).not.toMatch(/to be confirmed|por confirmar/i)
  })
})

/** A best reply asks, calls, or says who hears it now or today. */
const TAKES_UP =
  /\?|\{\{(?:emergency-number|crisis-line)\}\}|\bcall|\bnow\b|\btoday\b|\btell me\b|\bI'd like to know\b|\bdoctor|\bwon't stay alone\b/i

test('every best reply to an urgent sign asks at once, or gets help', () => {
  const said = (courses.en?.modules ?? []).flatMap((module) =>
    module.sessions.flatMap(({ id, slug }) =>
      sessionFile
        .parse(parse(readFileSync(`content/en/${id}.yaml`, 'utf8')))
        .turns.filter(({ sign }) => typeof sign === 'string')
        .map((turn) => bestOf(turnOf(sessionOf('en', slug), turn.id)).say),
    ),
  )
  expect(said.length).toBeGreaterThan(50)
  expect(said.filter((say) => !TAKES_UP.test(say.replaceAll('’', "'")))).toEqual([])
})

test('Spanish says queja for a complaint, never the word for a bill', () => {
  const spanish = JSON.stringify(courses.es)
  expect(spanish).toMatch(/queja/)
  expect(spanish).not.toMatch(/reclamaci[oó]n/i)
})
