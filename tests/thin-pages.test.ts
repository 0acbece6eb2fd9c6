/** A page asks for all that it shows with one `show…` (docs/architecture.md), and puts nothing together by itself. */
import { expect, test } from 'vitest'
import { sourceFiles } from './house/imports.ts'

/** What stands between a page and its `show…`, where several pages ask for the same one. */
const THROUGH: Readonly<Record<string, string>> = {
  openJourney: 'src/web/sign-off-journey.ts',
  requireReport: 'src/web/reports/wish.ts',
}

/** Words, what every request carries (course, programme, who asks), and a form. */
const OF_WORDS = [
  '404',
  'accessibility',
  'account/data/correct',
  'account/data/download',
  'apply/form',
  'apply/index',
  'apply/thanks',
  'ask/code',
  'ask/sent',
  'check/index',
  'coordinate/[trainee]/export',
  'coordinate/register/export',
  'coordinate/requests/new',
  'coordinate/[trainee]/observer-sheet',
  'coordinate/teaching/[slug]',
  'coordinate/teaching/index',
  'coordinate/teaching/observer-sheet',
  'display',
  'join/index',
  'learn/ask',
  'malformed',
  'name',
  'privacy',
  'resources/[slug]',
  'resources/index',
  'sample',
  'saved',
  'sign-in',
  'sign-in/recover',
  'sign-in/second',
  'set-up-first',
  'signed-out',
  'somebody-else',
]

/** To open them is something that happens: it is counted or written down by a verb, whose answer is drawn. */
const OF_A_VERB = {
  'check/[code]': 'lookUpCertificate',
  'coordinate/invite-many': 'readMany',
  'join/[secret]': 'openLink',
  'learn/packages/[id]/[part]': 'openPart',
  'manage/invite': 'inviteOne',
  'manage/packages/[id]/preview/[part]': 'previewPart',
  'ways-in/factor/codes': 'makeRecoveryCodes',
} as const

const callsIn = (text: string): number => text.match(/\bshow[A-Z]\w*\(/g)?.length ?? 0

/** How often a page asks for what it shows. */
const asks = (page: string): number =>
  callsIn(page) + Object.keys(THROUGH).filter((name) => page.includes(` ${name}(`)).length

/** One line for each page that asks otherwise than it says here. */
const notThin = (pages: Readonly<Record<string, string>>): string[] =>
  Object.entries(pages).flatMap(([file, text]) => {
    const name = file.replace(/^src\/pages\/|\.astro$/g, '')
    const most = OF_WORDS.includes(name) || Object.hasOwn(OF_A_VERB, name) ? 0 : 1
    return asks(text) === most ? [] : [`${name}: ${asks(text)} instead of ${most}`]
  })

const files = sourceFiles()
const pages = Object.fromEntries(
  Object.entries(files).filter(([file]) => /^src\/pages\/.*\.astro$/.test(file)),
)

test('a page calls exactly one show…, and those of words alone call none', () => {
  expect(Object.keys(pages).length).toBeGreaterThan(90)
  expect(notThin(pages)).toEqual([])
})

test('what stands between them calls exactly one', () => {
  for (const file of Object.values(THROUGH)) expect(callsIn(files[file] ?? ''), file).toBe(1)
})

test('every page that is named here is there, and opens as it is said', () => {
  for (const name of OF_WORDS) expect(pages).toHaveProperty([`src/pages/${name}.astro`])
  for (const [name, verb] of Object.entries(OF_A_VERB))
    expect(pages[`src/pages/${name}.astro`], name).toContain(` ${verb}(`)
})

test('a page that reads in another way is found', () => {
  const planted = {
    'src/pages/learn/pause.astro': 'const state = await loadTraineeState(learner, language, now)',
    'src/pages/learn/index.astro': 'await showTasks(learner)\nawait showMessages(person)',
    'src/pages/accessibility.astro': 'const { staff } = await showWhoCanSee(person, language, now)',
    'src/pages/record/index.astro':
      'const { shownThen } = await showRecord(learner, language, now)',
  }
  expect(notThin(planted)).toEqual([
    'learn/pause: 0 instead of 1',
    'learn/index: 2 instead of 1',
    'accessibility: 1 instead of 0',
  ])
})
