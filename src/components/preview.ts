/** The page "Try the package": a learning system around the frame, and a line for each call. */
import { isStandard, type Standard } from '#domain/course/packed.ts'
import { API_NAMES, launch, type Call, type HostApi, type Launch } from '#scorm/lms/lms.ts'

type Host = new (settings: object) => HostApi
const SETTINGS = { logLevel: 5, mastery_override: false }

// The types of these modules name a default; the modules have the class under its own name.
const HOSTS: Record<Standard, () => Promise<HostApi>> = {
  '1.2': async () => {
    const found = (await import('scorm-again/scorm12/min')) as unknown as { Scorm12API: Host }
    return new found.Scorm12API(SETTINGS)
  },
  '2004': async () => {
    const found = (await import('scorm-again/scorm2004/min')) as unknown as { Scorm2004API: Host }
    return new found.Scorm2004API(SETTINGS)
  },
}
/** More would make a phone slow. */
const MOST_LINES = 2000

const find = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector)
  if (!found) throw new Error(`The page has no ${selector}.`)
  return found
}

const box = document.querySelector<HTMLElement>('[data-preview]')
if (box) start(box)

function start({ dataset }: HTMLElement): void {
  const { preview: standard, address = '', limit = '' } = dataset
  if (!isStandard(standard)) return
  const frame = find<HTMLIFrameElement>('iframe[data-frame]')
  const lines = find('[data-calls]')
  const state = find('[data-state]')
  let now: Launch | undefined
  let count = 0

  const tell = (call: Call): void => {
    lines.prepend(lineOf(++count, call, limit))
    if (lines.childElementCount > MOST_LINES) lines.lastElementChild?.remove()
    // The launch is there by the time that the package calls.
    queueMicrotask(() => showState(state, now?.kept() ?? {}))
  }

  const open = async (how: string): Promise<void> => {
    const before = how === 'normal' ? {} : (now?.kept() ?? {})
    // The package that runs says good-bye to its own learning system first.
    frame.src = 'about:blank'
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
    const kept = how === 'normal' ? {} : (now?.kept() ?? before)
    const host = await HOSTS[standard]()
    now = launch(standard, host, kept, how === 'review' ? 'review' : 'normal', tell)
    Object.assign(window, { [API_NAMES[standard]]: now.api })
    count = 0
    lines.replaceChildren()
    frame.src = address
  }

  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-launch]'))
    button.addEventListener('click', () => void open(button.value))
  const errorsOnly = find<HTMLInputElement>('[data-errors]')
  errorsOnly.addEventListener('change', () =>
    lines.toggleAttribute('data-errors-only', errorsOnly.checked),
  )
  void open('normal')
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
  for (const cell of cells) {
    const td = document.createElement('td')
    td.textContent = cell
    line.append(td)
  }
  if (most !== null && text.length > most) line.dataset['over'] = ''
  return line
}

function showState(list: Element, kept: Readonly<Record<string, string>>): void {
  list.replaceChildren(
    ...Object.entries(kept).flatMap(([name, value]) => {
      const term = document.createElement('dt')
      term.textContent = name
      const said = document.createElement('dd')
      said.textContent = value
      return [term, said]
    }),
  )
}
