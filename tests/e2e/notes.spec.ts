/** A note for oneself at the end of a lesson: with a thumb, with the keyboard, with and without JavaScript. */
import { expect, test } from '@playwright/test'
import { cardsOf } from '#domain/course/cards.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { courseOf, wordsIn } from './people.ts'
import { picture } from './picture.ts'
import { violationsOf } from './violations.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(async () => {
  await server.stop()
})

const lesson = courseOf('en').modules.find(({ slug }) => slug === 'listening')?.lessons[0]
if (!lesson) throw new Error('the course has changed its shape')
const part = cardsOf(lesson.html).at(-1)?.id
const words = wordsIn('en').mine.note

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'as browsers are' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 640 } })

    test('is opened, written and saved, and is there again', async ({ page }) => {
      await signInAs(page, server, javaScriptEnabled ? 'nadia' : 'ray')
      await page.goto(`${server.origin}/learn/${lesson.id}?part=${part}`)
      const box = page.getByLabel(words.label)
      await expect(box).toBeHidden()
      await page.locator('summary', { hasText: words.open }).focus()
      await page.keyboard.press('Enter')
      await expect(box).toBeVisible()
      await page.keyboard.press('Tab')
      await page.keyboard.type('Silence is an answer too.')
      if (javaScriptEnabled) {
        await picture(page, 'notes/typed', { fullPage: false, wide: true })
        expect(await violationsOf(page)).toEqual([])
      }
      await page.getByRole('button', { name: words.save }).click()
      await expect(page.getByText(words.saved)).toBeVisible()
      await expect(box).toHaveValue('Silence is an answer too.')
      if (javaScriptEnabled) {
        await picture(page, 'notes/saved', { fullPage: false, wide: true })
        expect(await violationsOf(page)).toEqual([])
      }
      await page.goto(`${server.origin}/learn/${lesson.id}#my-note`)
      await expect(box).toBeInViewport()
      await expect(box).toHaveValue('Silence is an answer too.')
    })
  })

test('what is typed and not saved is there after a reload', async ({ page }) => {
  await signInAs(page, server, 'luz')
  await page.goto(`${server.origin}/learn/${lesson.id}?part=${part}`)
  const box = page.locator('[name=note]')
  await page.locator('summary', { hasText: wordsIn('es').mine.note.open }).click()
  await box.pressSequentially('Media frase')
  await expect
    .poll(() =>
      page.evaluate(
        () => Object.keys(localStorage).filter((key) => key.startsWith('typed:')).length,
      ),
    )
    .toBe(1)
  await page.reload()
  await expect(box).toBeVisible()
  await expect(box).toHaveValue('Media frase')
})
