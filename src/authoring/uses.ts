/** What rests on which facts: what names them by `facts:`, what draws a list of signs or says one of its signs, and what the facts themselves name. */
import type { Bench } from './bench.ts'
import type { SourceFile } from './read.ts'
import type { FactsFile } from './schema-facts.ts'
import { signsFile, type SignsFile } from './schema-signs.ts'

/** Items, and files that are no items, by fact. */
export type Uses = Readonly<Record<string, readonly string[]>>

const SIGNS = 'en/signs.yaml'

export function usesOf(bench: Bench, file: FactsFile): Uses {
  const uses: Record<string, string[]> = {}
  const add = (item: string, fact: string): void => {
    const all = (uses[fact] ??= [])
    if (!all.includes(item)) all.push(item)
  }
  const signs = signsOf(bench)
  if (signs) checkSignFacts(bench, signs, file)
  for (const fact of factsOfSigns(bench)) add(SIGNS, fact)
  for (const source of bench.source.values()) {
    const item = itemIn(source.path)
    if (!item) continue
    for (const [index, fact] of factsIn(source).entries())
      if (file.facts[fact]) add(item, fact)
      else
        bench.error(
          source.path,
          ['facts', index],
          `there is no fact "${fact}"`,
          'look for a slip in the id, or add it to facts.yaml',
        )
    for (const fact of signs ? factsDrawn(source, signs) : []) add(item, fact)
  }
  for (const [fact, { where }] of Object.entries(file.facts))
    for (const place of where) add(itemIn(place) ?? place, fact)
  return uses
}

/** safety/complaints of en/safety/complaints.mdx; null where it is no item. */
export const itemIn = (path: string): string | null =>
  /^en\/(?:areas\/)?([^/]+\/[^/]+)\.(?:mdx|yaml)$/.exec(path)?.[1] ?? null

export function factsIn({ data }: SourceFile): string[] {
  const facts = (data as { facts?: unknown } | null | undefined)?.facts
  return Array.isArray(facts) ? facts.filter((one) => typeof one === 'string') : []
}

/** Of the lists that stand in a page, or whose signs are said in a question, a turn or a card. */
function factsDrawn({ body, data }: SourceFile, { lists }: SignsFile): string[] {
  const shown = /<Signs\s*\/>/.test(body)
    ? Object.keys(lists)
    : [...body.matchAll(/<Signs of="([^"]*)"/g)].map(([, id = '']) => id)
  return [...shown, ...saidIn(data)].flatMap((id) => (lists[id] ? factsOfList(lists[id]) : []))
}

function saidIn(data: unknown): string[] {
  const {
    questions = [],
    turns = [],
    cards = [],
  } = (data ?? {}) as Record<string, unknown[] | undefined>
  return [questions, turns, cards].flatMap((all) =>
    Array.isArray(all)
      ? all.flatMap((one) => {
          const { sign, forms } = (one ?? {}) as { sign?: unknown; forms?: unknown[] }
          return [
            ...(typeof sign === 'string' ? [sign] : []),
            ...(Array.isArray(forms) ? saidIn({ questions: forms }) : []),
          ]
        })
      : [],
  )
}

const factsOfList = ({ now, today }: SignsFile['lists'][string]): string[] =>
  [now, today].flatMap((layer) => Object.values(layer).flatMap(({ facts }) => facts))

const signsOf = (bench: Bench): SignsFile | null =>
  signsFile.safeParse(bench.source.get(SIGNS)?.data).data ?? null

/** What the urgent signs rest on. */
export const factsOfSigns = (bench: Bench): string[] =>
  Object.values(signsOf(bench)?.lists ?? {}).flatMap(factsOfList)

function checkSignFacts(bench: Bench, { lists }: SignsFile, file: FactsFile): void {
  for (const [id, list] of Object.entries(lists))
    for (const layer of ['now', 'today'] as const)
      for (const [sign, { facts }] of Object.entries(list[layer])) {
        const says = (what: string, remedy: string): void =>
          bench.error(SIGNS, ['lists', id, layer, sign], what, remedy)
        if (facts.length === 0)
          says(`"${sign}" names no fact`, 'add "facts: […]": what it rests on in facts.yaml')
        for (const fact of facts) {
          const known = file.facts[fact]
          if (!known) says(`there is no fact "${fact}"`, 'look for a slip, or add it to facts.yaml')
          else if (known.how === 'second-hand' && !known.confirm)
            says(
              `"${sign}" rests on "${fact}", which was read second-hand and nobody is to confirm`,
              'add confirm: who, and why, to that fact',
            )
        }
      }
}
