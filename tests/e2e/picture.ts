/** Pictures on the way, for people to look at: SHOTS=folder npm test -- tests/e2e/scorm.spec.ts */
import path from 'node:path'
import type { Page } from '@playwright/test'

const SHOTS = process.env['SHOTS']

interface How {
  readonly fullPage?: boolean
  /** Also as on a desk. */
  readonly wide?: boolean
}

/** Nothing where nobody asked: a picture of a whole page takes longer than what is asked of it. */
export async function picture(page: Page, name: string, how: How = {}): Promise<void> {
  if (!SHOTS) return
  const { fullPage = true, wide = false } = how
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage })
  if (!wide) return
  const before = page.viewportSize()
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.screenshot({ path: path.join(SHOTS, `${name}-desk.png`), fullPage })
  if (before) await page.setViewportSize(before)
}
