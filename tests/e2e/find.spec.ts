/** Finding somebody from any page of the desk, by keyboard and without a script; nothing of it stands in an address. */
import { expect, test } from '@playwright/test'
import { some } from '#tests/runs.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { wordsIn } from './people.ts'
import { picture } from './picture.ts'
import { violationsOf } from './violations.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())

for (const { language, who, javaScriptEnabled, from, width } of some(2, [
  {
    language: 'en',
    who: 'carla',
    javaScriptEnabled: true,
    from: '/coordinate/reports',
    width: 390,
  },
  { language: 'es', who: 'carla', javaScriptEnabled: false, from: '/coordinate', width: 320 },
  { language: 'en', who: 'oscar', javaScriptEnabled: false, from: '/coordinate', width: 390 },
  { language: 'en', who: 'ana', javaScriptEnabled: true, from: '/manage/audit', width: 1280 },
] as const))
  test(`${who} finds Nadia from ${from}, ${language}, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      javaScriptEnabled,
      locale: language,
      viewport: { width, height: 844 },
    })
    await context.addCookies([{ name: 'language', value: language, url: server.origin }])
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await signInAs(page, server, who)
    const lang = page.locator('html')
    if ((await lang.getAttribute('lang')) !== language) {
      await page.locator('.language-switch button').click()
      await expect(lang).toHaveAttribute('lang', language)
    }
    const t = wordsIn(language).find
    await page.goto(`${server.origin}${from}`)
    const field = page.getByRole('searchbox', { name: t.label })
    await field.fill('NÁD')
    await field.press('Enter')
    await expect(page).toHaveURL(/\/coordinate\/find\?asked=[\w-]+$/)
    await expect(page.getByRole('status')).toHaveText(t.found(1))
    await expect(field).toHaveValue('NÁD')
    const found = page.getByRole('main').getByRole('link', { name: 'Nadia', exact: true })
    await expect(found).toHaveAttribute(
      'href',
      who === 'ana' ? /^\/manage\/accounts\// : /^\/coordinate\/[\w-]{36}$/,
    )
    await picture(page, `find/${language}-${who}-${width}`)
    const wide = await lang.evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(wide).toBe(0)
    if (javaScriptEnabled) expect(await violationsOf(page)).toEqual([])

    // Away and back again: nothing asks whether to send the form twice.
    await found.click()
    await expect(page).not.toHaveURL(/find/)
    await page.goBack()
    await expect(found).toBeVisible()
    await page.locator('.language-switch button').click()
    await expect(lang).not.toHaveAttribute('lang', language)
    await expect(found).toBeVisible()
    // What is sealed has letters of its own.
    const told = asked.map((url) => decodeURIComponent(url).replace(/asked=[\w-]+/, ''))
    expect(told.filter((url) => /n[áa]d/i.test(url))).toEqual([])
    expect(server.output().replace(/asked=[\w-]+/g, '')).not.toMatch(/n[áa]d/i)
    await context.close()
  })
