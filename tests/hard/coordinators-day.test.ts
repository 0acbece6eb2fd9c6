/**
 * A coordinator's whole day in a real browser, with 2,000 invented people: the 20 tasks of docs/coordinators-day.md.
 * It prints taps, fields and seconds of each; that each came about is asserted, and that no task takes more taps than written there.
 */
import { chromium, expect as soon, type Browser, type Page } from '@playwright/test'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY_MS } from '#domain/calendar/days.ts'
import { browserPath } from '#tests/browser-path.ts'
import { startServer, type StartedServer } from '#tests/start-server.ts'
import { makeFullDesk, type FullDesk } from './full-desk.ts'
import { Hand } from './hand.ts'

const MANY = 2000
const NOW = Date.now()
const inDays = (days: number): string => new Date(NOW + days * DAY_MS).toISOString().slice(0, 10)

/** No time is asserted: an answer that comes late on a busy machine is an answer. */
const seen = soon.configure({ timeout: 30_000 })

let desk: FullDesk
let server: StartedServer
let browser: Browser
let page: Page
beforeAll(async () => {
  desk = await makeFullDesk(MANY, NOW)
  server = await startServer({ dataDir: desk.dataDir, env: { ALONGSIDE_CAST: '1' } })
  browser = await chromium.launch({
    executablePath: await browserPath(),
    args: ['--headless', '--no-sandbox'],
  })
  page = await browser.newPage({ locale: 'en-US', viewport: { width: 1280, height: 900 } })
  page.setDefaultTimeout(30_000)
  await page.goto(`${server.origin}/sign-in?way=password`)
  await page.locator('input[name=name]').fill('carla')
  await page.locator('input[name=password]').fill(desk.password)
  await page.locator('main form button[type=submit]').click()
  await seen(page.locator('h1')).toHaveText('Trainees')
}, 300_000)
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(desk.dataDir, { recursive: true, force: true })
})

const says = (text: string | RegExp) => seen(page.locator('main')).toContainText(text)
const field = (name: string) => page.locator(`main [name="${name}"]`)
const value = (name: string, of: string) => page.locator(`main [name="${name}"][value="${of}"]`)
const find = async (hand: Hand, name: string): Promise<void> => {
  await hand.enter(page.locator('#find'), name)
  await hand.press(page.locator('main').getByRole('link', { name }).first())
}
/** From the pages of the desk, folded or not. */
const goTo = async (hand: Hand, name: string): Promise<void> => {
  const place = page.locator('.desk-menu').getByRole('link', { name, exact: true }).first()
  if (!(await place.isVisible())) await hand.press(page.locator('.desk-menu summary'))
  await hand.press(place)
}
/** From somebody's record, to what is folded behind "More" or stands in sight. */
const act = async (hand: Hand, name: string | RegExp): Promise<void> => {
  if ((await link(name).count()) === 0) await hand.press(page.locator('#more-acts > summary'))
  await hand.press(link(name))
}
/** Links that look like buttons, too. */
const link = (name: string | RegExp) => page.locator('main a:visible', { hasText: name }).first()
const task = (name: string) => page.locator('.work-list__task', { hasText: name }).first()

/** As in docs/coordinators-day.md, with the most taps and fields of each. */
const DAY: readonly (readonly [
  what: string,
  most: readonly [taps: number, fields: number],
  does: (hand: Hand) => Promise<void>,
])[] = [
  [
    'Find Nadia',
    [2, 1],
    async (hand) => {
      await find(hand, 'Nadia')
      await seen(page.locator('h1')).toHaveText('Nadia')
    },
  ],
  [
    'Acknowledge the danger',
    [3, 1],
    async (hand) => {
      await hand.press(task('Luz').locator('a').first())
      await hand.press(link('Say what was done about it'))
      await hand.type(field('text'), 'I called her. Her sister is with her.')
      await hand.save()
      await page.goto(`${server.origin}/coordinate`)
      await seen(page.locator('.work-list__task').first()).toBeVisible()
      await seen(page.locator('.reason--concern')).toHaveCount(0)
    },
  ],
  [
    'Answer the oldest question',
    [3, 1],
    async (hand) => {
      await goTo(hand, 'Inbox')
      await hand.press(page.locator('main').getByRole('link', { name: /Ray/ }).first())
      await hand.type(field('text'), 'Yes, please do.')
      await hand.save()
      await says('Yes, please do.')
    },
  ],
  [
    'Renew the sign-off that ends soon',
    [14, 4],
    async (hand) => {
      await find(hand, 'Marcus')
      await hand.press(link('Renew the sign-off'))
      await page.waitForURL(/sign-off/)
      for (let step = 0; step < 12 && !page.url().endsWith('/check'); step++) {
        if (await value('shown', 'all').count()) await hand.tick(value('shown', 'all'))
        if (await value('judgement', 'shown').count()) await hand.tick(value('judgement', 'shown'))
        if (await value('decision', 'ready').count()) await hand.tick(value('decision', 'ready'))
        for (const name of ['reason', 'otherwise'])
          if (await field(name).count()) await hand.type(field(name), 'We talked it through.')
        await hand.save()
      }
      await hand.press(link('Continue to the declaration'))
      await hand.type(field('declaredName'), 'Carla')
      await hand.save()
      await seen(page).not.toHaveURL(/declare/)
      await page.goto(`${server.origin}/coordinate`)
      await seen(page.locator('.work-list__task').first()).toBeVisible()
      await seen(page.locator('.reason--expiring')).toHaveCount(0)
    },
  ],
  [
    'Call somebody back who was to hear again',
    [3, 1],
    async (hand) => {
      await hand.press(task('Paul Reyes').locator('a').first())
      await seen(page.locator('a[href^="tel:"]').first()).toHaveText('555-0177')
      await hand.tick(value('outcome', 'invite'))
      await hand.type(field('message'), 'Welcome, Paul.')
      await hand.save()
      await seen(page.locator('#talks')).toContainText('Welcome, Paul.')
    },
  ],
  [
    'Put off a review until next week',
    [5, 3],
    async (hand) => {
      await find(hand, 'Inés')
      await hand.press(link('Who does this?'))
      await hand.tick(value('act', 'put-off'))
      await hand.type(field('untilOn'), inDays(7))
      await hand.type(field('why'), 'She is away until then.')
      await hand.save()
      await page.goto(`${server.origin}/coordinate?reason=review`)
      await seen(page.locator('h1')).toBeVisible()
      await seen(task('Inés')).toHaveCount(0)
    },
  ],
  [
    'Hand three tasks to a colleague',
    [12, 0],
    async (hand) => {
      for (let n = 0; n < 3; n++) {
        const first = page.locator('.work-list__task', { hasText: 'No work' }).first()
        const name = (await first.getByRole('link').first().textContent())?.trim() ?? ''
        await hand.press(first.getByRole('link', { name: 'Who does this?' }))
        await hand.tick(value('act', 'hand'))
        await field('to')
          .getByRole('option', { name: 'César' })
          .getAttribute('value')
          .then((cesar) => hand.choose(field('to'), cesar ?? ''))
        await hand.save()
        await seen(page.locator('.saved-note')).toBeVisible()
        await seen(page.getByRole('link', { name, exact: true })).toHaveCount(0)
      }
    },
  ],
  [
    'Invite again all whose invitation has ended',
    [2, 0],
    async (hand) => {
      await hand.press(task('12 invitations').getByRole('button', { name: 'Invite again' }))
      await hand.send(page.locator('main button[value=it]'))
      await seen(page.locator('.invitation-card')).toHaveCount(12)
    },
  ],
  [
    'Invite one person',
    [3, 2],
    async (hand) => {
      await hand.press(link('Invite a person'))
      await hand.type(field('name'), 'Omar Haddad')
      await hand.type(field('email'), 'omar@example.org')
      await hand.tick(value('role', 'trainee'))
      await hand.save()
      await seen(page.locator('.invitation-card')).toContainText('Omar Haddad')
    },
  ],
  [
    'Note a complaint about a mentor',
    [6, 3],
    async (hand) => {
      await find(hand, 'Marcus')
      await act(hand, 'Incidents and complaints')
      await hand.tick(page.locator('main [name=kind]').first())
      await hand.type(field('happenedOn'), inDays(-1))
      await hand.type(field('text'), 'Somebody felt pressed to answer.')
      await hand.save()
      await says('Somebody felt pressed to answer.')
    },
  ],
  [
    'Write the next step about it',
    [4, 3],
    async (hand) => {
      await find(hand, 'Marcus')
      await hand.press(link('See the incident or complaint'))
      await hand.type(field('text'), 'We talked; he will write to them.')
      await hand.type(field('nextOn'), inDays(7))
      await hand.save()
      await says('Next step by')
    },
  ],
  [
    'Record a check',
    [7, 2],
    async (hand) => {
      await find(hand, 'Marcus')
      await act(hand, 'Checks')
      await hand.press(page.locator('main a[href*="/checks/"]').first())
      await hand.tick(value('act', 'accepted'))
      await hand.type(field('onDay'), inDays(-1))
      await hand.save()
      await says('Looked at and accepted')
    },
  ],
  [
    'Stop a mentor at once',
    [4, 2],
    async (hand) => {
      await find(hand, 'Marcus')
      await act(hand, 'Stop this mentor now')
      await hand.type(field('reason'), 'The complaint must be looked into first.')
      await hand.save()
      await says('Waiting for a talk')
      await page.goto(`${server.origin}/coordinate?reason=stopped`)
      await seen(task('Marcus')).toBeVisible()
    },
  ],
  [
    'Import 20 people from a spreadsheet',
    [6, 1],
    async (hand) => {
      await goTo(hand, 'People')
      await hand.press(page.locator('main a[href*="/coordinate/import"]').first())
      const rows = Array.from({ length: 20 }, (_, at) => `Guest ${at + 60},guest${at}@example.org`)
      await hand.type(field('list'), ['Name,E-mail', ...rows].join('\n'))
      await hand.save()
      await hand.press(page.locator('main button[value=columns]'))
      await hand.press(page.locator('main button[value=run]'))
      await says(/20/)
      await seen(page.locator('main')).toContainText(/came in|made|imported/i)
    },
  ],
  [
    'Plan a group session',
    [3, 4],
    async (hand) => {
      await goTo(hand, 'Group sessions')
      await hand.type(field('title'), 'Listening practice')
      await hand.type(field('day'), inDays(3))
      await hand.type(field('time'), '18:30')
      await hand.type(field('place'), 'Room 2')
      await hand.save()
      await says('Listening practice')
      await seen(page.locator('.saved-note')).toBeVisible()
    },
  ],
  [
    'Take attendance of three',
    [7, 0],
    async (hand) => {
      await goTo(hand, 'Group sessions')
      await hand.press(link('Morning practice'))
      for (const at of [0, 1, 2])
        await hand.tick(page.locator('main [name^="mark-"][value=came]').nth(at))
      await hand.press(page.getByRole('button', { name: /who came|attendance/i }).first())
      await seen(page.locator('.saved-note')).toBeVisible()
      await seen(page.locator('input[name^="mark-"][value=came]:checked')).toHaveCount(3)
    },
  ],
  [
    'Read where people stop',
    [2, 0],
    async (hand) => {
      await goTo(hand, 'Reports')
      await hand.press(page.locator('main .tabs').getByRole('link').nth(2))
      await seen(page.locator('main table').first()).toBeVisible()
    },
  ],
  [
    'Join two applications of one person',
    [3, 1],
    async (hand) => {
      await find(hand, 'Nora Field')
      await hand.send(page.locator('main button[value=join]'))
      await seen(page.locator('main')).toContainText(/joined/i)
      await page.goto(`${server.origin}/coordinate?reason=application`)
      await seen(page.locator('.work-list__task', { hasText: 'Nora Field' })).toHaveCount(1)
    },
  ],
  [
    'Correct a name',
    [5, 2],
    async (hand) => {
      await find(hand, 'Nadia')
      await act(hand, 'Name, cohort, leaving')
      await hand.type(field('name'), 'Nadia Haddad')
      await hand.send(page.locator('main form:has(input[name=do][value=name]) button'))
      await seen(page.locator('h1')).toHaveText('Nadia Haddad')
    },
  ],
  [
    'Find a mentor for diabetes who speaks Spanish',
    [4, 0],
    async (hand) => {
      await goTo(hand, 'Register')
      await hand.choose(field('area'), 'diabetes')
      await hand.choose(field('language'), 'es')
      await hand.press(page.locator('.register-filter button'))
      await seen(page.locator('main table, main .cards').first()).toBeVisible()
    },
  ],
]

test('twenty tasks are done', async () => {
  const hand = new Hand(page)
  const lines: string[] = []
  const tooMany: string[] = []
  for (const [task, [taps, fields], does] of DAY) {
    await page.goto(`${server.origin}/coordinate`)
    hand.counted()
    const began = performance.now()
    await does(hand)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const counted = hand.counted()
    lines.push(`| ${task} | ${counted.taps} | ${counted.fields} | ${seconds} |`)
    if (counted.taps > taps || counted.fields > fields) tooMany.push(lines.at(-1) ?? '')
  }
  console.log(lines.join('\n'))
  expect(tooMany).toEqual([])
}, 900_000)
