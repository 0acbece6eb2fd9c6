/** Programmes and competencies, in one language. */
import type { Language } from '#domain/course/language.ts'
import { exampleFields } from '#domain/programme/examples.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { inLanguage } from '#programme-file/in-language.ts'
import { missingWords } from '#programme-file/missing.ts'
import {
  LEVELS,
  type Competency,
  type Level,
  type Need,
  type RolePlay,
} from '#domain/readiness/competency.ts'
import type { Bench } from './bench.ts'
import type { AskedBefore } from './needs-file.ts'
import * as schema from './schema.ts'

const PROGRAMME = /^programmes\/([^/]+)\.yaml$/

/** @param production true: example contacts are errors, not warnings */
export function compileProgrammes(
  bench: Bench,
  language: Language,
  production: boolean,
): Programme[] {
  return [...bench.source.keys()].flatMap((path) => {
    const slug = PROGRAMME.exec(path)?.[1]
    const file = slug ? bench.read(path, schema.programmeFile) : null
    if (!slug || !file) return []
    const [example] = exampleFields(file)
    if (language === 'en' && example)
      bench[production ? 'error' : 'warning'](
        path,
        example.replace(/^crisis.*/, 'crisis'),
        'contact details are still the examples',
        'put your organisation’s own and take `example: true` out',
      )
    if (language === 'en')
      for (const box of missingWords(file))
        bench.error(path, box, 'it is missing', 'add this field')
    return [inLanguage(slug, file, language)]
  })
}

type NeedFile = schema.CompetenciesFile['competencies'][number]['needs'][number]

/** @param asked what each line asked for at the last release, and before it */
export function compileCompetencies(
  bench: Bench,
  language: Language,
  asked: AskedBefore,
): Competency[] {
  const path = 'competencies.yaml'
  const file = bench.read(path, schema.competenciesFile)
  if (!file) return []
  return file.competencies.map((line, index) => ({
    id: line.id,
    star: line.star,
    title: line.title[language],
    plain: line.plain[language],
    principles: line.principles,
    anchors: LEVELS.map((level) => line.anchors[level][language]),
    harmful: line.harmful[language],
    earlier: earlierOf(asked[line.id]),
    needs: line.needs.flatMap((need, n) => {
      const needs = needsOf(need)
      if (needs.length === 0)
        bench.error(
          path,
          ['competencies', index, 'needs', n],
          'this need is empty',
          'name what it needs',
        )
      return needs
    }),
  }))
}

/** What a line asked for before it asked for more. */
const earlierOf = (asked: AskedBefore[string] | undefined): Competency['earlier'] =>
  asked?.before && asked.since ? { needs: asked.before, until: asked.since } : null

export const compileRolePlays = (bench: Bench, language: Language): RolePlay[] =>
  (bench.read('competencies.yaml', schema.competenciesFile)?.rolePlays ?? []).map(
    ({ id, title, how, minutes, lines }) => ({
      id,
      title: title[language],
      how: how[language],
      minutes,
      lines,
    }),
  )

/** One line of `needs:` may name several kinds; all of them are needed. */
function needsOf(need: NeedFile): Need[] {
  if ('any' in need) return [{ kind: 'any', of: need.any.flatMap(needsOf) }]
  return [
    ...(need.quiz ? [{ kind: 'quiz', module: need.quiz } as const] : []),
    ...(need.practice ? [practiceOf(need.practice)] : []),
    ...(need.observation
      ? [{ kind: 'observation', level: need.observation as Level } as const]
      : []),
    ...(need.reflection ? [{ kind: 'reflection', module: need.reflection } as const] : []),
    ...(need.exercise ? [{ kind: 'exercise', module: need.exercise } as const] : []),
    ...(need.talk ? [{ kind: 'talk' } as const] : []),
  ]
}

/** Of parallel sessions any one. */
const practiceOf = (session: string | readonly string[]): Need =>
  typeof session === 'string'
    ? { kind: 'practice', session }
    : { kind: 'any', of: session.map((one) => ({ kind: 'practice', session: one })) }
