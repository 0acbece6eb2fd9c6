/** The lines that say what became of what somebody typed: by the button of its form, or at the top of the page. */
import { kept as en } from '#i18n/en/kept.ts'
import { kept as es } from '#i18n/es/kept.ts'
import { placeOf } from './ours.ts'

export const t = document.documentElement.lang === 'es' ? es : en

const isPhone =
  matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) < 600

/** What the reader holds. */
export const here = isPhone ? t.phone : t.device

/** `done`: it is saved; `wait`: it stands so, or goes on; `warn`: it is not. See styles/foundation/_tones.scss. */
export type Tone = 'done' | 'wait' | 'warn'

export type Act =
  | { readonly text: string; readonly to: string }
  | { readonly text: string; readonly press: () => void }

/** An empty line, which is not seen. */
function makeLine(): HTMLElement {
  const line = document.createElement('div')
  Object.assign(line, { className: 'draft-status draft-status--back', tabIndex: -1 })
  line.setAttribute('role', 'status')
  return line
}

/** Above the button that sends the form. */
export function lineIn(form: HTMLFormElement): HTMLElement {
  const line = makeLine()
  placeOf({ form, pressed: null }).before(line)
  return line
}

export function lineAtTop(): HTMLElement {
  const line = makeLine()
  document.querySelector('main')?.prepend(line)
  return line
}

export function say(line: HTMLElement, tone: Tone, text: string, acts: readonly Act[] = []): void {
  const words = document.createElement('p')
  words.textContent = text
  if (tone === 'done') delete line.dataset['tone']
  else line.dataset['tone'] = tone
  line.replaceChildren(words, ...acts.map(made))
}

function made(act: Act): HTMLElement {
  if ('to' in act) {
    const link = document.createElement('a')
    Object.assign(link, { className: 'govuk-link', href: act.to, textContent: act.text })
    return link
  }
  const button = document.createElement('button')
  Object.assign(button, { className: 'quiet-button', type: 'button', textContent: act.text })
  button.addEventListener('click', act.press)
  return button
}

/** As a link leads there, and afresh where it is this page. */
export function go(to: string): void {
  const { pathname, search, hash } = new URL(to, location.href)
  const isHere = pathname === location.pathname && search === location.search
  location.assign(to)
  if (isHere && hash) location.reload()
}
