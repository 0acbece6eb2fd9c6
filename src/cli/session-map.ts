/** The graph of a practice session: which reply leads where. */
import type { Reply, Session } from '#domain/course/session.ts'
import { isKept, walkOf } from '#domain/practice/walk.ts'

type Worst = 'kept' | 'missed' | 'crossed'

const worstOf = (reply: Reply): Worst =>
  Object.values(reply.verdicts).includes('crossed') ? 'crossed' : isKept(reply) ? 'kept' : 'missed'

/** What is wrong with the graph, in words; `course check` refuses it. */
export function faultsOf(session: Session): string[] {
  const { unreached, endless } = walkOf(session)
  const turns = new Set(session.turns.map(({ slug }) => slug))
  const endings = new Set(session.endings.map(({ id }) => id))
  const replies = session.turns.flatMap((turn) => turn.replies.map((reply) => ({ turn, reply })))
  const used = new Set(replies.map(({ reply }) => placeOf(reply)))
  return [
    ...unreached.map(({ slug }) => `No reply leads to the turn ${slug}.`),
    ...endless.map(({ slug }) => `No way leads from the turn ${slug} to an ending.`),
    ...replies
      .filter(({ reply }) => !(reply.way.kind === 'end' ? endings : turns).has(placeOf(reply)))
      .map(
        ({ turn, reply }) =>
          `${turn.slug}: ${reply.id} leads to "${placeOf(reply)}", which is not there.`,
      ),
    ...session.endings
      .filter(({ id }) => !used.has(id))
      .map(({ id }) => `No reply leads to the ending ${id}.`),
  ]
}

const placeOf = ({ way }: Reply): string => (way.kind === 'end' ? way.ending : way.turn)

const MARKS: Record<Worst, string> = { kept: '+', missed: '-', crossed: 'x' }

/** To read at a terminal: the good road first. */
export function textMapOf(session: Session): string[] {
  const { turns, unreached } = walkOf(session)
  const all = [...turns, ...unreached]
  const numbers = new Map(all.map(({ slug }, n) => [slug, n + 1]))
  const width = Math.max(...all.flatMap(({ replies }) => replies.map(({ id }) => id.length)))
  const wayOf = ({ way }: Reply): string =>
    way.kind === 'end'
      ? `END ${way.ending} (${session.endings.find(({ id }) => id === way.ending)?.kind ?? '?'})`
      : `${numbers.get(way.turn) ?? '?'} ${way.turn}${way.kind === 'repair' ? ', to mend' : ''}`
  return [
    `${session.title}: ${session.turns.length} turns, ${all.flatMap((one) => one.replies).length} replies, ${session.endings.length} endings`,
    '+ keeps every principle   - misses one   x crosses one',
    ...all.flatMap((turn) => [
      '',
      `${numbers.get(turn.slug)} ${turn.slug}${unreached.includes(turn) ? '   NO REPLY LEADS HERE' : ''}`,
      ...turn.replies.map(
        (reply) => `  ${MARKS[worstOf(reply)]} ${reply.id.padEnd(width)}  -> ${wayOf(reply)}`,
      ),
    ]),
  ]
}

/** For a drawing: https://mermaid.js.org flowchart. Nodes have numbers, since a name may be a word of Mermaid's. */
export function mermaidOf(session: Session): string[] {
  const { turns, unreached } = walkOf(session)
  const all = [...turns, ...unreached]
  const nodes = new Map([
    ...all.map(({ slug }, n) => [`turn ${slug}`, `t${n + 1}`] as const),
    ...session.endings.map(({ id }, n) => [`end ${id}`, `e${n + 1}`] as const),
  ])
  const node = (kind: 'turn' | 'end', name: string): string =>
    nodes.get(`${kind} ${name}`) ?? `nowhere(("${name}?"))`
  const links = all.flatMap(({ slug, replies }) => replies.map((reply) => ({ slug, reply })))
  const ofKind = (worst: Worst): number[] =>
    links.flatMap(({ reply }, n) => (worstOf(reply) === worst ? [n] : []))
  return [
    'flowchart TD',
    ...all.map(({ slug }) => `  ${node('turn', slug)}["${slug}"]`),
    ...session.endings.map(({ id, kind }) => `  ${node('end', id)}(["${kind}: ${id}"])`),
    ...links.map(({ slug, reply }) => {
      const to = node(reply.way.kind === 'end' ? 'end' : 'turn', placeOf(reply))
      return `  ${node('turn', slug)} ${reply.way.kind === 'repair' ? '-.->' : '-->'}|${reply.id}| ${to}`
    }),
    ...(['kept', 'missed', 'crossed'] as const).flatMap((worst) => {
      const numbers = ofKind(worst)
      return numbers.length ? [`  linkStyle ${numbers.join(',')} stroke:${COLOURS[worst]}`] : []
    }),
    ...(unreached.length
      ? [
          '  classDef unreached stroke-dasharray:4,stroke:#b3261e',
          `  class ${unreached.map(({ slug }) => node('turn', slug)).join(',')} unreached`,
        ]
      : []),
  ]
}

const COLOURS: Record<Worst, string> = { kept: '#1b6e3c', missed: '#8a6d00', crossed: '#b3261e' }
