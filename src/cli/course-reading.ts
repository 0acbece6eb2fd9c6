/** Prints how hard each page is to read; pages outside the targets are marked. Advice: always ends with 0. */
import { globSync, readFileSync } from 'node:fs'
import { compileContent } from '#authoring/check.ts'
import { proseOf } from '#authoring/prose.ts'
import { measure, outside, TARGETS, type Reading } from '#authoring/reading.ts'
import { readContent } from '#authoring/read.ts'
import { cuesOf } from '#domain/course/captions.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'

interface Line {
  readonly path: string
  readonly language: Language
  readonly reading: Reading
}

export function run(): number {
  const lines = [...pages(), ...clips()]
  for (const language of LANGUAGES) print(language, lines)
  const missed = lines.filter(({ reading, language }) => outside(reading, language).length > 0)
  console.log(`\n${lines.length} pages, ${missed.length} outside the targets`)
  return 0
}

function pages(): Line[] {
  const { source } = readContent('content')
  const { programmes } = compileContent('content')
  return [...source.values()].flatMap((file) => {
    const language = LANGUAGES.find((one) => file.path.startsWith(`${one}/`))
    const terms = language && programmes[language][0]?.terms
    if (!language || !terms) return []
    return [{ path: file.path, language, reading: measure(proseOf(file, terms), language) }]
  })
}

const clips = (): Line[] =>
  LANGUAGES.flatMap((language) =>
    globSync(`content/${language}/clips/*.vtt`).map((file) => {
      const cues = cuesOf(readFileSync(file, 'utf8'))
      const words = cues.flatMap((cue) => [cue.picture, cue.words])
      return { path: file.slice('content/'.length), language, reading: measure(words, language) }
    }),
  )

const NAMES: Record<Language, string> = { en: 'grade', es: 'INFLESZ' }

function print(language: Language, lines: readonly Line[]): void {
  const { wordsPerSentence, score } = TARGETS[language]
  const bound = language === 'en' ? `at most ${score}` : `at least ${score}`
  console.log(
    `\nwords, sentences, words a sentence (on average at most ${wordsPerSentence}), longest, ${NAMES[language]} (${bound})`,
  )
  for (const line of lines.filter((one) => one.language === language)) {
    const { reading } = line
    const missed = outside(reading, language)
    console.log(
      [
        String(reading.words).padStart(5),
        String(reading.sentences).padStart(6),
        reading.wordsPerSentence.toFixed(1).padStart(6),
        String(reading.longest).padStart(4),
        reading.score.toFixed(1).padStart(6),
        ` ${line.path}`,
        missed.length ? `  <- ${missed.join(', ')}` : '',
      ].join(' '),
    )
  }
}
