/** In the talks of lessons and pages, too, nobody who is shown as a good mentor lets an urgent sign go by. */
import type { Bench } from './bench.ts'
import { linesOf, type Said } from './said.ts'
import { peopleFile } from './schema.ts'
import { signSaid, type Lists } from './signs-said.ts'

/** An answer that takes it up asks, or gets help. */
const TAKES_UP = /\?|\bcall|emergency-number|clinical-team/i
const ASKS = /\?/

/** Without the list of people nobody knows who the mentor is: then nothing is held to it. */
export function checkSignsInTalks(bench: Bench, lists: Lists): void {
  const people = peopleFile.safeParse(bench.source.get('people.yaml')?.data).data?.people
  if (!people) return
  const mentees = new Set(people.flatMap(({ name, role }) => (role === 'mentee' ? [name] : [])))
  for (const path of bench.source.keys()) {
    if (!/^en\/.*\.mdx$/.test(path)) continue
    const said = linesOf(bench.source, path).filter(({ kind }) => kind === 'says')
    said.forEach((one, n) => {
      const sign = mentees.has(one.who) && signSaid(lists, one.text)
      if (!sign || isTakenUp(one, said.slice(n + 1)) || isAnswer(one, said[n - 1])) return
      bench.errorAt(
        path,
        one.line,
        'text',
        `${one.who} says "${sign.word}", a word for the urgent sign "${sign.id}", and nobody asks about it`,
        'let the very next answer ask, or get help; or let them say it in other words where it is none',
      )
    })
  }
}

const isTakenUp = (one: Said, after: readonly Said[]): boolean => {
  const answer = after.find(({ who, among }) => among === one.among && who !== one.who)
  return answer !== undefined && TAKES_UP.test(answer.text)
}

/** What somebody says because they were asked about it. */
const isAnswer = (one: Said, before: Said | undefined): boolean =>
  before?.among === one.among && before.who !== one.who && ASKS.test(before.text)
