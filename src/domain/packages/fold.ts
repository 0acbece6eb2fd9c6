/**
 * One text told as what differs from another of the same shape: two languages of a course have the same ids, keys,
 * graph and markup, so the second needs only its words. `unfold(first, fold(first, other))` is `other` again.
 */

/**
 * 0: the same. A string: other words. A list: its entries one by one or, where the first is a string, what stands
 * between and in its tags. An object: its fields that differ; with the only field `''`, the whole of another shape.
 */
export type Told = 0 | string | readonly Told[] | { readonly [field: string]: unknown }

export function fold(first: unknown, other: unknown): Told {
  if (first === other) return 0
  if (typeof first === 'string' && typeof other === 'string') return foldText(first, other)
  if (Array.isArray(first) && Array.isArray(other) && first.length === other.length)
    return sameOrAll(first.map((entry: unknown, at) => fold(entry, other[at])))
  if (isObject(first) && isObject(other) && haveSameFields(first, other)) {
    const told = Object.keys(first).map(
      (field) => [field, fold(first[field], other[field])] as const,
    )
    const differ = told.filter(([, value]) => value !== 0)
    return differ.length ? Object.fromEntries<Told>(differ) : 0
  }
  return { '': other }
}

const sameOrAll = (told: readonly Told[]): Told => (told.every((one) => one === 0) ? 0 : told)

function foldText(first: string, other: string): Told {
  const [ours, theirs] = [pieces(first), pieces(other)]
  if (ours.length === 1 || ours.length !== theirs.length) return other
  return theirs.map((piece, at) => (piece === ours[at] ? 0 : piece))
}

/** Text, tag, text, tag … text. */
const pieces = (html: string): string[] => html.split(/(<[^>]*>)/)

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** In the same order too, so that what is unfolded is the same to the byte. */
const haveSameFields = (first: Fields, other: Fields): boolean =>
  !('' in first) && JSON.stringify(Object.keys(first)) === JSON.stringify(Object.keys(other))

export function unfold(first: unknown, told: Told): unknown {
  if (told === 0) return first
  if (typeof told === 'string') return told
  if (Array.isArray(told)) {
    if (typeof first === 'string') return unfoldEach(pieces(first), told).join('')
    return unfoldEach(first as readonly unknown[], told)
  }
  const fields = new Map(Object.entries(told))
  if (fields.has('')) return fields.get('')
  return Object.fromEntries(
    Object.entries(first as Fields).map(([field, value]) => [
      field,
      unfold(value, (fields.get(field) ?? 0) as Told),
    ]),
  )
}

const unfoldEach = (first: readonly unknown[], told: readonly Told[]): unknown[] =>
  first.map((entry, at) => unfold(entry, told[at] ?? 0))
