/** What was typed into a profile is saved: by the person, or for them by a coordinator, of which they are told. */
import { GuardFailed, together, write, type Query } from '#db/client.ts'
import { personRowQuery, updatePhone } from '#db/people.ts'
import {
  guardField,
  guardPhone,
  profileQuery,
  putFor,
  putOwn,
  type KeptField,
} from '#db/profiles.ts'
import { mayChangeProfile, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import {
  asKept,
  meet,
  mergedIds,
  problemsWithProfile,
  type ProfileProblem,
} from '#domain/people/profile-change.ts'
import {
  asIds,
  idsIn,
  keptIds,
  PROFILE,
  shownIds,
  type ProfileValues,
  type TypedField,
} from '#domain/people/profile.ts'
import { writeAbout } from '#server/access/write-about.ts'
import { recount } from '#server/learning/recount.ts'
import { audited } from '#server/trail/audited.ts'

export interface ProfileChange {
  readonly fields: readonly TypedField[]
  /** As the form showed it, and as it was typed; lists as JSON. */
  readonly was: ProfileValues
  readonly typed: ProfileValues
  /** Slugs that the form offered. */
  readonly areas: readonly string[]
}

export interface Theirs {
  readonly field: TypedField
  readonly value: string
  readonly by: string
  readonly at: number | null
}

/** For the form that is shown again: what stands in each field, and what it is compared with next time. */
export type FormValues = Readonly<
  Partial<Record<TypedField, { readonly value: string; readonly was: string }>>
>

export type ProfileOutcome =
  | { readonly kind: 'saved' }
  | {
      readonly kind: 'refused'
      readonly problems: readonly ProfileProblem[]
      readonly form: FormValues
    }
  /** Somebody else changed the same fields since the form was opened: nothing is saved until they were read. */
  | { readonly kind: 'meanwhile'; readonly theirs: readonly Theirs[]; readonly form: FormValues }
  | NotAllowed

interface One {
  readonly field: TypedField
  /** As it stands, and all of it: areas of other programmes too. */
  readonly now: string
  readonly stored: string
  readonly next: string
  readonly isChanged: boolean
  readonly isTheirs: boolean
  readonly typed: string
}

const TRIES = 3

/** @param of whose; a coordinator must decide in its programme */
export async function saveProfile(
  by: Person,
  of: { readonly id: string; readonly programme: string },
  change: ProfileChange,
  now: number,
): Promise<ProfileOutcome> {
  if (!mayChangeProfile(by, of)) return NOT_ALLOWED
  for (let left = TRIES; ; left--) {
    const found = await together({ kept: profileQuery(of.id), account: personRowQuery(of.id) })
    if (!found.account) return NOT_ALLOWED
    const { fields } = change
    const each = fields.map((field) =>
      compare(field, change, found.kept, found.account?.phone ?? ''),
    )
    const form: FormValues = Object.fromEntries(
      each.map((one) => [
        one.field,
        { value: one.isChanged || one.isTheirs ? one.typed : one.now, was: one.now },
      ]),
    )
    const theirs = each.filter(({ isTheirs }) => isTheirs)
    if (theirs.length)
      return { kind: 'meanwhile', form, theirs: theirs.map((one) => said(one, found.kept)) }
    const changed = each.filter(({ isChanged }) => isChanged)
    const values = Object.fromEntries(each.map(({ field, next }) => [field, next]))
    const asked = fields.filter(
      (field) => field === 'notAreas' || changed.some((one) => one.field === field),
    )
    const problems = changed.length ? problemsWithProfile(asked, values) : []
    if (problems.length) return { kind: 'refused', problems, form }
    if (changed.length === 0) return { kind: 'saved' }
    const queries = [
      ...changed.flatMap((one) => queriesOf(one, by, of.id, now)),
      audited(now, by.id, 'profile-changed', of.id, of.programme),
    ]
    try {
      if (by.id === of.id) await write(queries)
      else if ((await writeAbout(of, queries)).kind === 'not-allowed') return NOT_ALLOWED
      if (changed.some(({ field }) => field === 'areas')) await recount(of.id, now)
      return { kind: 'saved' }
    } catch (error) {
      // In this very moment somebody else saved it: compared again.
      if (!(error instanceof GuardFailed) || left === 0) throw error
    }
  }
}

function compare(
  field: TypedField,
  { was, typed, areas }: ProfileChange,
  kept: readonly KeptField[],
  phone: string,
): One {
  const stored = field === 'phone' ? phone : (kept.find((one) => one.field === field)?.value ?? '')
  if (PROFILE[field].kind === 'some') {
    const isArea = field !== 'languages'
    const now = isArea ? shownIds(stored, areas) : stored
    const ids = mergedIds(idsIn(was[field]), idsIn(typed[field]), idsIn(now))
    const next = isArea ? keptIds(asIds(ids), stored, areas) : asIds(ids)
    return {
      field,
      now,
      stored,
      next,
      isChanged: ids.length !== idsIn(now).length || ids.some((id) => !idsIn(now).includes(id)),
      isTheirs: false,
      typed: asIds(ids),
    }
  }
  const mine = asKept(field, typed[field] ?? '')
  const meeting = meet(asKept(field, was[field] ?? ''), mine, stored)
  return {
    field,
    now: stored,
    stored,
    next: meeting === 'mine' ? mine : stored,
    isChanged: meeting === 'mine',
    isTheirs: meeting === 'both',
    typed: typed[field] ?? '',
  }
}

function said({ field, now }: One, kept: readonly KeptField[]): Theirs {
  const trail = kept.find((one) => one.field === field)
  return { field, value: now, by: trail?.byName ?? '', at: trail?.at ?? null }
}

function queriesOf({ field, stored, now, next }: One, by: Person, id: string, at: number): Query[] {
  const isPhone = field === 'phone'
  const value = isPhone ? '' : next
  return [
    ...(isPhone
      ? [guardPhone(id, stored), updatePhone(id, next)]
      : [guardField(id, field, stored)]),
    ...(by.id === id
      ? putOwn(id, field, value, at)
      : putFor(id, field, { value, before: now, by: by.id, at })),
  ]
}
