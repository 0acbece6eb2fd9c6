/** From the boxes of a form back to a programme's file. */
import { LANGUAGES } from '#domain/course/language.ts'
import { isEmergencyNumber, isNumber } from '#domain/programme/emergency.ts'
import { exampleFields, isNobodys, isNobodysMail } from '#domain/programme/examples.ts'
import { boxesOf, type Boxes } from './boxes.ts'
import { freeSlug } from './free-slug.ts'
import { checksFrom } from './checks-form.ts'
import { missingWords } from './missing.ts'
import { programmeFile, type Local, type ProgrammeFile } from './programme-file.ts'
import type { Section } from '#domain/programme/section.ts'
import { boxesIn, sectionOf } from './sections.ts'

/** Lines that the form offers beyond those in the file. */
export const SPARE_LINES = 2

export type BoxProblem =
  | 'missing'
  | 'too-long'
  | 'email'
  | 'zone'
  | 'example'
  /** Nobody can dial it. */
  | 'number'
  /** Not the number of the programme's country. */
  | 'emergency'
  /** No line holds the emergency number. */
  | 'no-emergency'
  | 'no-language'
  /** No whole number of months or days that fits. */
  | 'months'
  | 'days'
  /** A check that the programme requires of people. */
  | 'required'

type Problems = Record<string, BoxProblem>

export type ReadBoxes =
  | { readonly kind: 'file'; readonly file: ProgrammeFile }
  /** By the name of the box. */
  | { readonly kind: 'refused'; readonly problems: Readonly<Problems> }

const MAX = 1000

const kindOf = (box: string): BoxProblem | undefined =>
  box === 'contact.email'
    ? 'email'
    : box === 'timeZone'
      ? 'zone'
      : /^checks.*onths$|^new-check.*onths$/.test(box)
        ? 'months'
        : /^(checks|new-check).*\.window$/.test(box)
          ? 'days'
          : undefined

/**
 * One section as it was typed, with the others as they stand; what another section lacks is said there.
 * Areas and crisis lines whose boxes are all empty are left out.
 * @param like the file that is edited: its terms are all needed, since lessons use them
 * @param real true: contacts that are still examples are refused
 */
export function readSection(
  section: Section,
  boxes: Boxes,
  like: ProgrammeFile,
  real: boolean,
): ReadBoxes {
  const typed = { ...unseen(section, like), ...boxesIn(section, boxes) }
  const kept = Object.entries(boxesOf(like)).filter(([box]) => sectionOf(box) !== section)
  const all = { ...Object.fromEntries(kept), ...typed }
  const { file, boxAt } = fileFrom(all, like)
  const parsed = programmeFile.safeParse(file)
  const problems: Problems = {}
  const say = (box: string, problem: BoxProblem): void => {
    if (sectionOf(box) === section) problems[box] ??= problem
  }
  for (const [box, value] of Object.entries(typed)) if (value.length > MAX) say(box, 'too-long')
  if (file.languages.length === 0) say('languages', 'no-language')
  for (const box of missingWords(file)) say(boxAt(box.split('.')), 'missing')
  if (!parsed.success)
    for (const { path } of parsed.error.issues) {
      const box = boxAt(path.map(String))
      const isSaid = Object.keys(problems).some((one) => one.startsWith(box))
      if (!isSaid) say(box, (all[box]?.trim() && kindOf(box)) || 'missing')
    }
  else for (const [path, problem] of numberProblems(section, parsed.data)) say(boxAt(path), problem)
  if (real)
    for (const field of exampleFields(file)) {
      const box = boxAt(field.split('.'))
      say(field === 'contact.email' ? field : `${box}.example`, 'example')
    }
  if (!parsed.success || Object.keys(problems).length) return { kind: 'refused', problems }
  return { kind: 'file', file: parsed.data }
}

/** Words of a language that the programme does not offer have no box, except where languages are chosen: they stay. */
const unseen = (section: Section, like: ProgrammeFile): Record<string, string> =>
  Object.fromEntries(
    Object.entries(section === 'about' ? {} : boxesIn(section, boxesOf(like))).filter(([box]) =>
      LANGUAGES.some((one) => box.endsWith(`.${one}`) && !like.languages.includes(one)),
    ),
  )

/** What people in danger would dial, by its path in the file. */
function numberProblems(
  section: Section,
  { contact, crisis, country, terms }: ProgrammeFile,
): readonly (readonly [readonly string[], BoxProblem])[] {
  if (section === 'contact')
    return isNumber(contact.phone) ? [] : [[['contact', 'phone'], 'number']]
  if (section === 'terms')
    return Object.entries(terms['emergency-number'] ?? {})
      .filter(([, number]) => !isEmergencyNumber(country, number))
      .map(([language]) => [['terms', 'emergency-number', language], 'emergency'] as const)
  if (section !== 'crisis') return []
  const wrong = crisis.flatMap(({ number }, index) =>
    isNumber(number) ? [] : [[['crisis', String(index), 'number'], 'number'] as const],
  )
  const isThere = crisis.some(({ number }) => isEmergencyNumber(country, number))
  return isThere ? wrong : [...wrong, [['crisis', '0', 'number'], 'no-emergency']]
}

/** @returns the file as typed, which may not fit, and the box of a path in it */
function fileFrom(
  boxes: Boxes,
  like: ProgrammeFile,
): { file: ProgrammeFile; boxAt: (path: readonly string[]) => string } {
  const said = (path: string): string => (boxes[path] ?? '').trim()
  const isTicked = (path: string): boolean => said(path) === 'yes'
  const local = (path: string): Local => {
    const [en, es] = [said(`${path}.en`), said(`${path}.es`)]
    return { ...(en ? { en } : {}), ...(es ? { es } : {}) }
  }
  const languages = LANGUAGES.filter((one) => isTicked(`languages.${one}`))
  const hasWords = (words: Local): boolean => languages.some((one) => words[one])
  const crisis = Array.from({ length: like.crisis.length + SPARE_LINES }, (_, index) => {
    const path = `crisis.${index}`
    const line = {
      name: local(`${path}.name`),
      number: said(`${path}.number`),
      what: local(`${path}.what`),
    }
    const isEmpty = !line.number && !hasWords(line.name) && !hasWords(line.what)
    // An example ends with the first number that somebody answers.
    const isNew = line.number !== like.crisis[index]?.number && !isNobodys(line.number)
    return { path, isEmpty, line: { ...line, example: isTicked(`${path}.example`) && !isNew } }
  }).filter(({ isEmpty }, index) => !isEmpty || index === 0)
  const areas: Record<string, Local> = {}
  const areaPath = new Map<string, string>()
  const keep = (slug: string, area: Local, path: string): void => {
    areas[slug] = area
    areaPath.set(slug, path)
  }
  for (const slug of Object.keys(like.areas)) {
    const area = local(`areas.${slug}`)
    if (hasWords(area)) keep(slug, area, `areas.${slug}`)
  }
  for (let n = 0; n < SPARE_LINES; n++) {
    const area = local(`new-area.${n}`)
    if (hasWords(area))
      keep(freeSlug(area.en ?? area.es ?? '', 'area', Object.keys(areas)), area, `new-area.${n}`)
  }
  const checks = checksFrom(Object.keys(like.checks), said, local, hasWords)
  const phone = said('contact.phone')
  const email = said('contact.email')
  const isTheirs =
    (phone !== like.contact.phone || email !== like.contact.email) &&
    !isNobodys(phone) &&
    !isNobodysMail(email)
  const file = {
    name: local('name'),
    organisation: local('organisation'),
    state: like.state,
    languages,
    ...(like.madeFrom ? { madeFrom: like.madeFrom } : {}),
    // The schema says whether it is one.
    country: said('country') as ProgrammeFile['country'],
    timeZone: said('timeZone'),
    terms: Object.fromEntries(
      Object.keys(like.terms).map((term) => [term, local(`terms.${term}`)]),
    ),
    contact: {
      name: local('contact.name'),
      phone,
      email,
      replies: local('contact.replies'),
      example: isTicked('contact.example') && !isTheirs,
    },
    crisis: crisis.map(({ line }) => line),
    areas,
    checks: checks.file,
  }
  const boxAt = ([first = '', second = '', ...rest]: readonly string[]): string => {
    const place =
      first === 'crisis'
        ? (crisis[Number(second)]?.path ?? 'crisis.0')
        : first === 'areas'
          ? (areaPath.get(second) ?? 'areas')
          : first === 'checks'
            ? (checks.pathOf.get(second) ?? 'checks')
            : [first, second].filter(Boolean).join('.')
    return [place, ...rest].join('.')
  }
  return { file, boxAt }
}
