import { describe, expect, test } from 'vitest'
import { STANDARDS } from '#domain/packages/packed.ts'
import { course as courseEn } from '#i18n/en/course.ts'
import { player as playerEn } from '#i18n/en/player.ts'
import { course as courseEs } from '#i18n/es/course.ts'
import { player as playerEs } from '#i18n/es/player.ts'
import { draw } from '#player/draw.ts'
import { connect, DIALECTS } from '#player/lms/connect.ts'
import { QUIET } from '#player/lms/lms-recorder.ts'
import { LINKS, placeOf, type Place } from '#player/place.ts'
import type { Scene } from '#player/scene.ts'
import { DEFAULT_SETTINGS, dressPage, readSettings, type Settings } from '#player/settings.ts'
import { course } from '#tests/fixtures/course.ts'
import { lmsFor } from './lms.ts'

const CREAM: Settings = {
  language: 'es',
  text: 'large',
  contrast: 'cream',
  theme: 'dark',
  spacing: 'wide',
  lessons: 'whole',
}

const scene = (place: Place, change: Partial<Scene> = {}): Scene => ({
  course,
  salt: '',
  words: playerEn,
  frame: {
    language: 'en',
    locale: { tag: 'en-US', timeZone: 'UTC' },
    words: courseEn,
    links: LINKS,
  },
  manner: QUIET,
  contact: { name: 'Carla', phone: '1', email: 'c@example.org', replies: 'soon', example: false },
  settings: DEFAULT_SETTINGS,
  settingsKept: false,
  progress: {},
  place,
  lastItem: null,
  refused: null,
  rewound: null,
  answered: null,
  trouble: null,
  connected: 'yes',
  beside: null,
  ...change,
})
const pageOf = (hash: string, change: Partial<Scene> = {}): string =>
  draw(scene(placeOf(course, hash), change)).body.text

describe('how somebody wants to read', () => {
  test('what the form does not say, or nobody offers, stays as it was', () => {
    const said: Record<string, string> = { text: 'larger', contrast: 'constructor' }
    expect(readSettings(CREAM, (name) => said[name] ?? '')).toEqual({ ...CREAM, text: 'larger' })
  })

  test('the dark is a sheet of its own in the offline copy, for the media of what was chosen', () => {
    const dark = { media: '' }
    const root = { dataset: {}, ownerDocument: { querySelector: () => dark } }
    const mediaOf = (change: Partial<Settings>): string => {
      dressPage(root as unknown as HTMLElement, { ...DEFAULT_SETTINGS, ...change })
      return dark.media
    }
    expect(mediaOf({})).toBe('screen and (prefers-color-scheme: dark)')
    expect(mediaOf({ theme: 'dark' })).toBe('screen')
    expect(mediaOf({ theme: 'dark', contrast: 'cream' })).toBe('screen')
    expect(mediaOf({ theme: 'light' })).toBe('not all')
    expect(mediaOf({ contrast: 'high' })).toBe('not all')
    expect(root.dataset).toEqual({ contrast: 'high' })
  })

  test('its page has the present choice ticked, and says that it was kept', () => {
    const page = pageOf('#/display', { settings: CREAM, settingsKept: true })
    expect(page.match(/value="[a-z]+" checked/g)).toEqual([
      'value="large" checked',
      'value="dark" checked',
      'value="cream" checked',
      'value="wide" checked',
      'value="whole" checked',
    ])
    expect(page).toContain(playerEn.display.kept)
    expect(pageOf('#/display')).not.toContain(playerEn.display.kept)
  })

  test('its page speaks Spanish in the Spanish edition', () => {
    const page = pageOf('#/display', {
      words: playerEs,
      frame: {
        language: 'es',
        locale: { tag: 'es-US', timeZone: 'UTC' },
        words: courseEs,
        links: LINKS,
      },
    })
    expect(page).toContain('Papel crema')
  })

  test.each(STANDARDS)('is there again at the next launch, SCORM %s', async (standard) => {
    const lms = lmsFor(standard)
    const around = { now: () => 5, later: () => {} }
    const { apiName } = DIALECTS[standard]
    const launch = () => connect({ parent: { [apiName]: lms.launch() } }, standard, course, around)
    const first = launch()
    expect((await first.load()).settings).toEqual(DEFAULT_SETTINGS)
    first.keep(CREAM)
    expect(first.saving().kind).toBe('saved')
    expect((await launch().load()).settings).toEqual(CREAM)
  })
})

describe('beside the course', () => {
  test('every word that is explained stands in the order of the alphabet', () => {
    const page = pageOf('#/glossary')
    for (const { term, meaning } of Object.values(course.glossary)) {
      expect(page).toContain(term)
      expect(page).toContain(meaning)
    }
  })

  test('the contents say that a failure would be told, only where it would', () => {
    expect(pageOf('#/')).not.toContain('finished tries')
    expect(pageOf('#/', { manner: { ...QUIET, tries: 3 } })).not.toContain('finished tries')
    const page = pageOf('#/', { manner: { ...QUIET, tries: 3, failure: 'failed' } })
    expect(page).toContain('Each quiz can be tried 3 times')
  })
})
