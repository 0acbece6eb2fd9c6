/** Where each list of urgent signs is shown, asked, practised and played: read from `content/`. */
import { globSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { signsFile } from '#authoring/schema-signs.ts'
import { signSaid } from '#authoring/signs-said.ts'

export interface SignUse {
  readonly id: string
  readonly now: number
  readonly today: number
  /** Lessons and pages to print that draw it. */
  readonly shown: readonly string[]
  /** Questions in which somebody says one of its signs: `safety/not-himself`. */
  readonly asked: readonly string[]
  /** How many turns by session. */
  readonly practised: Readonly<Record<string, number>>
  /** Numbers of the scene cards in which one of its words is said. */
  readonly cards: readonly number[]
}

interface Says {
  readonly id: string
  readonly sign?: unknown
}

export function signUses(): SignUse[] {
  const { lists } = signsFile.parse(parse(text('content/en/signs.yaml')))
  const items = globSync('content/en/*/*.{mdx,yaml}').sort()
  const cards = text('content/en/teaching/scene-cards.mdx')
    .split(/^## (?=\d+\. )/m)
    .slice(1)
  return Object.entries(lists).map(([id, list]) => ({
    id,
    now: Object.keys(list.now).length,
    today: Object.keys(list.today).length,
    shown: items.filter((file) => draws(file, id)).map(nameOf),
    asked: items.flatMap((file) =>
      saying(file, 'questions', id).map((one) => `${nameOf(file).split('/')[0]}/${one}`),
    ),
    practised: Object.fromEntries(
      items
        .map(
          (file) => [nameOf(file).split('/')[1] ?? '', saying(file, 'turns', id).length] as const,
        )
        .filter(([, count]) => count > 0),
    ),
    cards: cards.flatMap((card) => (signSaid({ [id]: list }, card) ? [parseInt(card, 10)] : [])),
  }))
}

const text = (file: string): string => readFileSync(file, 'utf8')
const nameOf = (file: string): string =>
  file.replace(/^content\/en\//, '').replace(/\.(mdx|yaml)$/, '')

const draws = (file: string, id: string): boolean =>
  file.endsWith('.mdx') &&
  (text(file).includes(`<Signs of="${id}"`) || /<Signs\s*\/>/.test(text(file)))

/** Ids of the questions or turns of a file that name the list. */
function saying(file: string, key: 'questions' | 'turns', list: string): string[] {
  if (!file.endsWith('.yaml')) return []
  const all = (parse(text(file)) as Record<string, readonly Says[] | undefined>)[key] ?? []
  return all.flatMap(({ id, sign }) => (sign === list ? [id] : []))
}
