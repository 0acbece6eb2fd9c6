/** Whose page a form stands on. What is typed has an owner: nobody else's post of it is taken (R41). */
import { isUuid } from '#domain/learning/uuid.ts'
import type { Person } from './person.ts'

/** The hidden field that every form which posts begins with: see components/fields/Form.astro. */
export const OWNER_FIELD = 'owner'

/** The same for what a script of ours sends without a form. */
export const OWNER_HEADER = 'alongside-owner'

/** A person's id; '' for a visitor. */
export const ownerOf = (person: Person | null): string => person?.id ?? ''

/** The same for drawings that are not components: goes into their hidden fields. */
export const ownerField = (person: Person | null): Record<string, string> => ({
  [OWNER_FIELD]: ownerOf(person),
})

/** The hidden field in which sealed words come back (server/forms/sealed-words.ts). */
export const SEALED_FIELD = 'sealed'

/** Whose sealed words these say to be; null for none. */
export function ownerOfSealed(sealed: string): string | null {
  const [owner = '', locked = ''] = sealed.split('.')
  return isUuid(owner) && /^[\w-]+$/.test(locked) ? owner : null
}

/** Where whoever sends proves who they are, or nothing of anybody's changes: a form there is everybody's. */
const EVERYBODYS = /^\/sign-in(\/second|\/recover)?\/?$/
/** What a page that outlived its session may still do: nothing is saved for anybody by then. */
const AFTERWARDS = /^\/(sign-out|language)\/?$/
const MEMBERS_ONLY = /^\/((learn|coordinate|manage|record|name|ways-in|account)(\/|$)|calendar$)/

/**
 * Whether this post may go on to its page. A form that does not say whose it is counts as a visitor's.
 * @param owner what the form says @param person who is signed in now
 */
export function whosePost(
  owner: string,
  person: Person | null,
  pathname: string,
): 'theirs' | 'signed-out' | 'somebody-else' {
  if (EVERYBODYS.test(pathname)) return 'theirs'
  if (person) return owner === person.id ? 'theirs' : 'somebody-else'
  if (AFTERWARDS.test(pathname)) return 'theirs'
  return owner !== '' || MEMBERS_ONLY.test(pathname) ? 'signed-out' : 'theirs'
}
