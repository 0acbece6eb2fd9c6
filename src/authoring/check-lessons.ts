/** Checks what lessons say with the parts of the course: references, order, limits. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { LANGUAGES, type Course } from '#domain/course/course.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { Bench } from './bench.ts'
import { checkClips } from './check-clips.ts'
import type { SourceFile } from './read.ts'

export interface Known {
  readonly course: Course
  /** False where a part of the course could not be read, so that links to it cannot be judged. */
  readonly isWhole: boolean
  readonly programmes: readonly Programme[]
  /** Folder of `content/`. */
  readonly folder: string
}

const PARTS = [
  'DoList',
  'DoNotList',
  'Callout',
  'HandOver',
  'Story',
  'Conversation',
  'Says',
  'Term',
  'Local',
  'Only',
  'Figure',
  'Clip',
  'LessonLink',
  'ResourceLink',
]

export function checkLessons(bench: Bench, known: Known): void {
  for (const file of bench.source.values()) {
    if (file.path.endsWith('.mdx')) checkParts(bench, file, known)
    checkTerms(bench, file, known)
  }
}

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '')

function checkParts(bench: Bench, file: SourceFile, known: Known): void {
  const says = (what: string, remedy: string): void => bench.error(file.path, 'text', what, remedy)
  const body = file.body
  for (const part of new Set(all(body, /<([A-Z][A-Za-z]*)/g)))
    if (!PARTS.includes(part)) says(`there is no part <${part}>`, `use one of: ${PARTS.join(', ')}`)
  const lessons = known.course.modules.flatMap((module) =>
    module.lessons.map((lesson) => lesson.id),
  )
  const sessions = known.course.modules.flatMap((module) =>
    module.sessions.map((session) => session.id),
  )
  for (const to of all(body, /<LessonLink to="([^"]*)"/g))
    if (known.isWhole && ![...lessons, ...sessions].includes(to))
      says(`the course has no lesson "${to}"`, 'write module/lesson as in course.yaml')
  for (const to of all(body, /<ResourceLink to="([^"]*)"/g))
    if (known.isWhole && !known.course.resources.some((resource) => resource.slug === to))
      says(`there is no resource "${to}"`, 'write the file name of a page in resources/')
  for (const id of all(body, /<Term id="([^"]*)"/g))
    if (!known.course.glossary[id])
      says(`the term "${id}" has no definition`, 'add it to glossary.yaml in every language')
  for (const figure of body.match(/<Figure\b[^>]*>/g) ?? []) {
    const name = /name="([^"]*)"/.exec(figure)?.[1] ?? ''
    if (!/alt="[^"]+"/.test(figure))
      says(`the figure "${name}" has no description`, 'say what it shows in alt="…"')
    if (!existsSync(path.join(known.folder, 'figures', `${name}.svg`)))
      says(`there is no drawing figures/${name}.svg`, 'add the drawing, or take the figure out')
  }
  checkClips(says, body, known.folder)
  const countries = new Set(all(body, /<Only country="([^"]*)"/g))
  if (
    countries.size === 1 ||
    [...countries].some((country) => country !== 'us' && country !== 'uk')
  )
    says(
      'a passage for one country has no counterpart',
      'write <Only country="us"> and <Only country="uk">',
    )
  if ((body.match(/<Callout\b/g) ?? []).length > 2)
    says('it has more than two callouts', 'keep the two that must not be missed')
  const lists = all(body, /<(DoNotList|DoList)>/g)
  lists.forEach((list, index) => {
    if (list === 'DoNotList' && lists[index - 1] !== 'DoList')
      says('a do-not list stands without a do list before it', 'say first what to do')
  })
}

function checkTerms(bench: Bench, file: SourceFile, known: Known): void {
  const used = new Set([
    ...all(file.body, /<Local term="([^"]*)"/g),
    ...all(file.body, /<HandOver to="([^"]*)"/g),
    ...all(JSON.stringify(file.data ?? ''), /\{\{([^}]*)\}\}/g),
  ])
  for (const term of used)
    for (const programme of known.programmes)
      if (!programme.terms[term])
        bench.error(
          file.path,
          'text',
          `the programme "${programme.slug}" has no words for "${term}"`,
          `add ${term} to programmes/${programme.slug}.yaml in ${LANGUAGES.join(' and ')}`,
        )
}
