/** A session on a small phone (360 × 640): header and help never push the replies below the first screen. */
import { expect, test } from '@playwright/test'
import { oneOf } from '#tests/runs.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import type { Exchange } from '#domain/practice/road.ts'
import type { Session, Turn } from '#domain/course/session.ts'
import { turnView } from '#view/session.ts'
import { webLinks } from '#web/links.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { courseOf, wordsIn } from './people.ts'
import { pressAndArrive } from './press.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())

/** Each turn, with each way that leads to it: what was said before stands above it. */
function scenesOf(session: Session): { turn: Turn; exchanges: readonly Exchange[] }[] {
  const before = session.turns.flatMap((turn) => turn.replies.map((reply) => ({ turn, reply })))
  return session.turns.flatMap((turn) => {
    const leads = before.filter(({ reply }) => 'turn' in reply.way && reply.way.turn === turn.slug)
    const ways = leads.map((one) => [one])
    return (turn.slug === session.start ? [[], ...ways] : ways).map((exchanges) => ({
      turn,
      exchanges,
    }))
  })
}

const HEIGHT = 640
/** At least so much of the first reply is in sight. */
const SEEN = 32

for (const { language } of oneOf(
  'es',
  LANGUAGES.map((language) => ({ language })),
))
  test(`in ${language}: whichever way leads to a turn, its replies begin on the screen where it opens`, async ({
    page,
  }) => {
    test.setTimeout(240_000)
    await page.setViewportSize({ width: 360, height: HEIGHT })
    await signInAs(page, server, language === 'en' ? 'marcus' : 'luz')
    const sessions = courseOf(language).modules.flatMap((module) => module.sessions)
    const words = wordsIn(language).course
    const low: string[] = []
    let scenes = 0
    for (const session of sessions) {
      await page.goto(`${server.origin}/learn/${session.id}`)
      await pressAndArrive(page, page.locator('button[value=start]'))
      await expect(page.locator('#now')).toBeInViewport()
      await expect(page.locator('.govuk-radios__item').first()).toBeInViewport()
      const drawn = scenesOf(session).map(({ turn, exchanges }) => ({
        slug: turn.slug,
        text: turnView(
          { session, turn, isRepair: false, exchanges, chosen: null, hidden: {} },
          {
            language,
            locale: { tag: `${language}-US`, timeZone: 'UTC' },
            words,
            links: webLinks(),
          },
        ).text,
      }))
      // All scenes of a session in one go: to ask for each took longer than to draw it.
      const tops = await page.evaluate(
        (texts) =>
          texts.map((text) => {
            ;(document.querySelector('main') as HTMLElement).innerHTML = text
            document.getElementById('now')?.scrollIntoView()
            return document.querySelector('.govuk-radios__item')?.getBoundingClientRect().top ?? 1e4
          }),
        drawn.map(({ text }) => text),
      )
      scenes += tops.length
      for (const [index, top] of tops.entries())
        if (top > HEIGHT - SEEN) low.push(`${drawn[index]?.slug}: ${Math.round(top)}`)
    }
    expect(low).toEqual([])
    expect([sessions.length > 8, scenes > sessions.length * 30]).toEqual([true, true])
  })
