/** Former ids of items that got another name: `was:` beside the new one, so that people's records follow. */
import { CARDS_SLUG } from '#domain/course/decision-cards.ts'
import type { Former } from '#domain/course/ledger.ts'
import type { Source } from './read.ts'

interface Named {
  readonly id?: unknown
  readonly was?: unknown
  readonly reflection?: Named
  readonly exercise?: Named
  readonly questions?: readonly Named[]
  readonly cards?: readonly Named[]
  readonly turns?: readonly Named[]
}

/** @param ids every id of the course today: what a renamed module holds is found among them */
export function formerIds(source: Source, ids: readonly string[]): Former {
  const found = [...source.values()].flatMap((file) => {
    if (!file.path.startsWith('en/') || typeof file.data !== 'object' || file.data === null)
      return []
    return idsIn(file.path.slice('en/'.length), file.data, ids)
  })
  return Object.fromEntries(found)
}

type Pair = readonly [former: string, id: string]

function idsIn(path: string, file: Named, ids: readonly string[]): Pair[] {
  const place = path.replace(/^areas\//, '').replace(/\.(mdx|ya?ml)$/, '')
  const [module = ''] = place.split('/')
  const name = (named: Named | undefined, at: string): Pair[] =>
    named ? wasOf(named).map((was) => [was, `${at}/${String(named.id)}`]) : []
  if (place.endsWith('/module') || place.endsWith('/pack'))
    return [
      ...wasOf(file).flatMap((was) => below(was, module, ids)),
      ...name(file.reflection, module),
      ...name(file.exercise, module),
    ]
  if (place.endsWith('/quiz')) return (file.questions ?? []).flatMap((one) => name(one, place))
  if (place.endsWith(`/${CARDS_SLUG}`)) return (file.cards ?? []).flatMap((one) => name(one, place))
  return [
    ...wasOf(file).flatMap((was): Pair[] => [[was, place], ...below(was, place, ids)]),
    ...(file.turns ?? []).flatMap((turn) => name(turn, place)),
  ]
}

/** Everything that stands in a module or session keeps the rest of its name. */
const below = (was: string, place: string, ids: readonly string[]): Pair[] =>
  ids
    .filter((id) => id.startsWith(`${place}/`))
    .map((id) => [`${was}${id.slice(place.length)}`, id])

const wasOf = ({ was }: Named): string[] =>
  (Array.isArray(was) ? (was as unknown[]) : [was]).filter((one) => typeof one === 'string')
