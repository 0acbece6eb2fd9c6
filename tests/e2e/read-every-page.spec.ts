/** Read aloud on every page where somebody reads: what is heard is what stands there, and nothing else. */
import { expect, test, type Page } from '@playwright/test'
import { askedOn } from '#tests/quiz-forms.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { courseOf, walkTalk, wordsIn } from './people.ts'
import { picture } from './picture.ts'
import { pretendVoices } from './pretended-voice.ts'
import { pressAndArrive } from './press.ts'
import { violationsOf } from './violations.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())

const { course: t } = wordsIn('en')
const course = courseOf('en')
const TALK = 'practising/skip-thursday'
const exercise = course.modules.find((one) => one.exercise)?.exercise

/** Presses, and hears all of it. */
async function heard(page: Page): Promise<string> {
  await page.getByRole('button', { name: t.readAloud }).click()
  const said = () => page.evaluate(() => window.pretended.said.map(({ text }) => text))
  await expect.poll(async () => (await said()).length).toBeGreaterThan(0)
  const reads = page.getByRole('button', { name: t.readPause })
  for (let count = 0; count < 400 && (await reads.isVisible()); count++)
    await page.evaluate(() => window.pretended.end())
  return (await said()).join(' ')
}

async function reader(page: Page, who: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  await pretendVoices(page, ['en-US', 'en-GB'])
  await signInAs(page, server, who)
}

test('a question with its options, and what is said about the answer', async ({ page }) => {
  const question = course.modules.find(({ slug }) => slug === 'consent')?.quiz?.questions[0]
  await reader(page, 'nadia')
  await page.goto(`${server.origin}/learn/consent/quiz`)
  await page.locator('main a.govuk-button').click()
  await expect(page.getByRole('button', { name: t.readAloud })).toBeVisible()
  await picture(page, 'read-aloud/question', { wide: true })
  const asked = await heard(page)
  if (!question) throw new Error('The quiz has no questions.')
  const { ask, options } = await askedOn(page, question)
  for (const text of [ask, ...options.map(({ text }) => text), t.unsure])
    expect(asked).toContain(text.replace(/\s+/g, ' ').trim())
  expect(asked).not.toContain(t.answer)
  expect(await violationsOf(page)).toEqual([])
  // Refused in place: the buttons of the new main part read as well.
  await page.locator('button[value=answer]').click()
  await expect(page.locator('.govuk-error-summary')).toBeFocused()
  expect(await heard(page)).toContain(ask)
  const first = page.locator('input[name=option]').first()
  await first.check()
  const chosen = await first.inputValue()
  await pressAndArrive(page, page.locator('button[value=answer]'))
  const answered = await heard(page)
  expect(answered).toContain(options.find(({ id }) => id === chosen)?.feedback.split('. ')[0])
  await picture(page, 'read-aloud/feedback', { wide: true })
})

test('a session, its turn with the replies, and the debrief', async ({ page }) => {
  const session = course.modules.flatMap(({ sessions }) => sessions).find(({ id }) => id === TALK)
  await reader(page, 'marcus')
  await page.goto(`${server.origin}/learn/${TALK}`)
  expect(await heard(page)).toContain(session?.with)
  await pressAndArrive(page, page.locator('button[value=start]'))
  await picture(page, 'read-aloud/turn', { wide: true })
  const turn = await heard(page)
  const first = session?.turns.find(({ slug }) => slug === session.start)
  for (const { say } of first?.replies ?? []) expect(turn).toContain(say.split('. ')[0])
  await walkTalk(page, server.origin, course, TALK)
  const debrief = await heard(page)
  expect(debrief).toContain(t.byPrinciple)
  expect(debrief).toContain(t.yourRoad)
  expect(await violationsOf(page)).toEqual([])
  await picture(page, 'read-aloud/debrief', { wide: true })
})

test('a resource and the words explained', async ({ page }) => {
  await reader(page, 'nadia')
  const [resource] = course.resources
  await page.goto(`${server.origin}/resources/${resource?.slug}`)
  const text = await page.locator('.prose').innerText()
  const spoken = await heard(page)
  expect(spoken.length).toBeGreaterThan(text.length / 2)
  await picture(page, 'read-aloud/resource', { wide: true })
  await page.goto(`${server.origin}/glossary`)
  const [word] = Object.values(course.glossary)
  expect(await heard(page)).toContain(word?.meaning.split('. ')[0])
  expect(await violationsOf(page)).toEqual([])
})

test('the end of a module: what one knows now, one thing to take along, and that one may rest', async ({
  page,
}) => {
  await reader(page, 'marcus')
  await page.goto(`${server.origin}/learn/consent/quiz/result`)
  const module = course.modules.find(({ slug }) => slug === 'consent')
  const said = await heard(page)
  for (const text of [t.moduleFinished, ...(module?.remember ?? []), t.takeAlong, t.restAllowed])
    expect(said).toContain(text.split('. ')[0]?.replace(/\s+/g, ' '))
  expect(said).not.toContain(t.backToTasks)
  await picture(page, 'read-aloud/result', { wide: true })
  expect(await violationsOf(page)).toEqual([])
})

test('what may be written: the question, and nothing of what somebody wrote', async ({ page }) => {
  await reader(page, 'nadia')
  for (const [path, label] of [
    ['consent/a-promise-i-can-keep', t.yourWords],
    [exercise?.id, exercise?.fields[0]?.label],
  ]) {
    await page.goto(`${server.origin}/learn/${path}`)
    await page.locator('main textarea').first().fill('canary')
    const said = await heard(page)
    expect(said).toContain(await page.locator('h1').innerText())
    expect(said).toContain(label)
    expect(said).not.toContain('canary')
    expect(await violationsOf(page)).toEqual([])
  }
  await picture(page, 'read-aloud/writing', { wide: true })
})

test('speed and voice are chosen beside how pages look, too, and count on every page', async ({
  page,
}) => {
  await reader(page, 'nadia')
  // A press that comes while the script of the first one is still on its way counts as well.
  await page.route(/ReadLater/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await page.goto(`${server.origin}/display`)
  await page.locator('summary', { hasText: t.readWishes }).click()
  await page.getByLabel(t.readSpeed).selectOption('0.7')
  await heard(page)
  await picture(page, 'read-aloud/display', { wide: true })
  expect(await violationsOf(page)).toEqual([])
  await page.goto(`${server.origin}/learn/consent/waiting-for-consent`)
  await heard(page)
  expect(await page.evaluate(() => window.pretended.said.at(-1)?.rate)).toBe(0.7)
})
