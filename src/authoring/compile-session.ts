/** One practice session, with its words in one language, and the checks on its graph. */
import type { Language } from '#domain/course/language.ts'
import type { Reply, Session, Way } from '#domain/course/session.ts'
import type { Bench } from './bench.ts'
import * as schema from './schema.ts'
import { checkSpeakers, checkSpeakerWords, speakersOf } from './speakers.ts'
import { freshness } from './translation.ts'

type ReplyFile = schema.SessionFile['turns'][number]['replies'][number]

export function compileSession(
  bench: Bench,
  language: Language,
  module: string,
  slug: string,
  folder: string,
): Session | null {
  const path = `${folder}/${slug}.yaml`
  const file = bench.read(`en/${path}`, schema.sessionFile)
  if (!file) return null
  const words =
    language === 'en' ? null : bench.read(`${language}/${path}`, schema.sessionWords, 'warning')
  if (language === 'en') checkSession(bench, `en/${path}`, file)
  if (words) checkWords(bench, `${language}/${path}`, file, words)
  const speakerOf = speakersOf(file, words)
  const id = `${module}/${slug}`
  const note = words?.contentNote ?? file.contentNote
  return {
    id,
    slug,
    revision: file.revision,
    title: words?.title ?? file.title,
    who: file.who,
    with: words?.with ?? file.with,
    minutes: file.minutes,
    star: file.star,
    needs: file.needs,
    openedByCoordinator: file.openedByCoordinator,
    ...(note ? { contentNote: note } : {}),
    scene: words?.scene ?? file.scene,
    start: file.start,
    turns: file.turns.map((turn) => ({
      id: `${id}/${turn.id}`,
      slug: turn.id,
      revision: turn.revision,
      ...speakerOf('speaker', turn.speaker),
      says: words?.turns[turn.id]?.says ?? turn.says,
      replies: turn.replies.map((reply) => ({
        ...replyOf(reply, words?.turns[turn.id]?.replies[reply.id]),
        ...speakerOf('answeredBy', reply.answeredBy),
      })),
    })),
    endings: file.endings.map((ending) => ({
      id: ending.id,
      kind: ending.kind,
      text: words?.endings[ending.id] ?? ending.text,
    })),
    ...freshness(bench, language, path),
  }
}

type ReplyWords = NonNullable<
  import('zod').infer<typeof schema.sessionWords>['turns'][string]
>['replies'][string]

function replyOf(reply: ReplyFile, said: ReplyWords | undefined): Reply {
  const why = said?.why ?? reply.why
  const better = said?.better ?? reply.better
  return {
    id: reply.id,
    say: said?.say ?? reply.say,
    verdicts: reply.principles,
    consequence: said?.consequence ?? reply.consequence,
    ...(why ? { why } : {}),
    ...(better ? { better } : {}),
    way: wayOf(reply) ?? { kind: 'end', ending: '' },
  }
}

function wayOf(reply: ReplyFile): Way | null {
  if (reply.to) return { kind: 'to', turn: reply.to }
  if (reply.repair) return { kind: 'repair', turn: reply.repair }
  return reply.end ? { kind: 'end', ending: reply.end } : null
}

function checkSession(bench: Bench, path: string, file: schema.SessionFile): void {
  const turns = new Map(file.turns.map((turn, index) => [turn.id, { turn, index }]))
  const endings = new Set(file.endings.map((ending) => ending.id))
  if (turns.size < file.turns.length)
    bench.error(path, 'turns', 'a turn id is used twice', 'give each turn its own id')
  if (!turns.has(file.start))
    bench.error(path, 'start', `there is no turn "${file.start}"`, 'name one of the turns')
  if (file.endings.length < 3 || !file.endings.some((ending) => ending.kind === 'held-well'))
    bench.error(
      path,
      'endings',
      'a session has at least three endings, one of them held-well',
      'add the missing ending',
    )
  file.turns.forEach((turn, t) => {
    const ids = turn.replies.map((reply) => reply.id)
    if (new Set(ids).size < ids.length)
      bench.error(path, ['turns', t], `"${turn.id}" has a reply id twice`, 'rename one of them')
    turn.replies.forEach((reply, r) =>
      checkReply(bench, path, ['turns', t, 'replies', r], reply, turns, endings),
    )
  })
  checkSpeakers(bench, path, file)
  checkRoads(bench, path, file)
}

function checkReply(
  bench: Bench,
  path: string,
  field: readonly PropertyKey[],
  reply: ReplyFile,
  turns: ReadonlyMap<string, unknown>,
  endings: ReadonlySet<string>,
): void {
  const ways = [reply.to, reply.repair, reply.end].filter(Boolean)
  if (ways.length !== 1)
    bench.error(
      path,
      field,
      `"${reply.id}" leads to ${ways.length} places`,
      'give it exactly one of to, repair or end',
    )
  const turn = reply.to ?? reply.repair
  if (turn && !turns.has(turn))
    bench.error(
      path,
      [...field, reply.to ? 'to' : 'repair'],
      `there is no turn "${turn}"`,
      'name a turn of this session',
    )
  if (reply.end && !endings.has(reply.end))
    bench.error(
      path,
      [...field, 'end'],
      `there is no ending "${reply.end}"`,
      'name an ending of this session',
    )
  const verdicts = Object.values(reply.principles)
  if (verdicts.length === 0)
    bench.error(
      path,
      [...field, 'principles'],
      'no principle is judged',
      'name at least one principle',
    )
  if (verdicts.some((verdict) => verdict !== 'kept') && !(reply.why && reply.better))
    bench.error(
      path,
      field,
      `"${reply.id}" misses or crosses a principle without a reason`,
      'add why and better',
    )
  if (verdicts.includes('crossed') && !reply.repair)
    bench.error(
      path,
      field,
      `"${reply.id}" crosses a principle and cannot be mended`,
      'lead it to a repair turn with `repair:`',
    )
}

function checkRoads(bench: Bench, path: string, file: schema.SessionFile): void {
  const next = new Map(
    file.turns.map((turn) => [turn.id, turn.replies.map((reply) => reply.to ?? reply.repair)]),
  )
  const reached = new Set<string>()
  const walk = (id: string | undefined): void => {
    if (!id || reached.has(id)) return
    reached.add(id)
    next.get(id)?.forEach(walk)
  }
  walk(file.start)
  const ends = new Set<string>()
  for (let grown = true; grown;) {
    grown = false
    for (const turn of file.turns) {
      if (ends.has(turn.id)) continue
      if (turn.replies.some((reply) => reply.end || ends.has(reply.to ?? reply.repair ?? ''))) {
        ends.add(turn.id)
        grown = true
      }
    }
  }
  file.turns.forEach((turn, index) => {
    if (!reached.has(turn.id))
      bench.error(
        path,
        ['turns', index],
        `no reply leads to "${turn.id}"`,
        'lead a reply to it, or take it out',
      )
    if (!ends.has(turn.id))
      bench.error(
        path,
        ['turns', index],
        `no way leads from "${turn.id}" to an ending`,
        'let one of its roads end',
      )
  })
  const used = new Set(file.turns.flatMap((turn) => turn.replies.map((reply) => reply.end)))
  file.endings.forEach((ending, index) => {
    if (!used.has(ending.id))
      bench.error(
        path,
        ['endings', index],
        `no reply leads to the ending "${ending.id}"`,
        'lead a reply to it, or take it out',
      )
  })
}

function checkWords(
  bench: Bench,
  path: string,
  file: schema.SessionFile,
  words: import('zod').infer<typeof schema.sessionWords>,
): void {
  checkSpeakerWords(bench, path, file, words)
  for (const turn of file.turns) {
    const said = words.turns[turn.id]
    if (!said) {
      bench.warning(
        path,
        `turns.${turn.id}`,
        'the turn is not translated',
        'add its words under this id',
      )
      continue
    }
    for (const reply of turn.replies)
      if (!said.replies[reply.id])
        bench.warning(
          path,
          `turns.${turn.id}.replies.${reply.id}`,
          'the reply is not translated',
          'add its words under this id',
        )
      else if (reply.why && !(said.replies[reply.id]?.why && said.replies[reply.id]?.better))
        bench.warning(
          path,
          `turns.${turn.id}.replies.${reply.id}`,
          'why or better is not translated',
          'add both',
        )
  }
  for (const ending of file.endings)
    if (!words.endings[ending.id])
      bench.warning(
        path,
        `endings.${ending.id}`,
        'the ending is not translated',
        'add its words under this id',
      )
}
