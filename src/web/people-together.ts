/** What was sent from a list of people: who was chosen, and what is to be done with them. */
import type { APIContext } from 'astro'
import type { ChosenPeople } from '#db/roles.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { ROLES } from '#domain/people/person.ts'
import { TOGETHER, type Together } from '#domain/people/together.ts'
import { among, several, shownThen, text, ticked, typedIn, uuid } from './typed.ts'

const FIELDS = {
  together: among(TOGETHER),
  do: text,
  cohort: text,
  reason: text,
  batch: uuid,
  seen: shownThen,
}

export interface SentTogether {
  readonly act: Together
  readonly chosen: ChosenPeople
  /** Whether the preview was sent, and not the list. */
  readonly isDone: boolean
  /** Cohort id, 'none', or '' where none was chosen. */
  readonly cohort: string
  readonly reason: string
  readonly batch: string
  readonly seen: number
}

/** Null where nobody, or nothing to do, was chosen. */
export function sentTogether(context: APIContext): SentTogether | null {
  const { post } = context.locals
  const { together: act, do: pressed, ...rest } = typedIn(post, FIELDS).values
  const chosen = chosenIn(context)
  if (!act || !chosen) return null
  return { act, chosen, isDone: pressed === 'it' && post.kind === 'sent', ...rest }
}

/** Null where nobody was chosen. */
export function chosenIn({ locals, url }: APIContext): ChosenPeople | null {
  const { who, all } = typedIn(locals.post, { who: several, all: ticked }).values
  if (locals.post.kind === 'none' || (!all && who.length === 0)) return null
  return all
    ? { kind: 'all', filter: filterIn(url.searchParams) }
    : { kind: 'some', ids: who.filter(isUuid) }
}

/** As the list of people reads its address (server/show/coordinate/people.ts). */
function filterIn(query: URLSearchParams): Extract<ChosenPeople, { kind: 'all' }>['filter'] {
  const search = (query.get('search') ?? '').slice(0, 100).trim()
  const state = query.get('state')
  const isAll = state === 'all' || (search !== '' && state !== 'here' && state !== 'left')
  return {
    role: ROLES.find((one) => one === query.get('role') && one !== 'administrator') ?? null,
    cohort: query.get('cohort') ?? '',
    archived: isAll ? null : state === 'left',
    search,
  }
}
