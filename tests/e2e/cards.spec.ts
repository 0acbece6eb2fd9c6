/** A lesson card by card: each has its address, and nobody loses theirs. */
import { expect, test, type Page } from '@playwright/test'
import { cardsOf } from '#domain/course/cards.ts'
import type { Language } from '#domain/course/language.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { courseOf, wordsIn } from './people.ts'
import { picture } from './picture.ts'
import { pressAndArrive } from './press.ts'
import { pretendVoices } from './pretended-voice.ts'
import { violationsOf } from './violations.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(async () => {
  await server.stop()
})

const lessonOf = (language: Language) => {
  const lesson = courseOf(language).modules.find(({ slug }) => slug === 'listening')?.lessons[1]
  if (!lesson) throw new Error('the course has changed its shape')
  return { ...lesson, cards: cardsOf(lesson.html) }
}
const en = wordsIn('en').course
const shown = (page: Page) => page.locator('.card:visible')
const headingOf = (page: Page) => shown(page).locator('h2').first()
const on = (page: Page) => page.locator('.card__way .govuk-button:visible')

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'as browsers are' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 640 } })

    test('Nadia reads on: the next card stands at the top, and another device opens it', async ({
      browser,
      page,
    }) => {
      const lesson = lessonOf('en')
      const [, second, third] = lesson.cards
      const of = lesson.cards.length
      await signInAs(page, server, javaScriptEnabled ? 'nadia' : 'ray')
      await page.goto(`${server.origin}/learn/${lesson.id}?part=${lesson.cards[0]?.id}`)
      await expect(shown(page)).toHaveCount(1)
      await expect(shown(page)).toContainText(en.partOf(1, of))
      if (javaScriptEnabled) {
        await on(page).click()
        await expect(headingOf(page)).toHaveText(second?.title ?? '')
        await expect(headingOf(page)).toBeFocused()
        await expect(shown(page)).toContainText(en.partOf(2, of))
        await on(page).click()
        await expect(headingOf(page)).toHaveText(third?.title ?? '')
        const box = await headingOf(page).boundingBox()
        expect(box?.y).toBeLessThan(320)
        await picture(page, 'cards/third', { fullPage: false, wide: true })
        expect(await violationsOf(page)).toEqual([])
        await page.goBack()
        await expect(headingOf(page)).toHaveText(second?.title ?? '')
        await page.goForward()
        await page.getByRole('link', { name: en.partBefore }).click()
        await expect(headingOf(page)).toHaveText(second?.title ?? '')

        const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
        await signInAs(other, server, 'nadia')
        await other.goto(`${server.origin}/learn`)
        await other.locator('.carry-on a').click()
        await expect(headingOf(other)).toHaveText(third?.title ?? '')
        await other.goto(`${server.origin}/learn/${lesson.id}`)
        await expect(headingOf(other)).toHaveText(third?.title ?? '')
        await expect(other.locator('main')).toContainText(en.stoppedAt(third?.title ?? ''))

        for (let card = 4; card <= of; card++) {
          await page.goto(`${server.origin}/learn/${lesson.id}`)
          await on(page).click()
          await expect(shown(page)).toContainText(en.partOf(card, of))
        }
        await expect(on(page)).toHaveText(en.haveRead)
        await picture(page, 'cards/last', { fullPage: false, wide: true })
        await on(page).click()
        await expect(page).not.toHaveURL(new RegExp(lesson.id))
        await page.goto(`${server.origin}/learn/${lesson.id}`)
        await expect(shown(page)).toContainText(en.partOf(1, of))
        await expect(page.locator('main button[form=lesson-form]')).toHaveCount(0)
      } else {
        for (const card of lesson.cards.slice(1)) {
          await on(page).click()
          await expect(headingOf(page)).toHaveText(card.title)
          await expect(headingOf(page)).toBeInViewport()
          await expect(shown(page)).toHaveCount(1)
        }
      }
    })

    test('a link to a heading opens its card, also that of another language', async ({ page }) => {
      const [lesson, spanish] = [lessonOf('en'), lessonOf('es')]
      const [, , third] = lesson.cards
      await signInAs(page, server, 'joyce')
      await page.goto(`${server.origin}/learn/${lesson.id}#${third?.id}`)
      await expect(headingOf(page)).toHaveText(third?.title ?? '')
      await expect(shown(page)).toHaveCount(1)
      await expect(headingOf(page)).toBeInViewport()
      await page.goto(`${server.origin}/learn/${lesson.id}?part=${spanish.cards[2]?.id}`)
      await expect(headingOf(page)).toHaveText(third?.title ?? '')
      await page.locator('.language-switch button').click()
      await expect(headingOf(page)).toHaveText(spanish.cards[2]?.title ?? '')
      await page.locator('.language-switch button').click()
      await expect(headingOf(page)).toHaveText(third?.title ?? '')
      // What is no heading leaves the card where it was.
      await page.goto(`${page.url().split('#')[0]}#help`)
      await expect(headingOf(page)).toHaveText(third?.title ?? '')
    })

    test('a visitor reads the sample card by card, or whole if they like that better', async ({
      page,
    }) => {
      await page.goto(`${server.origin}/sample`)
      await picture(page, 'cards/sample', { wide: true })
      const of = await page.locator('.card').count()
      for (let card = 2; card <= of; card++) {
        await on(page).click()
        await expect(shown(page)).toContainText(en.partOf(card, of))
        await expect(page.locator('.card h2:visible').first()).toBeInViewport()
      }
      await page.goto(`${server.origin}/display`)
      await page.locator('input[name=lessons][value=whole]').check()
      await pressAndArrive(page, page.locator('main form button[type=submit]'))
      await page.goto(`${server.origin}/sample`)
      await expect(shown(page)).toHaveCount(of)
      await expect(on(page)).toHaveCount(1)
      await picture(page, 'cards/whole', { wide: true })
    })

    test('paper has the whole lesson, from whichever card', async ({ page }) => {
      await page.goto(`${server.origin}/sample`)
      await on(page).click()
      await page.emulateMedia({ media: 'print' })
      await expect(shown(page)).toHaveCount(await page.locator('.card').count())
      await expect(page.locator('.card__way:visible, .card__part:visible')).toHaveCount(0)
    })
  })

test('read aloud, the voice goes on to the next card and shows it; nothing is written for it', async ({
  page,
}) => {
  const lesson = lessonOf('en')
  const [, second, third] = lesson.cards
  await pretendVoices(page, ['en-US'])
  const posts: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') posts.push(request.url())
  })
  await signInAs(page, server, 'joyce')
  await page.goto(`${server.origin}/learn/${lesson.id}?part=${second?.id}#${second?.id}`)
  await page.getByRole('button', { name: en.readAloud }).click()
  const last = () => page.evaluate(() => window.pretended.said.at(-1)?.text ?? '')
  await expect.poll(last).toBe(second?.title)
  for (let count = 0; count < 80 && (await last()) !== third?.title; count++)
    await page.evaluate(() => window.pretended.end())
  await expect(headingOf(page)).toHaveText(third?.title ?? '')
  await expect(shown(page)).toHaveCount(1)
  await expect(headingOf(page)).toBeInViewport()
  expect(page.url()).toContain(`part=${encodeURIComponent(third?.id ?? '')}`)
  // A link to a heading still opens its card.
  await page.evaluate((id) => (location.hash = id), lesson.cards[0]?.id ?? '')
  await expect(headingOf(page)).toHaveText(lesson.cards[0]?.title ?? '')
  await page.goBack()
  await page.reload()
  await expect(headingOf(page)).toHaveText(third?.title ?? '')
  expect(posts).toEqual([])
})
