/** The form of a profile: the person's own page and the coordinators' page read and save it alike. */
import type { APIContext } from 'astro'
import { SPOKEN_LANGUAGES } from '#domain/readiness/offer.ts'
import type { Person } from '#domain/people/person.ts'
import {
  asIds,
  idsIn,
  PROFILE,
  PROFILE_SECTIONS,
  TYPED_FIELDS,
  type TypedField,
} from '#domain/people/profile.ts'
import { saveProfile, type FormValues, type Theirs } from '#server/people/save-profile.ts'
import { notFound, seeOther } from './answers.ts'
import { among, someOf, text, typedIn } from './typed.ts'

/** The button of a part, and the last one. */
const SAVES = [...PROFILE_SECTIONS, 'all'] as const
export type Saves = (typeof SAVES)[number]

/** What was sent and not saved. */
export interface ProfileSent {
  readonly form: FormValues
  /** By field, in words. */
  readonly problems: Readonly<Record<string, string>>
  readonly theirs: readonly Theirs[]
}

/** What the form compares with: the value as it was shown. */
export const wasName = (field: TypedField): string => `was-${field}`

/** @param areas of the programme, by slug @returns an answer; what was refused; null where nothing was sent */
export async function changeProfile(
  context: APIContext,
  by: Person,
  of: { readonly id: string; readonly programme: string },
  areas: Readonly<Record<string, string>>,
): Promise<ProfileSent | Response | null> {
  const { words, post, now } = context.locals
  const here = context.url.pathname
  const { isSent, values } = typedIn(post, { do: among(SAVES) })
  if (!isSent) return null
  const pressed = values.do ?? 'all'
  const fields = TYPED_FIELDS
  const was = typedIn(
    post,
    Object.fromEntries(fields.map((field) => [wasName(field), text])),
  ).values
  const slugs = Object.keys(areas)
  const typedOf = (field: TypedField): string => {
    if (PROFILE[field].kind !== 'some') return typedIn(post, { [field]: text }).values[field] ?? ''
    const offered =
      field === 'languages'
        ? [...new Set([...SPOKEN_LANGUAGES, ...idsIn(was[wasName(field)])])]
        : slugs
    return asIds(typedIn(post, { [field]: someOf(offered) }).values[field] ?? [])
  }
  const change = {
    fields,
    areas: slugs,
    was: Object.fromEntries(fields.map((field) => [field, was[wasName(field)] ?? ''])),
    typed: Object.fromEntries(fields.map((field) => [field, typedOf(field)])),
  }
  const outcome = await saveProfile(by, of, change, now)
  if (outcome.kind === 'not-allowed') return notFound()
  if (outcome.kind === 'saved')
    return seeOther(`${here}?saved=${pressed}${pressed === 'all' ? '' : `#part-${pressed}`}`)
  const { form } = outcome
  if (outcome.kind === 'meanwhile') return { form, theirs: outcome.theirs, problems: {} }
  const t = words.profile.problems
  const problems = Object.fromEntries(
    outcome.problems.map(({ field, problem }) => [
      field,
      problem === 'too-long' ? t['too-long'](PROFILE[field].most) : t[problem],
    ]),
  )
  return { form, theirs: [], problems }
}

/** Where the button was that saved it all, as the address says it. */
export function savedFrom({ url, locals }: APIContext): Saves | null {
  const saved = locals.post.kind === 'none' ? url.searchParams.get('saved') : null
  return SAVES.find((one) => one === saved) ?? null
}
