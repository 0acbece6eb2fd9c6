/** Who of a list seems to be here already. Whether they are is said by hand, never guessed. */
import { contactsOf } from './import-list.ts'
import type { ImportRow } from './import-row.ts'
import type { ImportSettings } from './import-settings.ts'
import { fold } from './names.ts'

/** Somebody of the programme, as far as it takes to know them again. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string
}

export interface Candidate {
  readonly person: KnownPerson
  /** The same name with the same contact; with no contact to compare, or another one; or only the same e-mail. */
  readonly why: 'both' | 'name' | 'contact'
}

const MOST_CANDIDATES = 3

/** By line. @param known may hold people who are nobody of the list */
export function findMatches(
  rows: readonly ImportRow[],
  known: readonly KnownPerson[],
): ReadonlyMap<number, readonly Candidate[]> {
  const byName = Map.groupBy(known, ({ name }) => fold(name))
  const byEmail = Map.groupBy(
    known.filter(({ email }) => email),
    ({ email }) => email,
  )
  return new Map(
    rows.flatMap((row) => {
      const { person } = row
      const contacts = contactsOf(person)
      const named = (byName.get(fold(person.name)) ?? []).map((one): Candidate => {
        const isBoth = contactsOf(one).some((contact) => contacts.includes(contact))
        return { person: one, why: isBoth ? 'both' : 'name' }
      })
      const reached = (byEmail.get(person.email) ?? [])
        .filter((one) => !named.some((other) => other.person.id === one.id))
        .map((one): Candidate => ({ person: one, why: 'contact' }))
      const found = [...named, ...reached]
        .sort((a, b) => Number(b.why === 'both') - Number(a.why === 'both'))
        .slice(0, MOST_CANDIDATES)
      return found.length ? [[row.line, found] as const] : []
    }),
  )
}

export type Decision =
  | { readonly kind: 'new' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'add'; readonly person: string }
  | { readonly kind: 'open' }

/** What becomes of a line without faults. */
export function decisionOn(
  line: number,
  candidates: readonly Candidate[] | undefined,
  { forAll, decisions }: Pick<ImportSettings, 'forAll' | 'decisions'>,
): Decision {
  if (!candidates) return { kind: 'new' }
  if (forAll === 'leave') return { kind: 'leave' }
  const sure = candidates.filter(({ why }) => why === 'both')
  const [only] = sure
  if (forAll === 'add' && only && sure.length === 1) return { kind: 'add', person: only.person.id }
  const said = decisions[line]
  if (said === 'leave' || said === 'new') return { kind: said }
  const meant = candidates.find(({ person }) => person.id === said)
  return meant ? { kind: 'add', person: meant.person.id } : { kind: 'open' }
}
