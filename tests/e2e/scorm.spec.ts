/** A package in a real browser, with scorm-again as the LMS: left half-way, resumed, missed, passed. */
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { allSteps, type Course } from '#domain/course/course.ts'
import type { ItemProgress, Progress } from '#domain/learning/progress.ts'
import { asWritten } from '#domain/course/quiz.ts'
import { askedOn } from '#tests/quiz-forms.ts'
import { packedIn } from '#tests/scorm/packed-in.ts'
import { some } from '#tests/runs.ts'
import { unzipSync } from 'fflate'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { builtFolder } from '#builds.mjs'
import type { Packed, Standard } from '#domain/packages/packed.ts'
import { readGiven } from '#cli/read-given.ts'
import { SCORM_COMMANDS } from '#cli/scorm-commands.ts'
import { run } from '#cli/scorm-export.ts'
import { player as playerEn } from '#i18n/en/player.ts'
import { player } from '#i18n/es/player.ts'
import { encode } from '#player/lms/state.ts'
import { pretendVoices } from './pretended-voice.ts'
import { oncePerRun } from '#tests/once-per-run.ts'
import { learnerIn, quizzesOf, type LearnerInFrame } from './scorm-learner.ts'
import { startLms, type Kept, type Lms } from './scorm-lms.ts'
import { picture } from './picture.ts'
import { violationsOf } from './violations.ts'

const DIST = builtFolder()
const MODULES = 'consent,no-advice,practising'

interface Package {
  readonly folder: string
  readonly packed: Packed
}

/** Made once in a run, as our command makes it; nobody writes in it. */
async function unpacked(
  standard: Standard,
  language: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Package> {
  const options = { programme: 'kidney', language, standard, modules: MODULES, ...more }
  const name = `package ${Object.values(options).join(' ')}`
  const folder = await oncePerRun(name, (made) => {
    const out = path.join(made, 'package.zip')
    const command = SCORM_COMMANDS['scorm export']
    if (!command) throw new Error('The command is gone')
    const args = Object.entries({ ...options, out }).flatMap(([name, value]) => [
      `--${name}`,
      value,
    ])
    const code = run(readGiven('scorm export', command, args, process.cwd()), DIST)
    expect(code, 'the export works: has the build run?').toBe(0)
    for (const [name, content] of Object.entries(unzipSync(readFileSync(out)))) {
      const file = path.join(made, 'package', name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
  })
  const packed = packedIn((name) => readFileSync(path.join(folder, 'package', name), 'utf8'))
  return { folder, packed }
}

/** Everything that the browser complains about, from any page: a refusal of the CSP as well. */
function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = []
  const listen = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
  }
  context.pages().forEach(listen)
  context.on('page', listen)
  return complaints
}

const RESULT: Record<Standard, { status: string; success: string; raw: string }> = {
  '1.2': {
    status: 'cmi.core.lesson_status',
    success: 'cmi.core.lesson_status',
    raw: 'cmi.core.score.raw',
  },
  '2004': { status: 'cmi.completion_status', success: 'cmi.success_status', raw: 'cmi.score.raw' },
}

// Some hundred pages: a recording of each would take more time than the journey.
test.use({ trace: 'off' })

for (const standard of ['1.2', '2004'] as const) {
  test.describe(`a package for SCORM ${standard}`, () => {
    test.describe.configure({ timeout: 180_000 })
    let made: Package
    let lms: Lms
    const names = RESULT[standard]

    test.beforeEach(async () => {
      made = await unpacked(standard, 'both')
      lms = await startLms(standard, path.join(made.folder, 'package'))
    })

    test.afterEach(async () => {
      await lms.stop()
    })

    const shot = (page: Page, name: string): Promise<void> =>
      picture(page, `scorm/${standard}-${name}`, { fullPage: false })

    async function launch(
      context: BrowserContext,
      width = 1000,
      height = 600,
      how = '',
    ): Promise<Page> {
      const page = await context.newPage()
      await page.setViewportSize({ width, height })
      await page.goto(lms.origin + how)
      return page
    }

    test('is left half-way and resumed, changes its language, stays incomplete below the pass mark, and is passed', async ({
      context,
    }) => {
      const { course } = made.packed
      const spanish = made.packed.others[0]?.course
      const inSpanish = spanish?.modules[0]?.quiz?.questions
      const complaints = complaintsOf(context)
      const sibling = await context.newPage()
      await sibling.goto(`${lms.origin}/other`)
      const [firstQuiz = ''] = quizzesOf(course)
      const questions = course.modules[0]?.quiz?.questions ?? []
      const half = questions[Math.floor(questions.length / 2)]
      const spanishHalf = inSpanish?.find(({ slug }) => slug === half?.slug)
      if (!half || !spanishHalf) throw new Error('no question half-way')

      // The first visit: the lessons, then half of the quiz, then the tab is closed.
      let page = await launch(context)
      let ana = await learnerIn(page)
      await shot(page, 'contents-wide')
      await ana.step(course, 'unsure')
      expect(await ana.heading()).toBe(course.modules[0]?.lessons[0]?.title)
      await shot(page, 'lesson-wide')
      await ana.stepUntil(course, new RegExp(`^#/${firstQuiz}/${half.slug}$`), 'unsure')
      const asked = await askedOn(ana.frame, half)
      expect(await ana.heading()).toBe(asked.ask)
      await expect(ana.frame.locator('[data-part="saving"]')).toHaveAttribute(
        'data-saving',
        'saved',
      )
      await shot(page, 'question-wide')
      await page.close()
      expect(lms.kept()[names.status]).toBe('incomplete')

      // The second visit begins at the same question; a blank answer is refused.
      page = await launch(context, 360, 640)
      ana = await learnerIn(page)
      expect(await ana.heading()).toBe(asked.ask)
      await shot(page, 'resumed-narrow')
      await ana.frame.locator('[data-to-language="es"]').click()
      await expect(ana.frame.locator('main h1')).toHaveText(asWritten(spanishHalf, asked.form).ask)
      await expect(ana.frame.locator('html')).toHaveAttribute('lang', 'es')
      await expect(ana.frame.locator('main h1')).toBeFocused()
      await shot(page, 'resumed-spanish-narrow')
      await ana.frame.locator('a[href="#/display"]').click()
      await expect(ana.frame.locator('nav [aria-current="page"]')).toHaveText('Vista')
      await expect(ana.frame.locator('nav li')).toHaveCount(4)
      const rows = await ana.frame
        .locator('nav li')
        .evaluateAll((all) => new Set(all.map((one) => one.getBoundingClientRect().top)).size)
      expect(rows, 'the menu stands in one line').toBe(1)
      await ana.frame.locator('label[for="text-large"]').click()
      await ana.frame.locator('label[for="contrast-cream"]').click()
      await ana.press('button[value="display"]')
      await expect(ana.frame.locator('html')).toHaveAttribute('data-text', 'large')
      await shot(page, 'display-narrow')
      await ana.frame.evaluate(() => history.back())
      await expect(ana.frame.locator('main input[name="option"]').first()).toBeVisible()
      await ana.press('button[value="answer"]')
      await expect(ana.frame.locator('.govuk-error-summary')).toBeFocused()
      await ana.stepUntil(course, new RegExp(`^#/${firstQuiz}/result$`), 'unsure')
      await shot(page, 'missed-narrow')
      expect(lms.kept()[names.status]).toBe('incomplete')
      expect(lms.kept()[names.raw]).toBeUndefined()

      // Everything else, and this quiz once more.
      await ana.press(`a[href^="#/${firstQuiz}/"][href$="/new"]`)
      await ana.stepUntil(course, /\/talk$/)
      await shot(page, 'talk-narrow')
      await page.setViewportSize({ width: 1000, height: 600 })
      await ana.stepUntil(course, /\/debrief\//)
      await shot(page, 'debrief-wide')
      expect(lms.kept()[names.success]).not.toBe('passed')
      await ana.stepUntil(course, /^#\/practising\/quiz\/result$/)
      await ana.press('a[href="#/"]')
      for (
        let left = 0;
        left < 60 && (await ana.frame.locator('[data-carry-on]').count());
        left++
      ) {
        await ana.step(course, 'right')
        await ana.stepUntil(course, /^#\/$|\/result$/)
        if ((await ana.hash()) !== '#/') await ana.press('a[href="#/"]')
      }
      await expect(ana.frame.locator('[data-all-done]')).toBeVisible()
      await shot(page, 'done-wide')
      await expect.poll(() => lms.kept()[names.success]).toBe('passed')
      expect(lms.kept()[names.raw]).toBe('100')
      if (standard === '2004')
        expect(lms.kept()).toMatchObject({
          'cmi.completion_status': 'completed',
          'cmi.score.scaled': '1',
        })

      // Exit says what is safe; coming back changes nothing.
      await ana.frame.locator('[data-part="exit"]').click()
      await expect(ana.frame.locator('main h1')).toBeFocused()
      // D13: inside the learning system's page there is no window of ours to close.
      await expect(ana.frame.locator('main h1')).toHaveText(player.closedWithin)
      await expect(ana.frame.locator('main')).toContainText(player.closedGoOn)
      await shot(page, 'closed-wide')
      const before = { ...lms.kept() }
      page = await launch(context)
      ana = await learnerIn(page)
      await expect(ana.frame.locator('[data-all-done]')).toBeVisible()
      await expect(ana.frame.locator('html')).toHaveAttribute('lang', 'es')
      await expect(ana.frame.locator('html')).toHaveAttribute('data-contrast', 'cream')
      await page.close()

      // Looking back writes nothing at all.
      const settled = { ...lms.kept() }
      page = await launch(context, 1000, 600, '/?review')
      ana = await learnerIn(page)
      await expect(ana.frame.locator('[data-notice]')).toContainText('Está mirando')
      await ana.press(`a[href="#/${firstQuiz}"]`)
      await shot(page, 'review-wide')
      await page.close()
      expect(lms.kept()).toEqual(settled)
      const { 'cmi.suspend_data': _, ...result } = before
      expect(lms.kept()).toMatchObject(result)
      expect(before['cmi.suspend_data']?.length).toBeLessThan(4000)
      expect(complaints).toEqual([])
    })

    test('its connection check opens beside the course, and puts everything back', async ({
      context,
    }) => {
      const complaints = complaintsOf(context)
      const page = await launch(context)
      const ana = await learnerIn(page)
      await ana.step(made.packed.course, 'right')
      await ana.press('button[value="later:1"]')
      const before = lms.kept()['cmi.suspend_data']
      await ana.frame.locator('main details summary').last().click()
      const opened = context.waitForEvent('page')
      await ana.frame.locator('a[href="check.html#en"]').click()
      const check = await opened
      await expect(check.locator('table')).toContainText(`SCORM ${standard}`)
      await expect(check.locator('table')).toContainText('the system keeps what is written')
      await expect(check.locator('table')).toContainText('shares its connection')
      await picture(check, `scorm/${standard}-check`)
      await expect(check.locator('main')).toContainText(`Version ${made.packed.release}`)
      await check.locator('[data-to-language="es"]').click()
      await expect(check.locator('html')).toHaveAttribute('lang', 'es')
      await expect(check.locator('main h1')).toBeFocused()
      await expect(check.locator('table')).toContainText('la plataforma conserva lo que se escribe')
      await expect(check.locator('footer')).toContainText(`Versión ${made.packed.release}`)
      await check.close()
      await expect.poll(() => lms.kept()['cmi.suspend_data']).toBe(before)
      await ana.step(made.packed.course, 'right')
      await expect(ana.frame.locator('[data-part="saving"]')).toHaveAttribute(
        'data-saving',
        'saved',
      )
      expect(complaints).toEqual([])
    })
  })
}

/** What each preset leaves behind when somebody has missed a quiz as often as `--tries` says. */
const MISSED: Readonly<Record<string, { readonly raw: boolean; readonly failed: boolean }>> = {
  generic: { raw: false, failed: false },
  moodle: { raw: true, failed: true },
  canvas: { raw: true, failed: true },
  cornerstone: { raw: false, failed: false },
  'scorm-cloud': { raw: true, failed: true },
  frappe: { raw: false, failed: false },
  'open-edx': { raw: true, failed: false },
}

/**
 * What a learning system keeps of Ana when she has read the module and missed all questions of its quiz but the last: the
 * same under every preset. It is kept under one that tells no single answers, so that what is told later is of another.
 */
async function readUpToLastQuestion(context: BrowserContext, standard: Standard): Promise<Kept> {
  const made = await unpacked(standard, 'en', { modules: 'consent', preset: 'open-edx' })
  const lms = await startLms(standard, path.join(made.folder, 'package'))
  try {
    const page = await context.newPage()
    await page.goto(lms.origin)
    const ana = await learnerIn(page)
    const last = made.packed.course.modules[0]?.quiz?.questions.at(-1)?.id ?? 'none'
    await ana.stepUntil(made.packed.course, new RegExp(`^#/${last}$`), 'unsure')
    await isSaved(ana)
    await page.close()
    const kept = lms.kept()
    // Nothing yet of what the presets tell otherwise.
    expect(kept[RESULT[standard].raw]).toBeUndefined()
    expect(Object.keys(kept).filter((name) => name.startsWith('cmi.interactions.0'))).toEqual([])
    return kept
  } finally {
    await lms.stop()
  }
}

const isSaved = ({ frame }: LearnerInFrame): Promise<void> =>
  expect(frame.locator('[data-part="saving"]')).toHaveAttribute('data-saving', 'saved')

for (const standard of ['1.2', '2004'] as const)
  test.describe(`a package for SCORM ${standard}, after one missed try`, () => {
    // In one worker: the first goes all the way, the others begin where it left off.
    test.describe.configure({ mode: 'default', timeout: 90_000 })
    let upToLast: Promise<Kept> | undefined

    for (const [preset, { raw, failed }] of some(
      2,
      Object.entries(MISSED),
      standard === '1.2' ? 0 : 1,
    ))
      test(`with the preset ${preset}`, async ({ context }) => {
        const complaints = complaintsOf(context)
        const before = await (upToLast ??= readUpToLastQuestion(context, standard))
        const made = await unpacked(standard, 'en', { modules: 'consent', preset, tries: '1' })
        const lms = await startLms(standard, path.join(made.folder, 'package'), before)
        try {
          await (await context.newPage()).goto(`${lms.origin}/other`)
          const page = await context.newPage()
          await page.goto(lms.origin)
          const ana = await learnerIn(page)
          await ana.stepUntil(made.packed.course, /^#\/consent\/quiz\/result$/, 'unsure')
          const names = RESULT[standard]
          await isSaved(ana)
          const kept = lms.kept()
          expect(kept[names.raw] !== undefined).toBe(raw)
          expect(kept[names.success] === 'failed').toBe(failed)
          if (standard === '2004') expect(kept['cmi.completion_status']).toBe('incomplete')
          const answers = Object.keys(kept).some((name) => name.startsWith('cmi.interactions.0'))
          expect(answers).toBe(!['frappe', 'open-edx'].includes(preset))
          await page.close()
          expect(complaints).toEqual([])
        } finally {
          await lms.stop()
        }
      })
  })

for (const standard of ['1.2', '2004'] as const)
  test(`SCORM ${standard}, the network goes in the middle of a quiz: it is said, nothing is lost, and it is sent again`, async ({
    context,
  }) => {
    test.setTimeout(90_000)
    const made = await unpacked(standard, 'en', { modules: 'consent' })
    const lms = await startLms(standard, path.join(made.folder, 'package'))
    try {
      await (await context.newPage()).goto(`${lms.origin}/other`)
      const page = await context.newPage()
      await page.goto(lms.origin)
      const ana = await learnerIn(page)
      const { course } = made.packed
      await ana.stepUntil(course, /^#\/consent\/quiz\/[a-z-]+$/)
      const before = lms.kept()['cmi.suspend_data']
      await answersCommits(page, standard, false)
      for (let steps = 0; steps < 4; steps++) await ana.step(course, 'right')
      const line = ana.frame.locator('[data-part="saving"]')
      await expect(line).toContainText(/^Not saved – we keep trying. Last saved at \d/)
      expect(lms.kept()['cmi.suspend_data']).toBe(before)

      const asked = page.waitForEvent('dialog')
      const closing = page.close({ runBeforeUnload: true })
      const dialog = await asked
      expect(dialog.type(), 'the browser asks before the window goes').toBe('beforeunload')
      await dialog.dismiss()
      await closing
      await ana.frame.locator('[data-part="exit"]').click()
      await expect(line).toContainText(/^What you did since \d+:\d+\s[ap]m is not saved yet/)

      await answersCommits(page, standard, true)
      await context.setOffline(true)
      await context.setOffline(false)
      await expect(line).toContainText(/^Saved at/)
      expect(lms.kept()['cmi.suspend_data']).not.toBe(before)

      // Lost once more: Exit warns again, then does as it is told, and promises nothing.
      await answersCommits(page, standard, false)
      await ana.step(course, 'right')
      await ana.frame.locator('[data-part="exit"]').click()
      await expect(line).toContainText('is not saved yet')
      await ana.frame.locator('[data-part="exit"]').click()
      await expect(ana.frame.locator('main')).toContainText(/since \d+:\d+\s[ap]m may not be saved/)
    } finally {
      await lms.stop()
    }
  })

/** What a session may need: every lesson read, every quiz passed. */
const doneBefore = (course: Course): Progress =>
  Object.fromEntries(
    allSteps(course).flatMap(({ kind, item }): [string, ItemProgress][] => {
      if (kind === 'lesson') return [[item.id, { kind, revision: item.revision }]]
      if (kind !== 'quiz') return []
      const of = item.questions.length
      const rightAt = Object.fromEntries(item.questions.map(({ id, revision }) => [id, revision]))
      const best = { right: of, of }
      return [
        [
          item.id,
          { kind, passed: true, passedBy: 'kept', best, tries: 1, rightAt, open: null, last: null },
        ],
      ]
    }),
  )

const PIECES = /\/course\/[a-z-]+\.js/

test('a module that does not come: it is said, nothing is lost, and it comes when it is tried again', async ({
  context,
}) => {
  const made = await unpacked('1.2', 'both')
  const { course } = made.packed
  const folder = path.join(made.folder, 'package')
  const session = course.modules.flatMap(({ sessions }) => sessions)[0]
  const [turn] = session?.turns.filter(({ slug }) => slug === session.start) ?? []
  const [reply] = turn?.replies ?? []
  if (!session || !turn || !reply) throw new Error('The course has no session.')
  const road = [{ turn: turn.slug, reply: reply.id, verdicts: reply.verdicts }]
  const state = encode(
    course,
    {
      ...doneBefore(course),
      [session.id]: { kind: 'session', open: { id: 'open', road }, ended: [] },
    },
    { kind: 'talk', session: session.id },
  )
  const missing = context.route(PIECES, (route) =>
    // As a learning system does that asks to sign in again.
    route.request().url().includes('practising')
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Sign in</p>' })
      : route.abort(),
  )
  const lms = await startLms('1.2', folder)
  const lmsOfTalk = await startLms('1.2', folder, { 'cmi.suspend_data': state })
  try {
    await missing
    const page = await context.newPage()
    await page.goto(lms.origin)
    const frame = page.frameLocator('iframe')
    await frame.locator('[data-carry-on]').click()
    await expect(frame.locator('h1')).toHaveText(playerEn.pieceMissing)
    await expect(frame.locator('[data-part="saving"]')).toHaveAttribute('data-saving', 'saved')
    await frame.locator('[data-to-language="es"]').click()
    await expect(frame.locator('h1')).toHaveText(player.pieceMissing)
    await frame.getByRole('button', { name: player.pieceAgain }).click()
    await expect(frame.locator('h1')).toHaveText(player.pieceMissing)

    const alone = await context.newPage()
    await alone.goto(`${lms.origin}/package/index.html`)
    await alone.locator('[data-carry-on]').click()
    await expect(alone.locator('h1')).toHaveText(playerEn.pieceMissing)
    expect((await violationsOf(alone)).map(({ id }) => id)).toEqual([])
    await picture(alone, 'scorm/piece-missing', { wide: true })

    // In the middle of a talk, which nobody can read without its module.
    const talk = await context.newPage()
    await talk.goto(lmsOfTalk.origin)
    const inTalk = talk.frameLocator('iframe')
    await expect(inTalk.locator('h1')).toHaveText(playerEn.pieceMissing)
    await expect(inTalk.locator('h2', { hasText: player.pieceMissing })).toBeVisible()
    await picture(talk, 'scorm/piece-missing-in-talk', { wide: true })
    expect(lmsOfTalk.kept()['cmi.suspend_data']).toBe(state)

    await context.unroute(PIECES)
    await frame.getByRole('button', { name: player.pieceAgain }).click()
    await expect(frame.locator('h1')).toBeFocused()
    await expect(frame.locator('.lesson')).toBeVisible()
    await inTalk.getByRole('button', { name: player.pieceAgain }).click()
    await expect(inTalk.locator('main')).toContainText(reply.say)
  } finally {
    await lms.stop()
    await lmsOfTalk.stop()
  }
})

/** Whether the learning system in this page can still reach its server. */
const answersCommits = (page: Page, standard: Standard, works: boolean): Promise<void> =>
  page.evaluate(
    ([name, method, works]) => {
      const api = (window as unknown as Record<string, Record<string, unknown>>)[name]
      if (!api) throw new Error('The learning system is missing.')
      if (works) api[method] = api['keptCommit']
      else {
        api['keptCommit'] = api[method]
        api[method] = () => 'false'
      }
    },
    [...COMMIT[standard], works] as const,
  )

const COMMIT = { '1.2': ['API', 'LMSCommit'], '2004': ['API_1484_11', 'Commit'] } as const

test('the player is two small scripts, the words of a language and two style sheets', () => {
  const size = (name: string): number =>
    gzipSync(readFileSync(path.join(DIST, 'player', name))).length
  expect(size('player.js')).toBeLessThan(19.75 * 1024)
  expect(size('pages.js')).toBeLessThan(14 * 1024)
  for (const variety of ['en', 'en-GB', 'es'])
    expect(size('player.js') + size(`words-${variety}.js`)).toBeLessThan(25.25 * 1024)
  expect(size('first.css')).toBeLessThan(5 * 1024)
  expect(size('player.css')).toBeLessThan(8 * 1024)
  expect(readdirSync(path.join(DIST, 'player')).filter((name) => /\.(js|css)$/.test(name))).toEqual(
    [
      'check.js',
      'first.css',
      'pages.js',
      'player.css',
      'player.js',
      'words-en-GB.js',
      'words-en.js',
      'words-es.js',
    ],
  )
})

test.describe('a package without an LMS', () => {
  let made: Package
  let lms: Lms

  test.beforeAll(async () => {
    made = await unpacked('1.2', 'es')
    lms = await startLms('1.2', path.join(made.folder, 'package'))
  })

  test.afterAll(async () => {
    await lms.stop()
  })

  test('works, says that nothing is kept, and has no violation by axe at 320 pixels', async ({
    context,
  }) => {
    const { course } = made.packed
    const complaints = complaintsOf(context)
    const page = await context.newPage()
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(`${lms.origin}/package/index.html`)
    const ana = await learnerIn(page, false)
    await expect(page.locator('[data-notice]')).toBeVisible()
    const seen = new Set<string>()
    for (let count = 0; count < 60; count++) {
      const shape = await page.evaluate(() =>
        ['button[value="read"]', 'button[value="answer"]', '.feedback', '.carry-on', '[data-focus]']
          .map((selector) => document.querySelector(`main ${selector}`)?.className ?? '')
          .join('|'),
      )
      if (!seen.has(shape)) {
        seen.add(shape)
        const violations = await violationsOf(page)
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(
          wide,
          `the page at ${await ana.hash()} is not wider than the screen`,
        ).toBeLessThanOrEqual(320)
      }
      if (/\/result$/.test(await ana.hash())) break
      await ana.step(course, 'unsure')
    }
    expect(seen.size).toBeGreaterThanOrEqual(4)
    expect(complaints).toEqual([])
  })

  test('without JavaScript it does not say that it is loading', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${lms.origin}/package/index.html`)
    await expect(page.locator('main noscript')).toBeVisible()
    await expect(page.locator('[data-part="saving"]')).toBeHidden()
    await context.close()
  })

  test('says that it is loading until it is there, also where it never comes', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 })
    await page.route('**/player.js', (route) => route.abort())
    await page.goto(`${lms.origin}/package/index.html`)
    const line = page.locator('[data-part="saving"]')
    await expect(line).toContainText('El curso se está cargando. Si en un minuto no cambia nada')
    await picture(page, 'scorm/loading', { fullPage: false })
    await page.unroute('**/player.js')
    await page.reload()
    await expect(line).toHaveText('Sin guardar: no hay conexión con una plataforma de cursos')
  })

  test('its contents need neither the second script nor the second sheet, which change nothing of them', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    const held = page.waitForRequest('**/player.css')
    await page.route(/\/(?:pages\.js|player\.css)/, (route) => route.abort())
    await page.goto(`${lms.origin}/package/index.html`)
    await expect(page.locator('[data-carry-on]')).toBeVisible()
    await held
    const looks: Readonly<Record<string, string>>[] = [
      {},
      { theme: 'dark' },
      { contrast: 'high' },
      { contrast: 'cream', text: 'larger', spacing: 'wide' },
    ]
    const before = []
    for (const look of looks) before.push(await stylesIn(page, look))
    expect(before[0]?.length).toBeGreaterThan(100)
    expect(before[1]).not.toEqual(before[0])

    // Nothing is lost where they do not come, and they come when it is tried again.
    await page.locator('[data-carry-on]').click()
    await expect(page.locator('h1')).toHaveText(player.pieceMissing)
    await page.unroute(/\/(?:pages\.js|player\.css)/)
    await page.getByRole('button', { name: player.pieceAgain }).click()
    await expect(page.locator('.lesson')).toBeVisible()
    await page.locator('.site-nav a').first().click()
    await expect(page.locator('link[href^="player.css"]')).toHaveCount(1)
    await page.goto(`${lms.origin}/package/index.html`)
    await expect(page.locator('link[href="player.css"]')).toHaveCount(1)
    await expect.poll(() => page.evaluate(() => document.styleSheets.length)).toBe(2)
    const after = []
    for (const look of looks) after.push(await stylesIn(page, look))
    expect(after).toEqual(before)
  })

  test('a sheet that no browser takes keeps nobody from reading', async ({ page }) => {
    await page.route('**/player.css*', (route) =>
      route.fulfill({ contentType: 'text/plain', body: 'a {}' }),
    )
    await page.goto(`${lms.origin}/package/index.html`)
    const ana = await learnerIn(page, false)
    await ana.press('[data-carry-on]')
    await expect(page.locator('.lesson')).toBeVisible()
  })

  test('C8: who leaves in the middle of a lesson comes back to the same place', async ({
    page,
  }) => {
    const { course } = made.packed
    await page.goto(`${lms.origin}/package/index.html`)
    const ana = await learnerIn(page, false)
    await ana.step(course, 'right')
    for (let press = 0; press < 2; press++) await ana.press('[data-now] button[value^="on:"]')
    const [, second = '', third = ''] = await sectionsOn(page)
    const shown = page.locator('.card:visible h2').first()
    const heading = await shown.innerText()
    await expect(shown).toBeFocused()
    expect(new URL(page.url()).hash).toMatch(new RegExp(`/${third}$`))
    await page.goBack()
    await expect(page.locator('.card:visible')).toHaveAttribute('data-card', second)
    // A link to a heading opens its card.
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = `#${document.querySelector('.card h2')?.id}`
      document.querySelector('main')?.append(link)
      link.click()
    })
    await expect(page.locator('.card:visible')).toHaveAttribute('data-card', '1')
    await page.locator('.site-nav a').first().click()
    await expect(page.locator('.status--in-progress').first()).toBeVisible()
    await ana.press('[data-carry-on]')
    await expect(shown).toBeInViewport()
    await expect(shown).toHaveText(heading)
    await page.locator(`.card:visible button[value="later:${third}"]`).click()
    await expect(page.locator('[data-carry-on]')).toBeVisible()
  })

  test('shows each lesson whole to whoever likes that better', async ({ page }) => {
    await page.goto(`${lms.origin}/package/index.html#/display`)
    await page.locator('input[name=lessons][value=whole]').check()
    await page.locator('button[value=display]').click()
    await page.locator('.site-nav a').first().click()
    const ana = await learnerIn(page, false)
    await ana.press('[data-carry-on]')
    await expect(page.locator('.card').nth(2)).toBeVisible()
    const cards = await page.locator('.card').count()
    await expect(page.locator('.card:visible')).toHaveCount(cards)
    await ana.press('button[value="read"]')
    await expect(page.locator('h1')).toBeFocused()
  })

  test('reads a lesson aloud, and is silent when one goes on', async ({ page }) => {
    const complaints = complaintsOf(page.context())
    await pretendVoices(page, ['es-MX'])
    await page.goto(`${lms.origin}/package/index.html`)
    const ana = await learnerIn(page, false)
    await ana.step(made.packed.course, 'right')
    await page.getByRole('button', { name: 'Leer en voz alta' }).click()
    await page.evaluate(() => window.pretended.end())
    const [first, second] = await page.evaluate(() => window.pretended.said)
    const text = await page.locator('.card:visible .prose').textContent()
    expect(text?.replace(/\s+/g, ' ').trim().startsWith(`${first?.text} ${second?.text}`)).toBe(
      true,
    )
    expect([first?.lang, second?.lang]).toEqual(['es-MX', 'es-MX'])
    await page.evaluate(() => {
      while (document.querySelector('[data-now]')?.matches(':first-child')) window.pretended.end()
    })
    const [, next = ''] = await sectionsOn(page)
    await expect(page.locator('.card:visible')).toHaveAttribute('data-card', next)
    expect(new URL(page.url()).hash).toMatch(new RegExp(`/${next}$`))
    await ana.press('[data-now] button[value^="on:"]')
    const cancelled = await page.evaluate(() => window.pretended.cancelled)
    expect(cancelled).toBeGreaterThan(0)
    expect(await page.evaluate(() => CSS.highlights.has('read-aloud'))).toBe(false)
    await expect(page.getByRole('button', { name: 'Leer en voz alta' })).toBeVisible()
    expect(complaints).toEqual([])
  })
})

/** What every element and its drawn signs look like. @param look of `<html>`: how somebody wants to read */
const stylesIn = (page: Page, look: Readonly<Record<string, string>>): Promise<string[]> =>
  page.evaluate((wanted) => {
    const root = document.documentElement
    for (const name of ['theme', 'contrast', 'text', 'spacing']) delete root.dataset[name]
    Object.assign(root.dataset, wanted)
    return [...document.querySelectorAll('html, body, body *:not(script, template, link)')].flatMap(
      (one) =>
        [null, '::before', '::after'].flatMap((part) => {
          const style = getComputedStyle(one, part)
          if (part && style.content === 'none') return []
          return [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(';')
        }),
    )
  }, look)

/** Of each card of the lesson that is open, the number of its first section. */
const sectionsOn = (page: Page): Promise<string[]> =>
  page
    .locator('.card')
    .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset['card'] ?? ''))
