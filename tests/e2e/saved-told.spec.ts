/**
 * What a person is told of what they did without a connection: that an answer was judged otherwise, that something could
 * not be saved, and at signing out that something is not sent. And what a release, and a second one, changes meanwhile.
 */
import { expect, test, type Page } from '@playwright/test'
import { some } from '#tests/runs.ts'
import path from 'node:path'
import type { Course } from '#domain/course/course.ts'
import type { AskedQuestion, Question } from '#domain/course/quiz.ts'
import type { QuizProgress } from '#domain/quiz/attempt.ts'
import { kept as keptEn } from '#i18n/en/kept.ts'
import { kept as keptEs } from '#i18n/es/kept.ts'
import { saved as en } from '#i18n/en/saved.ts'
import { saved as es } from '#i18n/es/saved.ts'
import { startServer, type StartedServer } from '#tests/start-server.ts'
import { askedOn, asksOf, rightOf } from '#tests/quiz-forms.ts'
import { CAST, signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { courseOf } from './people.ts'
import { picture } from './picture.ts'
import { releases, rewrite } from './releases.ts'
import { deviceOf, stored } from './saved-device.ts'
import { violationsOf } from './violations.ts'

let server: DemoServer
const made = releases()
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(async () => {
  await server.stop()
  made.remove()
})
test.describe.configure({ mode: 'default' })

interface Entry {
  readonly id: string
  readonly kind: string
  readonly item: string
  readonly state: string
}
const entries = (page: Page): Promise<Entry[]> => stored<Entry>(page, 'queue')
const line = (page: Page) => page.locator('[data-part="saving"]')
const top = (page: Page) => page.locator('main > .draft-status').first()

const consent = (course: Course) => {
  const module = course.modules.find(({ slug }) => slug === 'consent')
  const [lesson, second] = module?.lessons ?? []
  const questions = module?.quiz?.questions ?? []
  const [question, other] = questions
  if (!lesson || !second || !question || !other) throw new Error('the course has changed its shape')
  return { lesson, second, questions, question, other }
}

/** As if the module had been saved from a course that had another key, and a lesson that is gone. */
const oldCourse = (page: Page, question: string, lesson: string): Promise<void> =>
  page.evaluate(
    ([asked, read]) =>
      new Promise((done) => {
        const opening = indexedDB.open('alongside')
        opening.onsuccess = () => {
          const write = opening.result.transaction('modules', 'readwrite')
          const all = write.objectStore('modules').getAll()
          all.onsuccess = () => {
            for (const one of all.result as { course: Course }[]) {
              for (const { quiz } of one.course.modules)
                for (const { id, forms = [], ...first } of quiz?.questions ?? [])
                  for (const { options } of id === asked ? [first, ...forms] : []) {
                    const wrong = options.findIndex(({ right }) => !right)
                    for (const [n, option] of options.entries())
                      Object.assign(option, { right: n === wrong })
                  }
              const text = JSON.stringify(one).replaceAll(`"${read}"`, '"consent/as-it-was"')
              write.objectStore('modules').put(JSON.parse(text))
            }
          }
          write.oncomplete = () => {
            opening.result.close()
            done()
          }
        }
      }),
    [question, lesson] as const,
  )

async function answer(
  page: Page,
  question: Question,
  choose: (asked: AskedQuestion) => readonly string[],
  how = '',
): Promise<void> {
  const before = (await entries(page)).length
  await page.goto(`${server.origin}/saved#/${question.id}${how}`)
  await expect(page.locator('main h1')).toContainText(asksOf(question))
  for (const option of choose(await askedOn(page, question)))
    await page.locator(`main input[value="${option}"]`).check()
  await page.locator('main button[value=answer]').click()
  await expect.poll(async () => (await entries(page)).length).toBeGreaterThan(before)
}

for (const [who, language, t] of some(2, [
  ['nadia', 'en', en],
  ['luz', 'es', es],
] as const))
  test(`${who}: what could not be saved and what was judged otherwise is said, with the way to it, until it was read`, async ({
    browser,
  }) => {
    const { context, page } = await deviceOf(browser, server, who, ['consent'], language)
    const { question, second } = consent(courseOf(language))
    await oldCourse(page, question.id, second.id)
    await context.setOffline(true)
    await page.goto(`${server.origin}/saved#/consent/as-it-was`)
    await page.locator('main [data-now] .card__way .govuk-button').click()
    const wrong = ({ options }: AskedQuestion) => [options.find(({ right }) => !right)?.id ?? '']
    await answer(page, question, wrong, '/new')
    await expect.poll(async () => (await entries(page)).length).toBe(2)
    await context.setOffline(false)
    await expect(line(page)).toContainText(/\d:\d\d/)
    await expect
      .poll(async () => (await entries(page)).map(({ state }) => state).sort())
      .toEqual(['differs', 'refused'])
    await page.goto(`${server.origin}/saved#/`)
    const notice = page.locator('form[data-notice]')
    await expect(notice).toContainText(t.refused(1))
    await expect(notice).toContainText(t.refusedWhy.else)
    await expect(notice).toContainText(t.differs(1))
    await expect(notice.getByRole('link', { name: asksOf(question) })).toBeVisible()
    expect(await violationsOf(page)).toEqual([])
    await picture(page, `told-saved-${language}`)

    await page.goto(`${server.origin}/learn`)
    await expect(top(page)).toContainText(t.refused(1))
    await expect(top(page)).toContainText(t.differs(1))
    await expect(top(page).getByRole('link', { name: t.look })).toHaveAttribute(
      'href',
      `/learn/${question.id}`,
    )
    expect(await violationsOf(page)).toEqual([])
    await picture(page, `told-learn-${language}`)
    await top(page).getByRole('button', { name: t.dropRefused }).click()
    await expect.poll(() => entries(page)).toEqual([])
    await page.reload()
    await expect(page.locator('main > .draft-status')).toHaveCount(0)
    await context.close()
  })

for (const [who, language, t, kept] of some(
  2,
  [
    ['nadia', 'en', en, keptEn],
    ['luz', 'es', es, keptEs],
  ] as const,
  1,
))
  test(`${who}: signing out with something unsent asks: it is sent, kept, or thrown away`, async ({
    browser,
  }) => {
    const { context, page } = await deviceOf(browser, server, who, ['consent'], language)
    const { question, other } = consent(courseOf(language))
    const tries = '**/api/records'
    const waitsAt = async (one: typeof question): Promise<void> => {
      await context.route(tries, (route) => route.abort())
      await answer(page, one, rightOf, '/again')
      await expect.poll(async () => (await entries(page)).length).toBe(1)
      await page.goto(`${server.origin}/learn`)
      await expect(top(page)).toContainText(t.kept(1, t.phone))
      await page.locator('form.sign-out button').click()
      await expect(page.locator('main')).toContainText(kept.signOut.ask(kept.phone))
    }
    const press = (name: string) => page.getByRole('button', { name }).first().click()

    // Kept: it waits here, locked, until its person is back.
    await waitsAt(question)
    expect(await violationsOf(page)).toEqual([])
    await picture(page, `sign-out-${language}`)
    await press(kept.signOut.keep)
    await expect(page).toHaveURL(`${server.origin}/`)
    expect((await entries(page)).map(({ state }) => state)).toEqual(['waits'])
    await context.unroute(tries)
    await signInAs(page, server, who)
    await expect(top(page)).toContainText(t.sentAt(1, '').slice(0, 20))
    await expect.poll(() => entries(page)).toEqual([])

    // Sent: it says so, and the way out is one press more.
    await waitsAt(other)
    const [waiting] = await entries(page)
    await press(kept.signOut.send)
    await expect(page.locator('main')).toContainText(kept.signOut.unsent)
    await context.unroute(tries)
    await page.reload()
    await page.waitForLoadState('networkidle')
    await expect.poll(() => entries(page)).toEqual([])
    const person = await page.locator('form.sign-out').getAttribute('data-drafts-of')
    const again = await page.request.post(`${server.origin}/api/records`, {
      headers: { origin: server.origin, 'alongside-owner': person ?? '' },
      data: { records: [waiting] },
    })
    expect(((await again.json()) as { records: { status: string }[] }).records[0]?.status).toBe(
      'duplicate',
    )
    await waitsAt(question)
    await context.unroute(tries)
    await press(kept.signOut.send)
    await expect(page.locator('main')).toContainText(kept.signOut.sent)
    await expect.poll(() => entries(page)).toEqual([])

    // Thrown away: nothing of it is left, here or with us.
    await waitsAt(question)
    const [dropped] = await entries(page)
    await press(kept.signOut.drop)
    await expect(page).toHaveURL(`${server.origin}/`)
    expect(await entries(page)).toEqual([])
    await context.unroute(tries)
    await signInAs(page, server, who)
    const fresh = await page.request.post(`${server.origin}/api/records`, {
      headers: { origin: server.origin, 'alongside-owner': person ?? '' },
      data: { records: [dropped] },
    })
    expect(((await fresh.json()) as { records: { status: string }[] }).records[0]?.status).toBe(
      'accepted',
    )
    await context.close()
  })

/** A later release of the course, in both languages: what `change` makes of each. */
const courseRelease = (name: string, change: (course: Course) => void): string =>
  made.make(name, (folder) => {
    for (const language of ['en', 'en-GB', 'es'])
      rewrite(path.join(folder, 'course', `${language}.json`), (text) => {
        const course = JSON.parse(text) as Course
        change(course)
        return JSON.stringify({ ...course, release: name })
      })
  })

test('two releases while somebody is without a connection: what they did counts with its revision, and only what has another meaning is asked again', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  // Nobody has answered anything of this quiz yet.
  await server.stop()
  server = await startDemo()
  const { context, page } = await deviceOf(browser, server, 'nadia', ['consent'])
  const { lesson, questions, question } = consent(courseOf('en'))
  const [before] = await stored<{ release: string }>(page, 'modules')
  await context.setOffline(true)
  await page.goto(`${server.origin}/saved#/${lesson.id}`)
  for (const [n, one] of questions.entries())
    await answer(page, one, rightOf, n === 0 ? '/new' : '')
  await page.goto(`${server.origin}/saved#/consent/quiz/result`)
  await expect(page.locator('main h1')).toHaveText(/passed|finished/)

  // The wording of all is another one first; then a question gets another answer.
  const restart = async (dist: string): Promise<StartedServer> => {
    const { dataDir } = server
    const port = Number(new URL(server.origin).port)
    return startServer({ dataDir, port, env: { ...CAST, ALONGSIDE_DIST: dist } })
  }
  await server.kill()
  const saidOtherwise = (course: Course): void =>
    void Object.assign(consent(course).lesson, { title: 'Waiting, said otherwise' })
  const second = await restart(courseRelease('second', saidOtherwise))
  await second.kill()
  const third = await restart(
    courseRelease('third', (course) => {
      saidOtherwise(course)
      const { question: changed } = consent(course)
      Object.assign(changed, { revision: changed.revision + 1 })
      for (const { options } of [changed, ...(changed.forms ?? [])]) {
        const wrong = options.findIndex(({ right }) => !right)
        for (const [n, option] of options.entries()) Object.assign(option, { right: n === wrong })
      }
    }),
  )
  await context.setOffline(false)
  await expect
    .poll(async () => (await entries(page)).map(({ state, item }) => [state, item]))
    .toEqual([['differs', question.id]])
  const me = await page.request.get(`${server.origin}/api/saved/me`)
  const { learnt } = (await me.json()) as { learnt: Record<string, QuizProgress> }
  const answers = learnt['consent/quiz']?.open?.answers ?? {}
  // Every answer is there, with the revision that was answered: none is of the new one.
  expect(Object.keys(answers).sort()).toEqual(questions.map(({ id }) => id).sort())
  expect(answers[question.id]?.revision).toBe(question.revision)
  expect(
    Object.entries(answers)
      .filter(([, { right }]) => !right)
      .map(([id]) => id),
  ).toEqual([question.id])
  // The page of the platform asks this one question, and no other.
  await page.goto(`${server.origin}/learn/consent/quiz`)
  await page.locator('main a.govuk-button').first().click()
  await expect(page.locator('main h1')).toContainText(asksOf(question))
  await expect
    .poll(async () => (await stored<{ release: string }>(page, 'modules'))[0]?.release)
    .not.toBe(before?.release)
  await page.goto(`${server.origin}/saved#/${lesson.id}`)
  await expect(page.locator('main h1')).toHaveText('Waiting, said otherwise')
  await page.goto(`${server.origin}/saved#/consent/quiz`)
  await page.locator('main a.govuk-button').first().click()
  await expect(page.locator('main h1')).toContainText(asksOf(question))
  await context.close()
  await third.kill()
})
