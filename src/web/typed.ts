/**
 * What a form holds: a schema goes in, typed values and problems in words come out, and what was typed stays.
 *
 *   const form = typedIn(Astro.locals.post, { day: line, note: text, accepted: yesNo }, { day: today })
 *   if (form.isSent) {
 *     const outcome = await recordTalk(by, trainee, form.values, now)
 *     if (outcome.kind === 'saved') return seeOther(here)
 *     form.refuse(outcome.problems, { 'day-future': 'day' }, words.problems)
 *     Astro.response.status = 422
 *   }
 *   <Field {...form.box('day')} label={…} />
 */
import { z } from 'zod'
import { isUuid } from '#domain/learning/uuid.ts'

/** A field reads all values that came under its name: none, one, or one for each tick. */
type FieldType<T> = z.ZodType<T, readonly string[]>
type Fields = Readonly<Record<string, FieldType<unknown>>>
type Values<F extends Fields> = { readonly [K in keyof F]: z.infer<F[K]> }
type Fresh<F extends Fields> = { readonly [K in keyof F]?: string | readonly string[] }

const all = z.array(z.string())

/** Exactly as it was typed. */
export const text = all.transform((values) => values[0] ?? '')

/** One line: what stands around it does not count. */
export const line = text.transform((value) => value.trim())

/** All that came under a name, as it came. */
export const several = all

/** A box that is ticked or not. */
export const ticked = all.transform((values) => values.length > 0)

/** Two radios; null where none is chosen. */
export const yesNo = text.transform((value) =>
  value === 'yes' ? true : value === 'no' ? false : null,
)

/** A hidden id; '' for anything that is none. */
export const uuid = text.transform((value) => (isUuid(value) ? value : ''))

/** A whole number as people type it; NaN for anything else, so that a rule can say so. */
export const whole = line.transform((value) =>
  /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN,
)

/** How much, or which version, a form showed when it was opened, hidden in it: nobody answers what they did not see. */
export const shownThen = text.transform((value) => (/^\d{1,15}$/.test(value) ? Number(value) : 0))

/** One of these; null for anything that nobody offered. */
export const among = <const T extends string>(known: readonly T[]) =>
  text.transform((value): T | null => known.find((one) => one === value) ?? null)

/** Those of these that are ticked, in their order. */
export const someOf = <const T extends string>(known: readonly T[]) =>
  all.transform((values): readonly T[] => known.filter((one) => values.includes(one)))

export interface Box {
  readonly name: string
  readonly value: string
  readonly problem: string | undefined
}

export interface Typed<F extends Fields> {
  readonly isSent: boolean
  readonly values: Values<F>
  /** By field, in words. */
  readonly problems: Record<string, string>
  /** What was typed into a field, or what stood in it when the form was opened. */
  raw(name: keyof F & string): string
  /** Name, value and problem for a field's component. */
  box(name: keyof F & string): Box
  /** Says what a verb found. @param fields the field that a problem belongs to @param words the sentence for it */
  refuse<P extends string>(
    found: readonly P[],
    fields: Readonly<Record<P, keyof F & string>>,
    words: Readonly<Record<P, string>>,
  ): void
}

/**
 * Of a form that asks about as many things as there are: what came under each name of a kind.
 * @param named which names, for example `/^same-\d{1,4}$/`
 */
export const typedLike = <T>(
  post: App.Locals['post'],
  named: RegExp,
  field: FieldType<T>,
): Readonly<Record<string, T>> =>
  Object.fromEntries(
    (post.kind === 'none' ? [] : [...post.form]).flatMap(([name, values]) =>
      named.test(name) ? [[name, field.parse(values)] as const] : [],
    ),
  )

/** @param fresh what stands in the fields before anything was sent */
export function typedIn<F extends Fields>(
  post: App.Locals['post'],
  fields: F,
  fresh: Fresh<F> = {},
): Typed<F> {
  const held = (name: string): readonly string[] => {
    if (post.kind !== 'none') return post.form.get(name) ?? []
    const first = fresh[name]
    return first === undefined ? [] : [first].flat()
  }
  const read = Object.entries(fields).map(
    ([name, field]) => [name, field.parse(held(name))] as const,
  )
  const problems: Record<string, string> = {}
  const raw = (name: string): string => held(name)[0] ?? ''
  return {
    isSent: post.kind === 'sent',
    values: Object.fromEntries(read) as Values<F>,
    problems,
    raw,
    box: (name) => ({ name, value: raw(name), problem: problems[name] }),
    refuse(found, places, words) {
      for (const one of found) problems[places[one]] = words[one]
    },
  }
}
