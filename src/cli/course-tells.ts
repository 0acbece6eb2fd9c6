/** Prints how often the best reply is heard by its form alone. Advice: always ends with 0. */
import { compileContent } from '#authoring/check.ts'
import {
  GOALS,
  measureTells,
  percentOf,
  type Heard,
  type Share,
  type Tells,
} from '#authoring/tells.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import { CouldNot } from './command.ts'
import type { Given } from './given.ts'

const NAMES: Record<keyof Tells, string> = {
  longest: 'the longest is the best one',
  loneQuestion: 'the only one that ends in a question mark is the best one',
  naiveBayes: 'a word counter finds it (naive Bayes)',
  logistic: 'a reader of words finds it (logistic regression)',
}
const MEASURES = Object.keys(GOALS) as (keyof Tells)[]

export function run(given: Given): number {
  const { courses, packs } = compileContent('content')
  const measured = LANGUAGES.map((language) => {
    const course = courses[language]
    if (!course) throw new CouldNot('The course cannot be read: course check says why.')
    return { language, ...measureTells(course, packs[language]) }
  })
  if (given.is('json')) {
    const all = measured.map(({ language, turns, questions }) => [
      language,
      { turns: figures(turns), questions: figures(questions) },
    ])
    console.log(JSON.stringify({ goals: GOALS, ...(Object.fromEntries(all) as object) }))
    return 0
  }
  for (const { language, turns, questions, heard } of measured) {
    print(`${language}: turns of practice sessions`, turns)
    print(`${language}: questions "What would you say?"`, questions)
    if (given.is('each')) for (const line of eachOf(heard)) console.log(line)
  }
  return 0
}

const figures = (tells: Tells): object =>
  Object.fromEntries(
    MEASURES.map((name) => {
      const { right, of, chance } = tells[name]
      const percent = percentOf({ right, of })
      return [name, { percent, of, chance: percentOf({ right: chance, of }) }]
    }),
  )

function print(title: string, tells: Tells): void {
  console.log(`\n${title}`)
  for (const name of MEASURES) console.log(`  ${lineOf(tells[name], GOALS[name])}  ${NAMES[name]}`)
}

function lineOf(share: Share, goal: number): string {
  const { of, chance } = share
  const percent = percentOf(share)
  return [
    `${percent.toFixed(1).padStart(5)} %`,
    `goal ${goal} %`,
    `chance ${percentOf({ right: chance, of }).toFixed(1)} %`,
    `of ${String(of).padStart(3)}`,
    percent > goal ? '<-' : '  ',
  ].join('  ')
}

/** The most audible first: by how far ahead the best one is to the reader that hears less. */
const eachOf = (heard: readonly Heard[]): string[] =>
  heard
    .map(({ id, ahead }) => ({ id, least: Math.min(...Object.values(ahead)), ahead }))
    .sort((a, b) => b.least - a.least || (a.id < b.id ? -1 : 1))
    .map(
      ({ id, ahead }) =>
        `  ${ahead.naiveBayes.toFixed(2).padStart(6)} ${ahead.logistic.toFixed(2).padStart(6)}  ${id}`,
    )
