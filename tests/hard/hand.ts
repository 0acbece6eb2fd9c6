/** A hand at the desk: it presses, types and chooses, and counts. */
import type { Locator, Page } from '@playwright/test'
import { pressAndArrive } from '#tests/e2e/press.ts'

export interface Counted {
  /** Presses of a link, a button, a radio or a tick, and choices of a list. */
  readonly taps: number
  /** Fields that were typed into. */
  readonly fields: number
}

export class Hand {
  readonly page: Page
  #taps = 0
  #fields = 0

  constructor(page: Page) {
    this.page = page
  }

  async press(what: Locator): Promise<void> {
    this.#taps++
    await what.click()
  }

  async tick(what: Locator): Promise<void> {
    this.#taps++
    await what.check()
  }

  async choose(what: Locator, value: string): Promise<void> {
    this.#taps++
    await what.selectOption(value)
  }

  async type(what: Locator, text: string): Promise<void> {
    this.#fields++
    await what.fill(text)
  }

  /** Types, and presses Enter there. */
  async enter(what: Locator, text: string): Promise<void> {
    await this.type(what, text)
    this.#taps++
    await what.press('Enter')
  }

  /** Presses what sends, and waits for what comes of it. */
  async send(button: Locator): Promise<void> {
    this.#taps++
    await pressAndArrive(this.page, button)
  }

  /** The main button of the page's own form. */
  save = (): Promise<void> =>
    this.send(this.page.locator('#page-form button.govuk-button[type=submit]').first())

  counted(): Counted {
    const counted = { taps: this.#taps, fields: this.#fields }
    this.#taps = 0
    this.#fields = 0
    return counted
  }
}
