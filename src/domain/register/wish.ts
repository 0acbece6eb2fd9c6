/** What somebody looks for in the register: read from a query string, by pages and by the API alike. */

export interface RegisterWish {
  /** Id of an area that the mentor is comfortable with; '' for all. */
  readonly area: string
  /** Language id; '' for all. */
  readonly language: string
  /** Id of a way of contact; '' for all. */
  readonly contact: string
  /** The mentor can support at least this many people; 0 for all. */
  readonly capacity: number
  /** Part of the place; '' for all. */
  readonly place: string
}

export const ANYBODY: RegisterWish = { area: '', language: '', contact: '', capacity: 0, place: '' }
export const WISHES = ['area', 'language', 'contact', 'capacity', 'place'] as const
export type WishName = (typeof WISHES)[number]

const LENGTH = 100

/**
 * @param query values by name; null for what was not asked
 * @returns the wish with what could be read, and the names of what could not
 */
export function readWish(query: { get(name: string): string | null }): {
  readonly wish: RegisterWish
  readonly problems: readonly WishName[]
} {
  const text = (name: WishName): string => (query.get(name) ?? '').trim()
  const capacity = text('capacity')
  const number = /^\d{1,2}$/.test(capacity) ? Number(capacity) : capacity === '' ? 0 : null
  const problems: WishName[] = WISHES.filter(
    (name) => name !== 'capacity' && text(name).length > LENGTH,
  )
  if (number === null) problems.push('capacity')
  const short = (name: WishName): string => (problems.includes(name) ? '' : text(name))
  return {
    wish: {
      area: short('area'),
      language: short('language'),
      contact: short('contact'),
      capacity: number ?? 0,
      place: short('place'),
    },
    problems,
  }
}

/** The wish as a query string, without what was not asked. */
export const queryOf = (wish: RegisterWish): URLSearchParams =>
  new URLSearchParams(
    WISHES.flatMap((name) => (wish[name] ? [[name, String(wish[name])] as [string, string]] : [])),
  )

export const isFiltered = (wish: RegisterWish): boolean => WISHES.some((name) => wish[name])
