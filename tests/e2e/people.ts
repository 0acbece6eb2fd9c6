/** What the browser journeys do again and again, as people would: by labels and buttons. */
import { expect, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { courseFolder } from '#server/course/course-folder.ts'
import type { Course } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import { fillCourse } from '#domain/programme/fill-words.ts'
import { varietyOf } from '#domain/programme/locale.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { wordsIn } from '#i18n/words.ts'
import { askedOn, asksOf, rightOf } from '#tests/quiz-forms.ts'
import { pressAndArrive, sendInPage } from './press.ts'

export const PASSWORD = 'seven quiet lamps'

/** The course as the built server shows it. */
export function courseOf(language: Language, programme = 'kidney'): Course {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(path.join(courseFolder(), `${name}.json`), 'utf8'))
  const programmes = (read('programmes') as Record<Language, Programme[]>)[language]
  const found = programmes.find(({ slug }) => slug === programme)
  if (!found) throw new Error(`no programme ${programme}`)
  return fillCourse(read(varietyOf(language, found)) as Course, found)
}

/** Opens a one-time link and makes the account. */
export async function join(
  page: Page,
  link: string,
  who: { name: string; signInName: string; language: Language },
): Promise<void> {
  await page.goto(link)
  // A trainee needs none of it: it waits behind a line.
  for (const line of await page.locator('main form summary').all()) await line.click()
  const name = page.locator('input[name=name]')
  await name.fill(who.name)
  await page.locator('input[name=signInName]').fill(who.signInName)
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.locator(`input[name=language][value=${who.language}]`).check()
  await page.locator('#page-form button[type=submit]').first().click()
}

export async function signIn(page: Page, origin: string, signInName: string): Promise<void> {
  await page.goto(`${origin}/sign-in?way=password`)
  await page.locator('input[name=name]').fill(signInName)
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.locator('main form button[type=submit]').click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Makes an invitation on a page of ours and reads the link, which is shown once. */
export async function invite(
  page: Page,
  address: string,
  who: { name: string; role?: string; programme?: string; language?: Language },
): Promise<string> {
  await page.goto(address)
  await page.locator('input[name=name]').fill(who.name)
  if (who.role) await page.locator(`input[name=role][value=${who.role}]`).check()
  if (who.programme) await page.locator(`input[name=programme][value=${who.programme}]`).check()
  if (who.language) await page.locator(`input[name=for-language][value=${who.language}]`).check()
  await pressAndArrive(page, page.locator('main form button[type=submit]'))
  return page.locator('#link').inputValue()
}

/** Whose page it is, as every form on it says. */
export const ownerOn = (page: Page): Promise<string> =>
  page.locator('input[name=owner]').first().inputValue()

export async function readLesson(page: Page, origin: string, id: string): Promise<void> {
  await page.goto(`${origin}/learn/${id}`)
  const cards = await page.locator('.card').count()
  for (let card = 1; card < cards; card++) {
    await page.locator('[data-now] button[value^="on:"]').click()
    await expect(page.locator('.card').nth(card)).toHaveAttribute('data-now')
  }
  await pressAndArrive(page, page.locator('button[value=read]'))
}

/** Answers the questions that are asked; `wrong` says which ones are missed at the first answer. */
export async function takeQuiz(
  page: Page,
  origin: string,
  course: Course,
  module: string,
  wrong: (index: number) => boolean = () => false,
  asked: (index: number) => boolean = () => true,
): Promise<void> {
  const quiz = course.modules.find(({ slug }) => slug === module)?.quiz
  if (!quiz) throw new Error(`no quiz in ${module}`)
  await page.goto(`${origin}/learn/${module}/quiz`)
  await page.locator('main a.govuk-button').click()
  for (const [index, question] of quiz.questions.entries()) {
    if (!asked(index)) continue
    await expect(page.locator('main h1')).toContainText(asksOf(question))
    if (wrong(index)) {
      const { options } = await askedOn(page, question)
      await answer(page, [options.find((option) => !option.right)?.id ?? ''])
      // "Try again" where it must end right, else "Next question"; a right answer leads on by itself.
      await page.locator('main a.govuk-button').first().click()
      if (!question.star) continue
    }
    await answer(page, rightOf(await askedOn(page, question)), index < BY_HAND)
  }
}

/** So many answers and replies are given by hand, the others by the page itself (press.ts). */
const BY_HAND = 3

async function answer(page: Page, options: readonly string[], byHand = true): Promise<void> {
  const inputs = options.map((id) => `input[name=option][value="${id}"]`)
  if (byHand) {
    for (const input of inputs) await page.locator(input).check()
    await pressAndArrive(page, page.locator('button[value=answer]'))
  } else await sendInPage(page, inputs, 'button[value=answer]')
  await expect(page.locator('#feedback')).toBeVisible()
}

/** Walks a talk by the replies that keep the principles. */
export async function walkTalk(
  page: Page,
  origin: string,
  course: Course,
  sessionId: string,
  choose: (slug: string, fallback: string) => string = (_, fallback) => fallback,
): Promise<void> {
  const session = course.modules
    .flatMap(({ sessions }) => sessions)
    .find(({ id }) => id === sessionId)
  if (!session) throw new Error(`no session ${sessionId}`)
  await page.goto(`${origin}/learn/${sessionId}`)
  await pressAndArrive(page, page.locator('button[value=start]'))
  for (let step = 0; step < 40; step++) {
    if (/\/debrief/.test(page.url())) return
    const slug = await page.locator('input[name=turn]').inputValue()
    const turn = session.turns.find((one) => one.slug === slug)
    const kept = turn?.replies.find((reply) =>
      Object.values(reply.verdicts).every((v) => v === 'kept'),
    )
    const reply = choose(slug, kept?.id ?? turn?.replies[0]?.id ?? '')
    const input = `input[name=reply][value="${reply}"]`
    if (step < BY_HAND) {
      await page.locator(input).check()
      await pressAndArrive(page, page.locator('button[value=say]'))
    } else await sendInPage(page, [input], 'button[value=say]')
  }
  throw new Error('the talk has no end')
}

export { wordsIn }
