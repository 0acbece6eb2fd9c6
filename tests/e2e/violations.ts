/** What axe has against a page, asked in the page itself: its adapter for Playwright opens a second tab for each question. */
import type axe from 'axe-core'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

interface Violation {
  /** The rule. */
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly target: string }[]
}

interface Question {
  /** None: all rules. */
  readonly tags?: readonly string[]
  /** These alone. */
  readonly rules?: readonly string[]
  /** Without these. */
  readonly but?: readonly string[]
  /** Selectors of what is not looked at. */
  readonly exclude?: readonly string[]
}

/** Half of what the package gives by itself, and the same rules. */
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

/**
 * Reads it into each page that is opened from here on, for whoever asks many: the browser keeps what it has made of a script
 * that comes so, which is a fifth of all that axe takes; not of one that is evaluated.
 */
export const withAxe = (page: Page) => page.addInitScript({ content: AXE })

/** Frames are not looked into. */
export async function violationsOf(page: Page, question: Question = {}): Promise<Violation[]> {
  // It stays as long as the page does, and to read it takes as long as a small page.
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(AXE)
  return page.evaluate(async ({ tags = [], rules = [], but = [], exclude = [] }) => {
    // Of what is fine, nobody reads where it stands.
    const options = {
      resultTypes: ['violations' as const],
      ...(tags.length ? { runOnly: [...tags] } : {}),
      rules: Object.fromEntries(but.map((rule) => [rule, { enabled: false }])),
      ...(rules.length ? { runOnly: { type: 'rule' as const, values: [...rules] } } : {}),
    }
    const { violations } = await window.axe.run({ exclude: [...exclude] }, options)
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, target }) => ({ html, target: target.join(' ') })),
    }))
  }, question)
}

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}
