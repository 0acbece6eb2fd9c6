/** Drives the course in its frame as a person would, knowing the course only to choose answers. */
import { expect, type Frame, type Page } from '@playwright/test'
import { allSteps, findStep, type Course } from '#domain/course/course.ts'
import type { Session } from '#domain/course/session.ts'
import { UNSURE, type Question } from '#domain/course/quiz.ts'
import { askedOn, rightOf } from '#tests/quiz-forms.ts'

/** How a question is answered the first time. */
export type Manner = 'right' | 'unsure'

export interface LearnerInFrame {
  readonly frame: Frame
  hash(): Promise<string>
  heading(): Promise<string>
  /** Does what the page in front asks for, once. */
  step(course: Course, manner: Manner): Promise<void>
  /** Steps until the hash fits. */
  stepUntil(course: Course, fits: RegExp, manner?: Manner): Promise<void>
  /** Presses something in the main part and waits for the next drawing. */
  press(selector: string): Promise<void>
}

const MOST_STEPS = 150
const BY_HAND = 5

/** Runs in the page. @returns whether the next is drawn already; throws where there is nothing to press */
function pressInPage(selector: string): boolean {
  const main = document.querySelector('main')
  const one = main?.querySelector<HTMLElement>(selector)
  if (!one) throw new Error(`Nothing to press: ${selector}`)
  main?.firstElementChild?.setAttribute('data-old', '')
  one.click()
  return document.querySelector('main [data-old], main [data-waits]') === null
}

export async function learnerIn(page: Page, inFrame = true): Promise<LearnerInFrame> {
  if (inFrame) await expect(page.frameLocator('iframe').locator('main h1')).toBeVisible()
  const found = inFrame
    ? page.frames().find((one) => one.url().includes('/package/'))
    : page.mainFrame()
  if (!found) throw new Error('The frame of the course is missing.')
  const frame = found
  await expect(frame.locator('[data-part="saving"]')).not.toHaveAttribute(
    'data-saving',
    'nothing-yet',
  )
  await expect(frame.locator('main [data-waits]')).toHaveCount(0)
  const hash = (): Promise<string> => frame.evaluate(() => location.hash)
  const press = async (selector: string): Promise<void> => {
    if (!isByHand(selector)) {
      if (await frame.evaluate(pressInPage, selector)) return
    } else {
      await frame.evaluate(() => {
        document.querySelector('main')?.firstElementChild?.setAttribute('data-old', '')
      })
      await frame.locator('main').locator(selector).first().click()
    }
    // A module that is on its way says so meanwhile.
    await expect(frame.locator('main [data-old], main [data-waits]')).toHaveCount(0)
  }

  /** Where it stands and what lies over it is asked of the first few of each kind: that takes longer than what comes of it. */
  const pressed = new Map<string, number>()
  function isByHand(selector: string): boolean {
    const kind = selector.replaceAll(/"[^"]*"/g, '')
    const times = (pressed.get(kind) ?? 0) + 1
    pressed.set(kind, times)
    return times <= BY_HAND
  }

  async function step(course: Course, manner: Manner): Promise<void> {
    const here = (await hash()).replace(/^#\//, '')
    if (here === '') return press('[data-carry-on]')
    const [module = '', slug = '', third = ''] = here.split('/')
    const found = findStep(course, `${module}/${slug}`)
    if (found?.kind === 'lesson') return read()
    if (found?.kind === 'quiz' && third !== '' && third !== 'result')
      return answer(
        found.item.questions.find((one) => one.slug === third),
        manner,
      )
    if (found?.kind === 'session' && third === 'talk') return say(found.item)
    if (found?.kind === 'session' && third === '') {
      const done = await frame.locator('main .done-note').count()
      return done ? press('a[href="#/"]') : press('button[value="start"]')
    }
    return press('a.govuk-button, a[href="#/"]')
  }

  /** Card by card, from the one that is shown. */
  async function read(): Promise<void> {
    const cards = await frame.locator('main .card').count()
    const before = await frame.locator('main .card:has(~ [data-now])').count()
    for (let card = before; card < cards; card++) await press('[data-now] .card__way .govuk-button')
  }

  async function answer(question: Question | undefined, manner: Manner): Promise<void> {
    if (!question) throw new Error(`No such question: ${await hash()}`)
    if ((await frame.locator('main button[value="answer"]').count()) === 0)
      return press('a.govuk-button:not(.govuk-button--secondary)')
    const again = (await hash()).endsWith('/again')
    const right = rightOf(await askedOn(frame, question))
    for (const id of manner === 'right' || again ? right : [UNSURE]) await choose(id)
    await press('button[value="answer"]')
  }

  async function choose(value: string): Promise<void> {
    const input = `main input[value="${value}"]`
    if (isByHand(input)) await frame.locator(`${input} + label`).click()
    else
      await frame.evaluate(
        (one) => document.querySelector<HTMLElement>(`${one} + label`)?.click(),
        input,
      )
  }

  async function say(session: Session): Promise<void> {
    const values = await frame
      .locator('main input[name="reply"]')
      .evaluateAll((inputs) => inputs.map((one) => (one as HTMLInputElement).value))
    const turn = session.turns.find(
      ({ replies }) => replies.map(({ id }) => id).join() === values.join(),
    )
    const reply = turn && quickest(session, turn.slug)
    if (!reply) throw new Error(`No way on from ${values.join()}`)
    await choose(reply)
    await press('button[value="say"]')
  }

  return {
    frame,
    hash,
    press,
    step,
    heading: () => frame.locator('main h1').innerText(),
    stepUntil: async (course, fits, manner = 'right') => {
      for (let count = 0; !fits.test(await hash()); count++) {
        if (count > MOST_STEPS)
          throw new Error(`Lost at ${await hash()}, on the way to ${String(fits)}`)
        await step(course, manner)
      }
    },
  }
}

/** The reply that leads to an ending in the fewest turns. */
function quickest(session: Session, slug: string): string | null {
  const length = (turn: string, seen: ReadonlySet<string>): number => {
    if (seen.has(turn)) return Infinity
    const replies = session.turns.find((one) => one.slug === turn)?.replies ?? []
    return Math.min(
      ...replies.map(({ way }) =>
        way.kind === 'end' ? 1 : 1 + length(way.turn, new Set([...seen, turn])),
      ),
    )
  }
  const replies = session.turns.find((one) => one.slug === slug)?.replies ?? []
  const weigh = ({ way }: (typeof replies)[number]): number =>
    way.kind === 'end' ? 0 : length(way.turn, new Set([slug]))
  return [...replies].sort((a, b) => weigh(a) - weigh(b))[0]?.id ?? null
}

export const quizzesOf = (course: Course): string[] =>
  allSteps(course).flatMap(({ kind, item }) => (kind === 'quiz' ? [item.id] : []))
