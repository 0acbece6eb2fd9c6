/** The ledger remembers hash and revision of every item, so that no change of meaning slips through. */
import { allSteps, stepsOf, type Course, type Pack } from '#domain/course/course.ts'
import { CARDS_SLUG, type DecisionCard } from '#domain/course/decision-cards.ts'
import {
  changesBetween,
  type Former,
  type Ledger,
  type LedgerEntry,
} from '#domain/course/ledger.ts'
import type { Bench } from './bench.ts'
import { hashOf } from './read.ts'

/** What the English course says today, item by item. Questions and turns are items of their own. */
export function ledgerOf(
  course: Course,
  packs: readonly Pack[] = [],
  cards: readonly DecisionCard[] = [],
): Ledger {
  const entries: [string, LedgerEntry][] = []
  const add = (id: string, revision: number, star: boolean, meaning: unknown): void => {
    entries.push([id, { revision, hash: hashOf(JSON.stringify(meaning)), star }])
  }
  for (const { kind, item } of [...allSteps(course), ...packs.flatMap(stepsOf)]) {
    if (kind === 'quiz')
      for (const question of item.questions)
        add(question.id, question.revision, question.star, question)
    else if (kind === 'session') {
      const { turns, ...head } = item
      add(item.id, item.revision, item.star, head)
      for (const turn of turns) add(turn.id, turn.revision, item.star, turn)
    } else add(item.id, item.revision, kind === 'lesson' && item.star, { ...item, revision: 0 })
  }
  for (const card of cards) add(card.id, card.revision, false, { ...card, revision: 0 })
  for (const page of [...course.resources, ...course.teaching])
    add(page.id, page.revision, false, page)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Items that changed without saying whether the meaning did. */
export const unreleased = (before: Ledger, now: Ledger, former: Former = {}): readonly string[] =>
  changesBetween(before, now, former).reworded

/** What an author says about ids that are no longer there. */
export interface Lost {
  readonly former: Former
  /** Ids that were taken out on purpose. */
  readonly gone: readonly string[]
}

export function checkLedger(bench: Bench, before: Ledger, now: Ledger, lost: Lost): void {
  const { removed, renamed } = changesBetween(before, now, lost.former)
  for (const id of unreleased(before, now, lost.former))
    bench.warning(
      ...placeOf(bench, id),
      'it changed since the last release',
      'raise its revision if the meaning changed, else release it with "alongside course release --wording ' +
        id +
        '"',
    )
  for (const id of removed.filter((one) => !lost.gone.includes(one)))
    bench.errorAt(
      'ledger.json',
      lineInLedger(before, id),
      id,
      'it was released and is no longer there, so what people did in it would be lost',
      `if it has another name now, write "was: ${id}" beside its new one; if it is taken out, list it under "gone:" in en/course.yaml`,
    )
  for (const id of lost.gone.filter((one) => now[one]))
    bench.error('en/course.yaml', 'gone', `"${id}" is still there`, 'take it out of the list')
  for (const [id, entry] of Object.entries(now)) {
    const old = before[renamed.find(({ to }) => to === id)?.from ?? id]
    if (old && entry.revision < old.revision)
      bench.error(
        ...placeOf(bench, id),
        `revision ${entry.revision} is older than the released ${old.revision}`,
        'never lower a revision',
      )
  }
}

/** The ledger is written by us: a brace, then five lines for each item. */
const lineInLedger = (ledger: Ledger, id: string): number => 2 + 5 * Object.keys(ledger).indexOf(id)

/** The file in which an item stands, and where in it. */
function placeOf(bench: Bench, id: string): [file: string, field: string] {
  const [module = '', one = '', inner = ''] = id.split('/')
  const at = (file: string, list: string): [string, string] => {
    const data = bench.source.get(file)?.data as Record<string, { id?: string }[] | undefined>
    const index = data[list]?.findIndex((item) => item.id === inner) ?? -1
    return [file, index < 0 ? id : `${list}.${index}`]
  }
  const here = (file: string): boolean => bench.source.has(file)
  const inPack = here(`en/areas/${module}/pack.yaml`)
  if (inPack && here(`en/areas/${id}.mdx`)) return [`en/areas/${id}.mdx`, 'revision']
  if (inPack && here(`en/areas/${id}.yaml`)) return [`en/areas/${id}.yaml`, 'revision']
  const list = one === CARDS_SLUG ? 'cards' : one === 'quiz' ? 'questions' : 'turns'
  if (inPack && inner) return at(`en/areas/${module}/${one}.yaml`, list)
  if (here(`en/${id}.mdx`)) return [`en/${id}.mdx`, 'revision']
  if (here(`en/${id}.yaml`)) return [`en/${id}.yaml`, 'revision']
  if (inner && here(`en/${module}/${one}.yaml`)) return at(`en/${module}/${one}.yaml`, list)
  // A reflection or an exercise.
  if (here(`en/${module}/module.yaml`)) {
    const data = bench.source.get(`en/${module}/module.yaml`)?.data as Record<
      string,
      { id?: string }
    >
    const field = ['reflection', 'exercise'].find((name) => data[name]?.id === one)
    if (field) return [`en/${module}/module.yaml`, field]
  }
  return ['ledger.json', id]
}
