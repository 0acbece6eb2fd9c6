/** Ana makes a package on the page and tries it there: what it tells is listed, and nothing of it leaves its frame. */
import { expect, test } from '@playwright/test'
import { some } from '#tests/runs.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { violationsOf } from './violations.ts'

let server: DemoServer
test.beforeAll(async () => {
  test.setTimeout(90_000)
  server = await startDemo()
})
test.afterAll(async () => {
  await server.stop()
})

for (const standard of some(2, ['1.2', '2004'] as const, 1))
  test(`a package for SCORM ${standard} is made, tried, left and taken up again`, async ({
    page,
  }) => {
    test.setTimeout(90_000)
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.setViewportSize({ width: 390, height: 844 })
    await signInAs(page, server, 'ana')
    await page.goto(`${server.origin}/manage/exports`)
    await page.locator('input[name=language][value=both]').check()
    await page.locator(`input[name=standard][value="${standard}"]`).check()
    await page.locator('#page-form button[type=submit]').last().click()
    await expect(page).toHaveURL(/exports\/[0-9a-f-]{36}$/)
    expect((await violationsOf(page)).map(({ id }) => id)).toEqual([])

    for (const address of [page.url(), `${server.origin}/manage/exports`])
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 844 })
        await page.goto(address)
        await page
          .locator('main details')
          .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect([address, wide]).toEqual([address, width])
      }
    await page.setViewportSize({ width: 390, height: 844 })
    await page.locator('main tbody a').first().click()
    await page.locator('a[href*="/preview"]').click()
    const course = page.frameLocator('iframe')
    await course.locator('[data-carry-on]').click()
    const heading = await course.locator('main h1').innerText()
    await course.locator('[data-to-language="es"]').click()
    await expect(course.locator('html')).toHaveAttribute('lang', 'es')
    const spanish = await course.locator('main h1').innerText()
    expect(spanish).not.toBe(heading)
    const calls = page.locator('[data-calls]')
    await expect(calls).toContainText(standard === '1.2' ? 'LMSSetValue' : 'SetValue')
    await expect(calls).toContainText('of 4096 characters')
    await expect(page.locator('[data-state]')).toContainText('cmi.suspend_data')

    await page.locator('button[data-launch][value=resume]').click()
    await expect(course.locator('main h1')).toHaveText(spanish)
    await page.locator('button[data-launch][value=review]').click()
    await expect(course.locator('[data-part="saving"]')).toHaveAttribute(
      'data-saving',
      'looking-back',
    )
    await page.locator('[data-errors]').check()
    await expect(calls.locator('tr:visible')).toHaveCount(0)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
    const violations = await violationsOf(page, { exclude: ['iframe'] })
    expect(violations.map(({ id }) => id)).toEqual([])
    expect(complaints).toEqual([])
  })
