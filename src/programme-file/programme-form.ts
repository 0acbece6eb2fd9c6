/** A programme's words as one form: every box has the dotted name of its field in the file. */
import { exampleFields } from '#domain/programme/examples.ts'
import { programmeFile, type ProgrammeFile } from './programme-file.ts'

export type Boxes = Readonly<Record<string, string>>

/** Lines that the form offers beyond those in the file. */
export const SPARE_LINES = 2

/** From a file to what stands in the boxes. */
export function boxesOf(file: ProgrammeFile): Record<string, string> {
  const boxes: Record<string, string> = {}
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'boolean') boxes[path] = value ? 'yes' : ''
    else if (typeof value === 'string') boxes[path] = value
    else if (value !== null && typeof value === 'object')
      for (const [key, entry] of Object.entries(value)) walk(entry, path ? `${path}.${key}` : key)
  }
  walk(file, '')
  return boxes
}

export type BoxProblem = 'missing' | 'too-long' | 'email' | 'zone' | 'example'

export type ReadBoxes =
  | { readonly kind: 'file'; readonly file: ProgrammeFile }
  /** By the name of the box. */
  | { readonly kind: 'refused'; readonly problems: Readonly<Record<string, BoxProblem>> }

const MAX = 1000

const KIND: Readonly<Record<string, 'email' | 'zone'>> = {
  'contact.email': 'email',
  timeZone: 'zone',
}

/**
 * From the boxes to a file that fits the schema. Areas and crisis lines whose boxes are all empty are left out.
 * @param like the file that is edited: its terms are all needed, since lessons use them
 * @param production true: contacts that are still examples are refused
 */
export function readBoxes(boxes: Boxes, like: ProgrammeFile, production: boolean): ReadBoxes {
  const said = (path: string): string => (boxes[path] ?? '').trim()
  const local = (path: string) => ({ en: said(`${path}.en`), es: said(`${path}.es`) })
  const isTicked = (path: string): boolean => said(path) === 'yes'
  const lines = like.crisis.length + SPARE_LINES
  const crisis = Array.from({ length: lines }, (_, index) => {
    const path = `crisis.${index}`
    const line = {
      name: local(`${path}.name`),
      number: said(`${path}.number`),
      what: local(`${path}.what`),
    }
    const isEmpty = [line.number, ...Object.values(line.name), ...Object.values(line.what)].every(
      (value) => !value,
    )
    return { path, isEmpty, line: { ...line, example: isTicked(`${path}.example`) } }
  }).filter(({ isEmpty }, index) => !isEmpty || index === 0)
  const areas: Record<string, { en: string; es: string }> = {}
  const areaPath = new Map<string, string>()
  for (const slug of Object.keys(like.areas)) {
    const area = local(`areas.${slug}`)
    if (area.en || area.es) {
      areas[slug] = area
      areaPath.set(slug, `areas.${slug}`)
    }
  }
  for (let n = 0; n < SPARE_LINES; n++) {
    const area = local(`new-area.${n}`)
    if (!area.en && !area.es) continue
    const slug = freeSlug(area.en || area.es, areas)
    areas[slug] = area
    areaPath.set(slug, `new-area.${n}`)
  }
  const file = {
    name: local('name'),
    organisation: local('organisation'),
    country: said('country'),
    timeZone: said('timeZone'),
    terms: Object.fromEntries(
      Object.keys(like.terms).map((term) => [term, local(`terms.${term}`)]),
    ),
    contact: {
      name: local('contact.name'),
      phone: said('contact.phone'),
      email: said('contact.email'),
      replies: local('contact.replies'),
      example: isTicked('contact.example'),
    },
    crisis: crisis.map(({ line }) => line),
    areas,
  }
  const problems: Record<string, BoxProblem> = {}
  const boxAt = (path: readonly PropertyKey[]): string => {
    const [first, second, ...rest] = path.map(String)
    if (first === 'crisis') return [crisis[Number(second)]?.path ?? 'crisis.0', ...rest].join('.')
    if (first === 'areas') return [areaPath.get(second ?? '') ?? 'areas', ...rest].join('.')
    return path.map(String).join('.')
  }
  const parsed = programmeFile.safeParse(file)
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const box = boxAt(issue.path)
      problems[box] ??= (said(box) && KIND[box]) || 'missing'
    }
  for (const [box, value] of Object.entries(boxes))
    if (value.length > MAX) problems[box] = 'too-long'
  if (production) {
    for (const field of exampleFields({
      contact: file.contact,
      crisis: crisis.map(({ line }) => line),
    }))
      problems[field === 'contact.email' ? field : `${boxAt(field.split('.'))}.example`] = 'example'
  }
  if (!parsed.success || Object.keys(problems).length) return { kind: 'refused', problems }
  return { kind: 'file', file: parsed.data }
}

/** A slug from words: lower case, no accents, hyphens; with a number in words' place where nothing is left. */
function freeSlug(words: string, taken: Readonly<Record<string, unknown>>): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  const base = plain || 'area'
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (!Object.hasOwn(taken, slug)) return slug
  }
}
