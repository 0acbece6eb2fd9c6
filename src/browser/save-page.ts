/** The parts of the page on which the course is saved, and what they say. */
import type { Language } from '#domain/course/language.ts'
import type { Persistence } from '#offline/persistence.ts'
import type { OnDevice } from '#offline/save.ts'

export interface SavePage {
  readonly language: Language
  /** Whose page it is, the release, the language: as `data-device` has it. */
  readonly device: string
  readonly person: string
  readonly rows: readonly HTMLElement[]
  readonly part: <E extends HTMLElement>(what: string) => E
  /** What is said stands where it was pressed. @param at a row; null: by the whole course */
  moveTo(at: HTMLElement | null): void
  /** @param what an outcome, or another word that the page brought along */
  say(what: string, isGood: boolean, at?: string): void
  /** @param all null: this browser keeps nothing */
  draw(all: readonly OnDevice[] | null): void
  sayHowLong(promised: Persistence): void
}

export const slugOf = (row: HTMLElement): string => row.dataset['module'] ?? ''
export const bytesOf = (row: HTMLElement): number => Number(row.dataset['bytes'])

export function savePage(root: HTMLElement): SavePage {
  const { saving: device = '', said = '{}' } = root.dataset
  const [person = '', named = ''] = device.split(' ')
  // Behind a dot stands for which session it is (web/device.ts).
  const [release] = named.split('.')
  const language = root.dataset['language'] as Language
  const words = JSON.parse(said) as Record<string, string>
  const rows = [...root.querySelectorAll<HTMLElement>('[data-module]')]
  const part = <E extends HTMLElement>(what: string, within: HTMLElement = root): E => {
    const found = within.querySelector<E>(what)
    if (!found) throw new Error(`The page has no ${what}.`)
    return found
  }
  const show = (what: string, is: boolean, within = root): void =>
    void (part(what, within).hidden = !is)

  const drawRow = (row: HTMLElement, saved: OnDevice | undefined): void => {
    show('[data-save]', !saved, row)
    show('[data-free]', Boolean(saved), row)
    show('[data-saved]', Boolean(saved), row)
    const isOld = saved !== undefined && saved.release !== release
    part('[data-saved]', row).textContent = words[isOld ? 'isOlder' : 'isSaved'] ?? ''
  }

  return {
    language,
    device,
    person,
    rows,
    part: (what) => part(what),
    moveTo: (at) => {
      const line = [part('[data-status]'), part('progress')]
      if (at) part('[data-here]', at).prepend(...line)
      else part('[data-save-whole]').parentElement?.before(...line)
    },
    say: (what, isGood, at = '[data-status]') => {
      const line = part(at)
      line.hidden = false
      line.textContent = words[what] ?? ''
      if (isGood) delete line.dataset['tone']
      else line.dataset['tone'] = 'warn'
    },
    draw: (all) => {
      show('[data-keeps-nothing]', all === null)
      show('[data-keeps]', all !== null)
      const here = (all ?? []).filter((one) => one.language === language)
      for (const row of rows)
        drawRow(
          row,
          here.find(({ module }) => module === slugOf(row)),
        )
      show('[data-save-whole]', here.length < rows.length)
      show('[data-free-whole]', Boolean(all?.length))
      show('[data-others]', Boolean(all && all.length > here.length))
    },
    sayHowLong: (promised) => {
      show('[data-persisted]', promised === 'promised')
      show('[data-not-persisted]', promised === 'refused')
      show('[data-iphone]', isIphone() && !isOnHomeScreen())
    },
  }
}

/** Newer iPads call themselves a Mac; no Mac has a finger on its screen. */
const isIphone = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (navigator.userAgent.includes('Mac OS X') && navigator.maxTouchPoints > 1)

const isOnHomeScreen = (): boolean => matchMedia('(display-mode: standalone)').matches
