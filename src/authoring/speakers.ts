/** Who speaks in a practice session besides the other person. */
import type { Speaker } from '#domain/course/session.ts'
import type { Bench } from './bench.ts'
import type { SessionFile } from './schema.ts'

const NARRATION = 'narration'

type Named = Pick<SessionFile, 'others'>

/** What turns an author's key into the speaker's name in one language; nothing where the other person speaks. */
export const speakersOf =
  (file: Named, words: Named | null) =>
  <K extends 'speaker' | 'answeredBy'>(
    field: K,
    key: string | undefined,
  ): { [F in K]?: Speaker } => {
    if (key === undefined) return {}
    const speaker: Speaker =
      key === NARRATION
        ? { kind: 'narration' }
        : { kind: 'person', name: words?.others[key] ?? file.others[key] ?? key }
    return { [field]: speaker } as { [F in K]?: Speaker }
  }

export function checkSpeakers(bench: Bench, path: string, file: SessionFile): void {
  const known = Object.keys(file.others)
  const used = new Set<string>()
  const check = (field: readonly PropertyKey[], key: string | undefined): void => {
    if (key === undefined || key === NARRATION) return
    used.add(key)
    if (known.includes(key)) return
    bench.error(
      path,
      field,
      `nobody here is called "${key}"`,
      `use one of: ${[NARRATION, ...known].join(', ')}; leave it out where ${file.who} speaks`,
    )
  }
  file.turns.forEach((turn, t) => {
    check(['turns', t, 'speaker'], turn.speaker)
    turn.replies.forEach((reply, r) =>
      check(['turns', t, 'replies', r, 'answeredBy'], reply.answeredBy),
    )
  })
  for (const key of known)
    if (key === NARRATION || !used.has(key))
      bench.error(
        path,
        ['others', key],
        key === NARRATION ? `"${NARRATION}" is not a person` : `"${key}" never speaks`,
        'take it out, or name it as the speaker of what they say',
      )
}

export function checkSpeakerWords(bench: Bench, path: string, file: Named, words: Named): void {
  for (const key of Object.keys(file.others))
    if (!Object.hasOwn(words.others, key))
      bench.warning(path, `others.${key}`, 'the name is not translated', 'add it under this key')
}
