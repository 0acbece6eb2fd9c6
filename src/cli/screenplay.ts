/** A practice session as a script that people read aloud together: who speaks, what they may answer, and where to go on. */
import type { Language } from '#domain/course/language.ts'
import type { Reply, Session, Speaker, Turn } from '#domain/course/session.ts'
import { walkOf } from '#domain/practice/walk.ts'
import { course as en } from '#i18n/en/course.ts'
import { course as es } from '#i18n/es/course.ts'

interface StageWords {
  readonly first: string
  readonly mentor: string
  readonly told: string
  readonly choose: string
  readonly on: (place: string) => string
  readonly mend: (place: string) => string
  readonly end: (place: string) => string
  readonly endings: string
  readonly lost: string
  readonly better: string
}

const STAGE: Record<Language, StageWords> = {
  en: {
    first: 'Read this first, aloud:',
    mentor: 'MENTOR',
    told: 'NARRATOR',
    choose: 'The mentor chooses one and says it:',
    on: (place) => `go on at ${place}`,
    mend: (place) => `go on at ${place}, where it can be mended`,
    end: (place) => `it ends: ${place}`,
    endings: 'HOW IT ENDS',
    lost: 'NO REPLY LEADS HERE',
    better: 'Better',
  },
  es: {
    first: 'Lean primero esto, en voz alta:',
    mentor: 'MENTOR',
    told: 'NARRACIÓN',
    choose: 'El mentor o la mentora escoge una respuesta y la dice:',
    on: (place) => `sigan en ${place}`,
    mend: (place) => `sigan en ${place}, donde todavía se puede remediar`,
    end: (place) => `termina: ${place}`,
    endings: 'CÓMO TERMINA',
    lost: 'NINGUNA RESPUESTA LLEVA AQUÍ',
    better: 'Mejor',
  },
}
const WORDS = { en, es }

export interface Told {
  readonly language: Language
  /** The words of this session in that language, with the programme's words in them. */
  readonly session: Session
}

/**
 * @param told the same session, once for each language that is wanted; the second stands below the first, line by line
 * @param withReasons what each reply keeps, misses or crosses, why, and a better line: for who leads the reading
 */
export function screenplayOf(told: readonly Told[], withReasons: boolean): string[] {
  const [main] = told
  if (!main) return []
  const { turns, unreached } = walkOf(main.session)
  const all = [...turns, ...unreached]
  const numbers = new Map(all.map(({ slug }, n) => [slug, n + 1]))
  const script: Script = { told, numbers, withReasons }
  return [
    ...each(script, ({ session }) => [session.title.toUpperCase()]),
    '',
    ...each(script, ({ session, language }) => [
      ...(session.contentNote ? [`${WORDS[language].contentNote}: ${session.contentNote}`] : []),
      STAGE[language].first,
      `  ${session.scene}`,
    ]),
    ...all.flatMap((turn) => turnLines(script, turn.slug, unreached.includes(turn))),
    '',
    ...each(script, ({ language }) => [STAGE[language].endings]),
    ...main.session.endings.flatMap(({ id, kind }) => [
      '',
      ...each(script, ({ session, language }) => [
        `* ${id} (${WORDS[language].endings[kind]})`,
        `  ${session.endings.find((one) => one.id === id)?.text ?? ''}`,
      ]),
    ]),
  ]
}

interface Script {
  readonly told: readonly Told[]
  readonly numbers: ReadonlyMap<string, number>
  readonly withReasons: boolean
}

/** In one language as it is; in two the second one behind a bar. */
const each = ({ told }: Script, lines: (one: Told) => readonly string[]): string[] =>
  told.flatMap((one, n) => (n === 0 ? lines(one) : lines(one).map((line) => `  | ${line}`)))

function turnLines(script: Script, slug: string, isLost: boolean): string[] {
  const { told, numbers } = script
  const turnIn = ({ session }: Told): Turn | undefined =>
    session.turns.find((turn) => turn.slug === slug)
  const replies = told[0] ? (turnIn(told[0])?.replies ?? []) : []
  return [
    '',
    `--- ${numbers.get(slug) ?? ''}. ${slug}`,
    ...(isLost ? each(script, ({ language }) => [`!!! ${STAGE[language].lost}`]) : []),
    ...each(script, (one) => {
      const turn = turnIn(one)
      return turn ? [spoken(one, turn.speaker, turn.says)] : []
    }),
    '',
    ...each(script, ({ language }) => [`(${STAGE[language].choose})`]),
    ...replies.flatMap(({ id }, n) => [
      '',
      ...each(script, (one) => {
        const reply = turnIn(one)?.replies.find((other) => other.id === id)
        return reply ? replyLines(script, one, reply, letter(n)) : []
      }),
    ]),
  ]
}

function replyLines(script: Script, one: Told, reply: Reply, name: string): string[] {
  const stage = STAGE[one.language]
  return [
    `${name}  ${stage.mentor}: ${reply.say}`,
    `   ${spoken(one, reply.answeredBy, reply.consequence)}`,
    ...(script.withReasons ? reasonLines(one, reply) : []),
    `   -> ${wayOf(script, one, reply)}`,
  ]
}

function reasonLines({ language }: Told, { verdicts, why, better }: Reply): string[] {
  const words = WORDS[language]
  const judged = Object.entries(verdicts) as [keyof typeof words.principles, 'kept'][]
  return [
    ...judged.map(
      ([principle, verdict]) => `   [${words.principles[principle]}: ${words.verdicts[verdict]}]`,
    ),
    ...(why ? [`   [${why}]`] : []),
    ...(better ? [`   [${STAGE[language].better}: ${better}]`] : []),
  ]
}

function wayOf({ numbers }: Script, { language, session }: Told, { way }: Reply): string {
  const stage = STAGE[language]
  if (way.kind === 'end') {
    const ending = session.endings.find(({ id }) => id === way.ending)
    return stage.end(ending ? `${ending.id} (${WORDS[language].endings[ending.kind]})` : way.ending)
  }
  const place = String(numbers.get(way.turn) ?? way.turn)
  return way.kind === 'repair' ? stage.mend(place) : stage.on(place)
}

const spoken = ({ language, session }: Told, speaker: Speaker | undefined, text: string): string =>
  speaker?.kind === 'narration'
    ? `${STAGE[language].told}: ${text}`
    : `${(speaker?.name ?? session.who).toUpperCase()}: ${text}`

const letter = (n: number): string => String.fromCharCode(65 + n)
