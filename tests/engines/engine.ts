/** A browser engine that Playwright does not drive, as the journeys of tests/hard/other-engines.test.ts use it. */

export interface Engine {
  /** As it calls itself, such as "Firefox 153.8.0". */
  readonly version: string
  go(url: string): Promise<void>
  url(): Promise<string>
  /** @param body of a function; its arguments are `args` @returns what it returns, through JSON */
  run<T>(body: string, ...args: unknown[]): Promise<T>
  /** A real press in the middle of the first such element, scrolled into view. */
  press(selector: string): Promise<void>
  /** Pressed first, then typed key by key. */
  type(selector: string, text: string): Promise<void>
  /** Closes the page, and goes on in a new one. */
  newPage(): Promise<void>
  end(): Promise<void>
}

/** Either an engine that runs, or why there is none here. */
export type Found = { readonly start: () => Promise<Engine> } | { readonly missing: string }

const PATIENCE_MS = 60_000
const SOON_MS = 10_000

/** Until a function of the page returns true. @throws with what it was waited for, and what the page shows */
export async function until(engine: Engine, what: string, body: string, ...args: unknown[]) {
  const end = Date.now() + PATIENCE_MS
  while (Date.now() < end) {
    // Between two pages there is none to ask.
    if (
      await engine
        .run<boolean>(`return Boolean((function () { ${body} }).apply(null, arguments))`, ...args)
        .catch(() => false)
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const seen = await engine
    .run<string>(
      'return location.href + "\\n" + Object.entries(localStorage).join("\\n") + document.body.innerText.slice(0, 2000)',
    )
    .catch(String)
  throw new Error(`${engine.version}: waited in vain for ${what}; there is ${seen}`)
}

/** Until these words stand on the page, with its scripts loaded. */
export const sees = (engine: Engine, text: string): Promise<void> =>
  until(
    engine,
    `“${text}”`,
    'return document.readyState === "complete" && document.body.innerText.replace(/\\s+/g, " ").includes(arguments[0])',
    text,
  )

/**
 * A press that leads to another page, or draws this one anew: it waits until the page before is gone.
 * On a busy machine WebKitGTK loses a press now and then: then it is pressed again, as a person would.
 */
export async function pressAndGo(engine: Engine, selector: string): Promise<void> {
  await engine.run('document.body.dataset.before = "yes"')
  const isGone = 'return document.readyState === "complete" && !document.body.dataset.before'
  for (let tries = 0; tries < 3; tries++) {
    // The page may be gone by now: then there is nothing to press.
    await engine.press(selector).catch((error: unknown) => {
      if (tries === 0) throw error
    })
    if (await isSoon(engine, isGone)) return
  }
  await until(engine, `what comes after ${selector}`, isGone)
}

async function isSoon(engine: Engine, body: string): Promise<boolean> {
  const end = Date.now() + SOON_MS
  while (Date.now() < end) {
    if (await engine.run<boolean>(body).catch(() => false)) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}

/** Where an element is pressed, once it is in view: a script for `run`. */
export const MIDDLE = `
  const one = document.querySelector(arguments[0])
  if (!one) throw new Error('there is no ' + arguments[0])
  one.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { left, top, width, height } = one.getBoundingClientRect()
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) }`

/** What a finger does there. */
export const touchAt = (place: { readonly x: number; readonly y: number }) => [
  { type: 'pointerMove', ...place, duration: 0 },
  { type: 'pointerDown', button: 0 },
  { type: 'pointerUp', button: 0 },
]

/** Marks the first button or link with one of these names that is on the screen. @returns its selector */
export async function named(engine: Engine, ...names: readonly string[]): Promise<string> {
  await until(
    engine,
    `a button “${names.join('” or “')}”`,
    `for (const one of document.querySelectorAll('[data-press]')) delete one.dataset.press
    const found = [...document.querySelectorAll('main a, main button, form.sign-out button')].find(
      (one) => one.offsetParent !== null && arguments[0].includes(one.textContent.trim().replace(/\\s+/g, ' ')),
    )
    if (found) found.dataset.press = ''
    return found`,
    names,
  )
  return '[data-press]'
}
