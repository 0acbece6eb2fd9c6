/** What a report counts of everybody who joined a programme: in pieces, added up. */
import { statesQuery, type InState } from '#db/happened-reports.ts'
import { inPieces } from '#db/report-pieces.ts'
import {
  choicesQuery,
  confidenceQuery,
  daysToReadyQuery,
  firstAnswersQuery,
  furthestQuery,
  stopsQuery,
  type ChosenRow,
  type ConfidenceSums,
  type DaysToReady,
  type Furthest,
  type ReportWish,
  type Stop,
} from '#db/reports.ts'
import type { Reading } from '#db/client.ts'
import type { Moment } from '#domain/calendar/days.ts'
import { addUp } from '#domain/reports/add-up.ts'
import type { HappenedName, ReportName } from '#domain/reports/names.ts'
import type { Asked } from '#domain/reports/questions.ts'

export type JoinedFound =
  | { readonly name: 'funnel'; readonly furthest: Furthest }
  | { readonly name: 'time'; readonly days: DaysToReady }
  | { readonly name: 'stops'; readonly stops: readonly Stop[] }
  | { readonly name: 'questions'; readonly asked: readonly Asked[] }
  | { readonly name: 'practice'; readonly chosen: readonly ChosenRow[] }
  | { readonly name: 'confidence'; readonly sums: readonly ConfidenceSums[] }
  | { readonly name: 'state'; readonly states: readonly InState[] }

/** @param size how many people are counted at once; left out: as many as others can wait for */
export async function countJoined(
  name: Exclude<ReportName, HappenedName>,
  wish: ReportWish,
  moment: Moment,
  size?: number,
): Promise<JoinedFound> {
  const each = async <T>(ask: (piece: ReportWish) => Reading<T>): Promise<readonly T[]> => {
    const { parts } = await inPieces(wish, (piece) => ({ found: ask(piece) }), {}, size)
    return parts.map(({ found }) => found)
  }
  switch (name) {
    case 'state':
      return { name, states: addStates(await each((piece) => statesQuery(piece, moment))) }
    case 'funnel':
      return { name, furthest: addFurthest(await each(furthestQuery)) }
    case 'time':
      return { name, days: addDays(await each(daysToReadyQuery)) }
    case 'stops':
      return { name, stops: addStops(await each((piece) => stopsQuery(piece, moment.now))) }
    case 'questions':
      return { name, asked: addAnswers(await each(firstAnswersQuery)) }
    case 'practice':
      return { name, chosen: addChoices(await each(choicesQuery)) }
    case 'confidence':
      return { name, sums: addConfidence(await each(confidenceQuery)) }
  }
}

const less = (one: string | number, other: string | number): number =>
  one < other ? -1 : one > other ? 1 : 0

export const addStates = (parts: readonly (readonly InState[])[]): readonly InState[] =>
  addUp(
    parts,
    ({ state }) => state,
    (a, b) => ({ ...a, n: a.n + b.n }),
  ).sort((a, b) => less(a.state, b.state))

function addFurthest(parts: readonly Furthest[]): Furthest {
  const rows = parts.map((part) =>
    [...part].flatMap(([programme, stages]) =>
      [...stages].map(([stage, n]) => ({ programme, stage, n })),
    ),
  )
  const sums = addUp(
    rows,
    ({ programme, stage }) => `${programme} ${stage}`,
    (a, b) => ({ ...a, n: a.n + b.n }),
  )
  return mapped(sums, (own) => new Map(own.map(({ stage, n }) => [stage, n] as const)))
}

function addDays(parts: readonly DaysToReady[]): DaysToReady {
  const rows = parts.map((part) =>
    [...part].flatMap(([programme, counted]) => counted.map((one) => ({ programme, ...one }))),
  )
  const sums = addUp(
    rows,
    ({ programme, value }) => `${programme} ${value}`,
    (a, b) => ({ ...a, n: a.n + b.n }),
  )
  return mapped(sums, (own) =>
    own.map(({ value, n }) => ({ value, n })).sort((a, b) => less(a.value, b.value)),
  )
}

const mapped = <R extends { readonly programme: string }, T>(
  rows: readonly R[],
  means: (own: readonly R[]) => T,
): ReadonlyMap<string, T> =>
  new Map([...Map.groupBy(rows, ({ programme }) => programme)].map(([of, own]) => [of, means(own)]))

const addStops = (parts: readonly (readonly Stop[])[]): readonly Stop[] =>
  addUp(
    parts,
    ({ item }) => item,
    (a, b) => ({ ...a, people: a.people + b.people }),
  ).sort((a, b) => b.people - a.people || less(a.item, b.item))

const addAnswers = (parts: readonly (readonly Asked[])[]): readonly Asked[] =>
  addUp(
    parts,
    ({ item, form }) => `${item} ${form}`,
    (a, b) => ({ ...a, people: a.people + b.people, right: a.right + b.right }),
  ).sort((a, b) => less(a.item, b.item) || less(a.form, b.form))

const addChoices = (parts: readonly (readonly ChosenRow[])[]): readonly ChosenRow[] =>
  addUp(
    parts,
    ({ principle, verdict }) => `${principle} ${verdict}`,
    (a, b) => ({ ...a, replies: a.replies + b.replies, people: a.people + b.people }),
  ).sort((a, b) => less(a.principle, b.principle) || less(a.verdict, b.verdict))

const addConfidence = (parts: readonly (readonly ConfidenceSums[])[]): readonly ConfidenceSums[] =>
  addUp(
    parts,
    ({ programme, competency }) => `${programme} ${competency}`,
    (a, b) => {
      const n = a.n + b.n
      const mean = (of: 'before' | 'after'): number => (a[of] * a.n + b[of] * b.n) / n
      const sums = { n, sum: a.sum + b.sum, squares: a.squares + b.squares }
      return { ...a, ...sums, before: mean('before'), after: mean('after') }
    },
  ).sort((a, b) => less(a.programme, b.programme) || less(a.competency, b.competency))
