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
  const items = globSync('content/en/{*,areas/*}/*.{mdx,yaml}').sort().map(itemOf)
  const cards = text('content/en/teaching/scene-cards.mdx')
    .split(/^## (?=\d+\. )/m)
    .slice(1)
  return Object.entries(lists).map(([id, list]) => ({
    id,
    now: Object.keys(list.now).length,
    today: Object.keys(list.today).length,
    shown: items.flatMap(({ name, draws }) => (draws(id) ? [name] : [])),
    asked: items.flatMap(({ module, questions }) =>
      questions.filter(({ sign }) => sign === id).map((one) => `${module}/${one.id}`),
    ),
    practised: Object.fromEntries(
      items
        .map(({ slug, turns }) => [slug, turns.filter(({ sign }) => sign === id).length] as const)
        .filter(([, count]) => count > 0),
    ),
    cards: cards.flatMap((card) => (signSaid({ [id]: list }, card) ? [parseInt(card, 10)] : [])),
  }))
}

const text = (file: string): string => readFileSync(file, 'utf8')

function itemOf(file: string) {
  const name = file.replace(/^content\/en\/(?:areas\/)?/, '').replace(/\.(mdx|yaml)$/, '')
  const [module = '', slug = ''] = name.split('/')
  const body = text(file)
  const data = (file.endsWith('.yaml') ? parse(body) : {}) as Record<string, Says[] | undefined>
  return {
    name,
    module,
    slug,
    questions: data['questions'] ?? [],
    turns: data['turns'] ?? [],
    draws: (id: string): boolean =>
      file.endsWith('.mdx') && (body.includes(`<Signs of="${id}"`) || /<Signs\s*\/>/.test(body)),
  }
}
