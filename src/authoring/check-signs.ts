/** No best reply and no answer key passes an urgent sign by: who says one is named by `sign:`, and what follows is judged for safety. */
import type { Bench } from './bench.ts'
import { checkSignsInTalks } from './check-signs-in-talks.ts'
import { checkRoadsPastSigns } from './check-signs-on-roads.ts'
import {
  cardsFile,
  packQuizFile,
  sessionFile,
  type CardsFile,
  type QuizFile,
  type SessionFile,
} from './schema.ts'
import { listsOf, signSaid, type Lists } from './signs-said.ts'

type Sign = SessionFile['turns'][number]['sign']
type Turn = SessionFile['turns'][number]
type Field = readonly PropertyKey[]

export function checkSigns(bench: Bench): void {
  const lists = listsOf(bench)
  if (!lists) return
  checkSignsInTalks(bench, lists)
  for (const [path, file] of bench.source) {
    if (!path.startsWith('en/') || bench.unread.has(path)) continue
    if (path.endsWith('/quiz.yaml'))
      checkQuiz(bench, lists, path, packQuizFile.safeParse(file.data))
    else if (path.endsWith('/cards.yaml'))
      checkCards(bench, lists, path, cardsFile.safeParse(file.data))
    else if (/^en\/(?:areas\/)?[^/]+\/(?!(?:module|pack)\.yaml$)[^/]+\.yaml$/.test(path))
      checkSession(bench, lists, path, sessionFile.safeParse(file.data))
  }
}

/** What does not fit its schema was told by whoever compiles it. */
type Read<T> = { readonly data?: T | undefined }

function checkQuiz(bench: Bench, lists: Lists, path: string, { data }: Read<QuizFile>): void {
  data?.questions.forEach((question, index) => {
    const field = ['questions', index]
    const forms = (question.forms ?? []).map((form, f) => ({ form, at: [...field, 'forms', f] }))
    for (const { form, at } of [{ form: question, at: field }, ...forms]) {
      checkList(bench, lists, path, at, form.sign)
      checkNamed(bench, lists, path, [...at, 'ask'], form.ask, form.sign)
    }
    const isAbout = [question, ...(question.forms ?? [])].some(({ sign }) => isSign(sign))
    if (isAbout && !question.principles.includes('safety'))
      bench.error(
        path,
        [...field, 'principles'],
        `"${question.id}" holds an urgent sign, and does not ask about safety`,
        'add `safety` to its principles, and see that no right answer passes the sign by',
      )
  })
}

function checkCards(bench: Bench, lists: Lists, path: string, { data }: Read<CardsFile>): void {
  data?.cards.forEach(({ says, sign }, index) => {
    checkList(bench, lists, path, ['cards', index], sign)
    checkNamed(bench, lists, path, ['cards', index, 'says'], says, sign)
  })
}

function checkSession(bench: Bench, lists: Lists, path: string, { data }: Read<SessionFile>): void {
  if (!data) return
  const turns = new Map(data.turns.map((turn) => [turn.id, turn]))
  checkNamed(bench, lists, path, ['scene'], data.scene, turns.get(data.start)?.sign)
  checkRoadsPastSigns(bench, path, data)
  data.turns.forEach((turn, t) => {
    const field = ['turns', t]
    checkList(bench, lists, path, field, turn.sign)
    checkNamed(bench, lists, path, [...field, 'says'], turn.says, turn.sign)
    if (isSign(turn.sign)) checkReplies(bench, path, field, turn)
    turn.replies.forEach((reply, r) => {
      const next = turns.get(reply.to ?? reply.repair ?? '')
      const at = [...field, 'replies', r, 'consequence']
      checkNamed(bench, lists, path, at, reply.consequence, turn.sign ?? next?.sign)
    })
  })
}

/** Whoever picks the best reply keeps the person safe, and each other reply says what it did. */
function checkReplies(bench: Bench, path: string, field: Field, turn: Turn): void {
  turn.replies.forEach((reply, r) => {
    if (reply.principles.safety) return
    bench.error(
      path,
      [...field, 'replies', r, 'principles'],
      `the reply "${reply.id}" to an urgent sign says nothing about safety`,
      'add `safety: kept`, `missed` or `crossed`',
    )
  })
  const isBest = ({ principles }: Turn['replies'][number]): boolean =>
    principles.safety === 'kept' && Object.values(principles).every((one) => one === 'kept')
  if (!turn.replies.some(isBest))
    bench.error(
      path,
      field,
      `no reply of "${turn.id}" takes up the urgent sign and does nothing wrong`,
      'write the best reply, with `safety: kept`',
    )
}

function checkList(bench: Bench, lists: Lists, path: string, field: Field, sign: Sign): void {
  if (!isSign(sign) || lists[sign]) return
  bench.error(
    path,
    [...field, 'sign'],
    `there is no list of urgent signs "${sign}"`,
    `use one of: ${Object.keys(lists).join(', ')}`,
  )
}

/** What people say when they mean a sign is in the list's `words`. */
function checkNamed(
  bench: Bench,
  lists: Lists,
  path: string,
  field: Field,
  said: string,
  sign: Sign,
): void {
  if (sign !== undefined) return
  const found = signSaid(lists, said)
  if (found)
    bench.error(
      path,
      field,
      `it says "${found.word}" and names no urgent sign`,
      `add "sign: ${found.id}", or "sign: { none: WHY }" where it is none`,
    )
}

const isSign = (sign: Sign): sign is string => typeof sign === 'string'
