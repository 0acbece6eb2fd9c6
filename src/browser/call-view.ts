/** Shows what a package asks and writes while it runs: a line for each call, and what is kept by now. */
import type { Elements } from '#domain/packages/runtime-data.ts'
import type { Call } from '#scorm/host/runtime.ts'

export interface CallView {
  tell(call: Call): void
  showKept(kept: Elements): void
  clear(): void
}

/** More would make a phone slow. */
const MOST_LINES = 2000
const MOST_SHOWN = 5000

/** Null on a page without CallView.astro. */
export function findCallView(): CallView | null {
  const root = document.querySelector<HTMLElement>('[data-call-view]')
  const lines = root?.querySelector('[data-calls]')
  const state = root?.querySelector('[data-state]')
  const errorsOnly = root?.querySelector<HTMLInputElement>('[data-errors]')
  if (!root || !lines || !state) return null
  errorsOnly?.addEventListener('change', () =>
    lines.toggleAttribute('data-errors-only', errorsOnly.checked),
  )
  let count = 0
  return {
    tell: (call) => {
      lines.prepend(lineOf(++count, call, root.dataset['limit'] ?? ''))
      if (lines.childElementCount > MOST_LINES) lines.lastElementChild?.remove()
    },
    showKept: (kept) =>
      state.replaceChildren(
        ...Object.entries(kept).flatMap(([name, value]) => [
          withText('dt', name),
          withText('dd', value),
        ]),
      ),
    clear: () => {
      count = 0
      lines.replaceChildren()
    },
  }
}

function lineOf(number: number, call: Call, limit: string): HTMLElement {
  const { method, element, value, answer, error, most } = call
  const line = document.createElement('tr')
  line.dataset['error'] = error
  const text = value || (/Get/.test(method) ? answer : '')
  const room =
    most === null
      ? ''
      : limit.replace('{used}', text.length.toLocaleString()).replace('{most}', String(most))
  const cells = [String(number), `${method}(${element})`, value, answer, error, room]
  line.append(...cells.map((cell) => withText('td', cell)))
  if (most !== null && text.length > most) line.dataset['over'] = ''
  return line
}

function withText(name: string, text: string): HTMLElement {
  const element = document.createElement(name)
  element.textContent = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
  return element
}
