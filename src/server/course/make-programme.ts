/** A programme is made here, opens when nothing in it is an example, and is archived when it takes nobody in any more. */
import { countHoping } from '#db/application-waits.ts'
import { write } from '#db/client.ts'
import { countOpenInvitationsByProgramme } from '#db/links.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { mayAdminister, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import type { ProgrammeState } from '#domain/programme/programme.ts'
import { boxesOf } from '#programme-file/boxes.ts'
import { freeSlug } from '#programme-file/free-slug.ts'
import type { ProgrammeFile } from '#programme-file/programme-file.ts'
import { readSection, type BoxProblem } from '#programme-file/programme-form.ts'
import { SECTIONS, type Section } from '#domain/programme/section.ts'
import { inTurn } from '#server/several/one-at-a-time.ts'
import { settings } from '#settings.ts'
import { audited } from '#server/trail/audited.ts'
import { fileOfProgramme, loadProgrammes } from './load-course.ts'
import { newestVersion, writeProgramme } from './programme-files.ts'

export interface ProgrammeWish {
  /** Slug of the programme whose words it begins with. */
  readonly from: string
  readonly languages: readonly Language[]
  /** By language; of a language that is not chosen it does not count. */
  readonly name: Readonly<Record<Language, string>>
  readonly organisation: Readonly<Record<Language, string>>
  readonly timeZone: string
}

/** Of a field, `name.es` for one in a language. */
export type MakeProblems = Readonly<Record<string, BoxProblem | 'unknown' | 'taken'>>

export type MadeProgramme =
  | { readonly kind: 'made'; readonly slug: string }
  | { readonly kind: 'refused'; readonly problems: MakeProblems }
  | NotAllowed

/** Addresses under /manage/programmes that are no programme's. */
const KEPT_SLUGS = ['new']

/** It begins as a draft with another programme's words and areas; contacts are examples until somebody puts real ones. */
export const makeProgramme = (...wish: Parameters<typeof makeNow>): ReturnType<typeof makeNow> =>
  inTurn('programmes', () => makeNow(...wish))

async function makeNow(by: Person, wish: ProgrammeWish, now: number): Promise<MadeProgramme> {
  if (!mayAdminister(by)) return NOT_ALLOWED
  const like = fileOfProgramme(wish.from)
  if (!like) return { kind: 'refused', problems: { from: 'unknown' } }
  const { crisis, contact } = like
  const begun: ProgrammeFile = {
    ...like,
    state: 'draft',
    madeFrom: like.madeFrom ?? wish.from,
    contact: { ...contact, example: true },
    crisis: crisis.map((line) => ({ ...line })),
  }
  const typed = {
    ...boxesOf(begun),
    timeZone: wish.timeZone,
    ...both('name', wish.name),
    ...both('organisation', wish.organisation),
    ...Object.fromEntries(
      LANGUAGES.map((one) => [`languages.${one}`, wish.languages.includes(one) ? 'yes' : '']),
    ),
  }
  const read = readSection('about', typed, begun, false)
  const problems = { ...(read.kind === 'refused' ? read.problems : {}), ...takenNames(wish) }
  if (read.kind === 'refused' || Object.keys(problems).length) return { kind: 'refused', problems }
  const [first = 'en'] = wish.languages
  const slugs = [...KEPT_SLUGS, ...loadProgrammes('en').map(({ slug }) => slug)]
  const slug = freeSlug(wish.name[first], 'programme', slugs)
  writeProgramme(slug, read.file, by.id, now)
  await write([audited(now, by.id, 'programme-made', slug, slug)])
  return { kind: 'made', slug }
}

const both = (field: string, words: Readonly<Record<Language, string>>) =>
  Object.fromEntries(LANGUAGES.map((one) => [`${field}.${one}`, words[one]]))

/** Two programmes of one name cannot be told apart in a list. */
const takenNames = ({ name, languages }: ProgrammeWish): MakeProblems =>
  Object.fromEntries(
    languages
      .filter((one) => loadProgrammes(one).some((known) => isAlike(known.name, name[one])))
      .map((one) => [`name.${one}`, 'taken' as const]),
  )

const isAlike = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/** Sections in which something is missing, wrong or still an example. */
export const sectionsToDo = (file: ProgrammeFile): readonly Section[] =>
  SECTIONS.filter((section) => readSection(section, boxesOf(file), file, true).kind === 'refused')

export type StateOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'meanwhile' }
  /** It cannot open before these are done. */
  | { readonly kind: 'to-do'; readonly sections: readonly Section[] }
  /** Whoever is not signed in reads its contacts. */
  | { readonly kind: 'default' }
  /** They would be told that they are welcome. */
  | { readonly kind: 'waiting'; readonly invitations: number; readonly applications: number }
  | NotAllowed

/** Also one that was archived takes people in again. @param newest the version that the page showed */
export const openProgramme = (
  by: Person,
  slug: string,
  newest: string,
  now: number,
): Promise<StateOutcome> => moveTo('open', { by, slug, newest, now })

/**
 * Nobody applies, is invited or moved there any more; whoever is in it goes on as before, and its mentors stay on its
 * register: to leave somebody out is a decision about that person.
 */
export const archiveProgramme = (
  by: Person,
  slug: string,
  newest: string,
  now: number,
): Promise<StateOutcome> => moveTo('archived', { by, slug, newest, now })

interface Move {
  readonly by: Person
  readonly slug: string
  readonly newest: string
  readonly now: number
}

const moveTo = (...move: Parameters<typeof moveNow>): ReturnType<typeof moveNow> =>
  inTurn('programmes', () => moveNow(...move))

async function moveNow(
  state: Exclude<ProgrammeState, 'draft'>,
  { by, slug, newest, now }: Move,
): Promise<StateOutcome> {
  const file = mayAdminister(by) ? fileOfProgramme(slug) : null
  if (!file) return NOT_ALLOWED
  if (newest !== newestVersion(slug)) return { kind: 'meanwhile' }
  if (file.state === state) return { kind: 'saved' }
  const against = state === 'open' ? againstOpening(file) : await againstArchiving(slug, now)
  if (against) return against
  writeProgramme(slug, { ...file, state }, by.id, now)
  await write([audited(now, by.id, `programme-${state}`, slug, slug)])
  return { kind: 'saved' }
}

function againstOpening(file: ProgrammeFile): StateOutcome | null {
  const sections = sectionsToDo(file)
  return sections.length ? { kind: 'to-do', sections } : null
}

async function againstArchiving(slug: string, now: number): Promise<StateOutcome | null> {
  if (slug === settings().defaultProgramme) return { kind: 'default' }
  const [invited, applications] = await Promise.all([
    countOpenInvitationsByProgramme(now),
    countHoping(slug),
  ])
  const invitations = invited.get(slug) ?? 0
  return invitations + applications > 0 ? { kind: 'waiting', invitations, applications } : null
}
