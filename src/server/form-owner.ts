/** Whose page a form stands on. What is typed has an owner: nobody else's post of it is taken (R41). */
import type { Person } from '#domain/people/person.ts'

/** The hidden field that every form which posts begins with: see components/Form.astro. */
export const OWNER_FIELD = 'owner'

/** A person's id; '' for a visitor. */
export const ownerOf = (person: Person | null): string => person?.id ?? ''

/** The same for drawings that are not components: goes into their hidden fields. */
export const ownerField = (person: Person | null): Record<string, string> => ({
  [OWNER_FIELD]: ownerOf(person),
})
