/** Checks what lessons say with the parts of the course: references, order, limits. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { LANGUAGES } from '#domain/course/language.ts'
import { TEACHING_SHEETS, type Course, type Pack } from '#domain/course/course.ts'
import type { Signs } from '#domain/course/signs.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { Bench } from './bench.ts'
import { checkClips } from './check-clips.ts'
import { checkDoLists } from './check-do-lists.ts'
import { checkHeadings } from './check-headings.ts'
import { checkMdx } from './check-mdx.ts'
import { checkRecording, placesIn } from './recordings.ts'
import type { SourceFile } from './read.ts'

export interface Known {
  readonly course: Course
  readonly packs: readonly Pack[]
  /** False where a part of the course could not be read, so that links to it cannot be judged. */
  readonly isWhole: boolean
  readonly programmes: readonly Programme[]
  /** Null where they could not be read. */
  readonly signs: Signs | null
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
  'Signs',
  'Term',
  'Local',
  'Only',
  'Figure',
  'Clip',
  'LessonLink',
  'ResourceLink',
  'WriteHere',
  'HalfPage',
  'TeachingLink',
]

/** Only on pages for those who teach: packages have neither their links nor their style. */
const TEACHING_PARTS = ['HalfPage', 'TeachingLink']

export function checkLessons(bench: Bench, known: Known): void {
  for (const file of bench.source.values()) {
    if (file.path.endsWith('.mdx')) checkParts(bench, file, known)
    checkTerms(bench, file, known)
  }
}

interface Found {
  readonly value: string
  readonly index: number
}

const all = (text: string, pattern: RegExp): Found[] =>
  [...text.matchAll(pattern)].map((match) => ({ value: match[1] ?? '', index: match.index }))

/** Each value once, where it stands first. */
const once = (found: readonly Found[]): Found[] =>
  found.filter(({ value }, n) => found.findIndex((one) => one.value === value) === n)

function checkParts(bench: Bench, file: SourceFile, known: Known): void {
  const says = (what: string, remedy: string, index: number): void =>
    bench.errorAt(file.path, file.lineAt(index), 'text', what, remedy)
  const { body } = file
  checkMdx(says, body)
  for (const { value, index } of once(all(body, /<([A-Z][A-Za-z]*)/g)))
    if (!PARTS.includes(value))
      says(`there is no part <${value}>`, `use one of: ${PARTS.join(', ')}`, index)
  const teaches = file.path.split('/')[1] === 'teaching'
  for (const { value, index } of once(all(body, /<([A-Z][A-Za-z]*)/g)))
    if (TEACHING_PARTS.includes(value) && !teaches)
      says(
        `<${value}> is for pages of teaching/`,
        'take it out, or use <ResourceLink> for a page in resources/',
        index,
      )
  for (const { value, index } of all(body, /<TeachingLink to="([^"]*)"/g))
    if (
      known.isWhole &&
      ![...TEACHING_SHEETS, ...known.course.teaching.map(({ slug }) => slug)].includes(value)
    )
      says(
        `there is no page "${value}" for those who teach`,
        'write the file name of a page in teaching/',
        index,
      )
  // A page of the common course leads nobody into a pack that they do not have.
  const own = known.packs.filter(({ slug }) => file.path.includes(`/areas/${slug}/`))
  const lessons = [...known.course.modules, ...own].flatMap((module) => [
    ...module.lessons.map((lesson) => lesson.id),
    ...module.sessions.map((session) => session.id),
  ])
  for (const { value, index } of all(body, /<LessonLink to="([^"]*)"/g))
    if (known.isWhole && !lessons.includes(value))
      says(`the course has no lesson "${value}"`, 'write module/lesson as in course.yaml', index)
  for (const { value, index } of all(body, /<ResourceLink to="([^"]*)"/g))
    if (known.isWhole && !known.course.resources.some((resource) => resource.slug === value))
      says(`there is no resource "${value}"`, 'write the file name of a page in resources/', index)
  for (const { value, index } of all(body, /<Term id="([^"]*)"/g))
    if (!known.course.glossary[value])
      says(
        `the term "${value}" has no definition`,
        'add it to glossary.yaml in every language',
        index,
      )
  for (const { value: figure, index } of all(body, /(<Figure\b[^>]*>)/g)) {
    const name = /name="([^"]*)"/.exec(figure)?.[1] ?? ''
    if (!/alt="[^"]+"/.test(figure))
      says(`the figure "${name}" has no description`, 'say what it shows in alt="…"', index)
    if (!existsSync(path.join(known.folder, 'figures', `${name}.svg`)))
      says(
        `there is no drawing figures/${name}.svg`,
        'add the drawing, or take the figure out',
        index,
      )
  }
  const clip = Math.max(0, body.indexOf('<Clip'))
  checkClips((what, remedy) => says(what, remedy, clip), body, known.folder)
  const language = file.path.slice(0, 2)
  for (const { said, lines, index } of placesIn(body))
    if (said)
      checkRecording((what, remedy) => says(what, remedy, index), said, lines, {
        folder: known.folder,
        language,
      })
  const countries = once(all(body, /<Only country="([^"]*)"/g))
  const [lonely] = countries
  if (
    lonely &&
    (countries.length === 1 || countries.some(({ value }) => value !== 'us' && value !== 'uk'))
  )
    says(
      'a passage for one country has no counterpart',
      'write <Only country="us"> and <Only country="uk">',
      lonely.index,
    )
  for (const { value, index } of all(body, /<Signs of="([^"]*)"/g))
    if (known.signs && !known.signs.lists.some(({ id }) => id === value))
      says(
        `there is no list of urgent signs "${value}"`,
        `use one of: ${known.signs.lists.map(({ id }) => id).join(', ')}`,
        index,
      )
  const third = all(body, /<Callout\b/g)[2]
  if (third)
    says('it has more than two callouts', 'keep the two that must not be missed', third.index)
  checkDoLists(says, file.path, body)
  if (file.data !== undefined) checkHeadings(says, file.path, body)
}

function checkTerms(bench: Bench, file: SourceFile, known: Known): void {
  const used = once([
    ...all(file.body, /<Local term="([^"]*)"/g),
    ...all(file.body, /<HandOver to="([^"]*)"/g),
    ...all(JSON.stringify(file.data ?? ''), /\{\{([^}]*)\}\}/g),
  ])
  for (const { value: term } of used)
    for (const programme of known.programmes)
      if (!programme.terms[term])
        bench.errorAt(
          file.path,
          lineOfTerm(file, term),
          'text',
          `the programme "${programme.slug}" has no words for "${term}"`,
          `add ${term} to programmes/${programme.slug}.yaml in ${LANGUAGES.join(' and ')}`,
        )
}

const lineOfTerm = (file: SourceFile, term: string): number =>
  Math.max(
    ...[`term="${term}"`, `HandOver to="${term}"`, `{{${term}}}`].map((words) =>
      file.lineWith(words),
    ),
  )
