/**
 * The whole course in a browser without a connection, by its own buttons, from the contents to the last step: what a person
 * does there, in any engine, and a list of what was done.
 */
import { cardsOf } from '#domain/course/cards.ts'
import { allSteps, findStep, type Course, type Step } from '#domain/course/course.ts'
import { asWritten, type Question } from '#domain/course/quiz.ts'
import { pressed } from '#domain/learning/cards.ts'

/** Of whoever drives the browser. */
export interface Hands {
  /** @param body of a function of the page @returns what it returns, through JSON */
  run<T>(body: string, ...args: unknown[]): Promise<T>
  press(selector: string): Promise<void>
  type(selector: string, text: string): Promise<void>
}

export type Act =
  | { readonly did: 'card'; readonly lesson: string; readonly section: number }
  | { readonly did: 'read'; readonly lesson: string }
  | {
      readonly did: 'answer'
      readonly question: string
      readonly options: readonly string[]
      /** Left out where it is the question's own words. */
      readonly form?: string
    }
  | {
      readonly did: 'say'
      readonly session: string
      readonly step: number
      readonly reply: string
    }
  | {
      readonly did: 'write'
      readonly item: string
      readonly fields: Readonly<Record<string, string>>
      readonly shares: boolean
    }
  | { readonly did: 'own-words'; readonly session: string; readonly text: string }
  | { readonly did: 'note'; readonly lesson: string; readonly text: string }
  | { readonly did: 'ask'; readonly page: string; readonly text: string }

/** Where somebody stands. */
interface Seen {
  readonly kind: 'done' | 'contents' | 'card' | 'question' | 'turn' | 'begin' | 'write' | 'on'
  /** `#/consent/quiz/who-decides` as `consent/quiz/who-decides`. */
  readonly at: string
  /** Of the button of a card; else the selector of the way on, where there is one. */
  readonly value: string
}

const LOOK = `
  const main = document.querySelector('main')
  const has = (selector) => main.querySelector(selector) !== null
  const card = main.querySelector('[data-now] .card__way button.govuk-button')
  const at = location.hash.replace('#/', '')
  const kind = has('[data-all-done]') ? 'done'
    : has('[data-carry-on]') ? 'contents'
    : card ? 'card'
    : has('button[value=answer]') ? 'question'
    : has('button[value=say]') ? 'turn'
    : has('button[value=write]') ? 'write'
    : has('button[value=start]') && !at.includes('/debrief/') ? 'begin'
    : 'on'
  const value = card ? card.value : kind === 'on' && has('a.govuk-button') ? 'main a.govuk-button' : ''
  return { kind, at, value }`

const MOST_PRESSES = 900

/** @returns what was done, in its order; throws where there is no way on */
export async function doCourse(hands: Hands, course: Course): Promise<Act[]> {
  const acts: Act[] = []
  const missed = new Set<string>()
  const road = new Map<string, number>()
  for (let count = 0; ; count++) {
    const seen = await hands.run<Seen>(LOOK)
    if (seen.kind === 'done') break
    if (count > MOST_PRESSES) throw new Error(`There is no end: ${JSON.stringify(seen)}`)
    const [module = '', slug = '', third = ''] = seen.at.split('/')
    const step = findStep(course, `${module}/${slug}`)
    switch (seen.kind) {
      case 'contents':
        await go(hands, 'main [data-carry-on]')
        break
      case 'card':
        await turnCard(hands, step, seen.value, acts)
        break
      case 'question':
        await answer(hands, step, third, missed, acts)
        break
      case 'begin':
        await go(hands, 'main button[value=start]')
        break
      case 'turn':
        await say(hands, step, road, acts)
        break
      case 'write':
        await write(hands, step, acts)
        await go(hands, 'main .govuk-button-group:last-child a')
        break
      case 'on':
        if (third === 'debrief' && !acts.some(({ did }) => did === 'own-words'))
          await ownWords(hands, `${module}/${slug}`, acts)
        // After the last step there is nothing to go on to but the contents.
        await go(hands, seen.value || 'main a[href="#/"]')
    }
  }
  // Nobody must, so the way does not lead there.
  for (const step of allSteps(course)) {
    if (step.kind !== 'reflection' && step.kind !== 'exercise') continue
    if (acts.some((one) => one.did === 'write' && one.item === step.item.id)) continue
    await hands.run('location.hash = arguments[0]', `#/${step.item.id}`)
    await until(hands, `return document.querySelector('main button[value=write]')`)
    await write(hands, step, acts)
  }
  return acts
}

async function turnCard(
  hands: Hands,
  step: Step | null,
  value: string,
  acts: Act[],
): Promise<void> {
  if (step?.kind !== 'lesson') throw new Error('a card belongs to a lesson')
  const { id, html } = step.item
  if (!acts.some(({ did }) => did === 'note')) {
    const text = 'A note on the first lesson.'
    await fillIn(hands, 'note', { note: text })
    acts.push({ did: 'note', lesson: id, text })
    const question = 'May I bring my daughter?'
    await fillIn(hands, 'ask', { question })
    acts.push({ did: 'ask', page: `/learn/${id}`, text: question })
  }
  const press = pressed(value, cardsOf(html))
  await go(hands, 'main [data-now] .card__way button.govuk-button')
  acts.push(
    press?.kind === 'on'
      ? { did: 'card', lesson: id, section: press.card.section }
      : { did: 'read', lesson: id },
  )
}

/** Right, but for the first question of the second quiz: that one is missed once. */
async function answer(
  hands: Hands,
  step: Step | null,
  slug: string,
  missed: Set<string>,
  acts: Act[],
): Promise<void> {
  const question =
    step?.kind === 'quiz' ? step.item.questions.find((one) => one.slug === slug) : undefined
  if (!question) throw new Error(`no question ${slug}`)
  const misses = step?.module.slug === 'consent' && missed.size === 0
  if (misses) missed.add(question.id)
  const [form] = await hands.run<string[]>(
    `return [...document.querySelectorAll('main input[name=form]')].map((one) => one.value)`,
  )
  const options = optionsOf(asWritten(question, form), !misses)
  for (const id of options) await choose(hands, id)
  await go(hands, 'main button[value=answer]')
  acts.push({ did: 'answer', question: question.id, options, ...(form ? { form } : {}) })
}

const optionsOf = ({ options }: Pick<Question, 'options'>, right: boolean): string[] => {
  const ids = options.filter((one) => one.right === right).map(({ id }) => id)
  return right ? ids : ids.slice(0, 1)
}

/** The road of the replies that keep every principle. */
async function say(
  hands: Hands,
  step: Step | null,
  road: Map<string, number>,
  acts: Act[],
): Promise<void> {
  if (step?.kind !== 'session') throw new Error('a turn belongs to a session')
  const { id, turns } = step.item
  const replies = await hands.run<string[]>(
    `return [...document.querySelectorAll('main input[name=reply]')].map((one) => one.value)`,
  )
  const turn = turns.find((one) => one.replies.every((reply) => replies.includes(reply.id)))
  const kept = turn?.replies.find(({ verdicts }) =>
    Object.values(verdicts).every((verdict) => verdict === 'kept'),
  )
  const reply = kept?.id ?? replies[0] ?? ''
  const at = road.get(id) ?? 0
  road.set(id, at + 1)
  await choose(hands, reply)
  await go(hands, 'main button[value=say]')
  acts.push({ did: 'say', session: id, step: at, reply })
}

async function write(hands: Hands, step: Step | null, acts: Act[]): Promise<void> {
  if (step?.kind !== 'reflection' && step?.kind !== 'exercise')
    throw new Error('nothing is written here')
  const { id } = step.item
  const names = step.kind === 'reflection' ? ['text'] : step.item.fields.map((one) => one.id)
  const fields = Object.fromEntries(names.map((name) => [name, `My words on ${id}, ${name}.`]))
  const shares = step.kind === 'reflection' && acts.every(({ did }) => did !== 'write')
  if (shares) await hands.press('main label[for=share]')
  const typed =
    step.kind === 'reflection'
      ? fields
      : Object.fromEntries(names.map((name) => [`field-${name}`, fields[name] ?? '']))
  await fillIn(hands, 'write', typed)
  acts.push({ did: 'write', item: id, fields, shares })
}

async function ownWords(hands: Hands, session: string, acts: Act[]): Promise<void> {
  const text = 'Next time I wait before I ask.'
  await fillIn(hands, 'own-words', { own: text })
  acts.push({ did: 'own-words', session, text })
}

/** Once more where the press was taken for the second half of a double click: some drivers are faster than a hand. */
export async function choose(hands: Pick<Hands, 'run' | 'press'>, value: string): Promise<void> {
  const input = `main input[value="${value}"]`
  const isChosen = `return document.querySelector('${input}').checked`
  for (let tries = 0; tries < 5; tries++) {
    await hands.press(`${input} + label`)
    if (await isSoon(hands, isChosen, 300)) return
    await new Promise((resolve) => setTimeout(resolve, 600))
  }
  throw new Error(`${input} is not chosen`)
}

/** A form in which one writes: it says so once it lies on the device. */
async function fillIn(
  hands: Hands,
  act: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const form = `main form[data-act="${act}"]`
  const folded = `!document.querySelector('${form}').closest('details:not([open])')`
  if (!(await hands.run<boolean>(`return ${folded}`)))
    await hands.press(`main details:has(form[data-act="${act}"]) summary`)
  for (const [name, text] of Object.entries(fields))
    await hands.type(`${form} [name="${name}"]`, text)
  const isDone = `return document.querySelector('main [data-done="${act}"]')`
  // Once more where the page moved under the press: what is said of reading aloud comes when the voices are known.
  for (let tries = 0; tries < 3; tries++) {
    await hands.press(`${form} button[type=submit]`)
    if (await isSoon(hands, isDone, 5_000)) return
  }
  await until(hands, isDone)
}

/** Presses what draws the page anew; once more where a slow browser lost it. */
async function go(hands: Hands, selector: string): Promise<void> {
  await hands.run("document.querySelector('main > *').dataset.old = ''")
  const isNew = "return !document.querySelector('main > [data-old]')"
  for (let tries = 0; tries < 5; tries++) {
    await hands.press(selector)
    if (await isSoon(hands, isNew, 2_000)) return
  }
  await until(hands, isNew)
}

async function until(hands: Hands, body: string): Promise<void> {
  if (await isSoon(hands, body, 30_000)) return
  const page = await hands.run<string>('return location.href + document.body.innerText')
  throw new Error(`waited in vain for ${body} at ${page.slice(0, 1500)}`)
}

async function isSoon(hands: Pick<Hands, 'run'>, body: string, patience: number): Promise<boolean> {
  const end = Date.now() + patience
  for (;;) {
    if (await hands.run<boolean>(`return Boolean((() => { ${body} })())`)) return true
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
