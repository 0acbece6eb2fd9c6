/** Starts the page of a device without a connection, at whichever address it is shown. */
import { isLanguage, type Language } from '#domain/course/language.ts'
import { answers, drawHome, sayConnection, tryAgain } from './home.ts'
import { savedHere } from './saved-here.ts'
import { asked, searchHere } from './search.ts'
import { speak } from './speak.ts'

const CHOSEN = 'saved-language'

/** On this page, in this visit. */
export function chosenLanguage(): Language | null {
  try {
    const language = sessionStorage.getItem(CHOSEN)
    return isLanguage(language) ? language : null
  } catch {
    return null
  }
}

export function chooseLanguage(language: Language): void {
  try {
    sessionStorage.setItem(CHOSEN, language)
  } catch {
    // Then it holds for as long as the page stands.
  }
}

let wish: Language | null = null

export async function startShell(): Promise<void> {
  document.addEventListener('click', (event) => void press(event))
  for (const change of ['online', 'offline', 'visibilitychange'])
    addEventListener(change, () => void sayConnection().then(draw))
  document.addEventListener('submit', (event) => {
    event.preventDefault()
    const query = new FormData(event.target as HTMLFormElement).get('q')
    void search(String(query ?? ''))
  })
  wish = chosenLanguage()
  await draw()
  await sayConnection()
  await draw()
  if (asked()) await search(asked())
  else if (location.hash === '#q') document.querySelector<HTMLElement>('#q')?.focus()
}

async function draw(): Promise<void> {
  const here = await savedHere(wish)
  if (here.language !== document.documentElement.lang) speak(here.language)
  drawHome(here)
}

async function press(event: MouseEvent): Promise<void> {
  const button = (event.target as Element).closest<HTMLElement>('[data-act], [data-to-language]')
  const language = button?.dataset['toLanguage']
  if (isLanguage(language)) {
    wish = language
    chooseLanguage(language)
    await draw()
    await sayConnection()
    document.querySelector<HTMLElement>('[data-to-language]')?.focus()
  }
  if (button?.dataset['act'] === 'back') history.back()
  if (button?.dataset['act'] === 'again') await again()
}

async function search(query: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('#q')
  if (field) field.value = query
  const here = await savedHere(wish)
  if (here.modules.length === 0) return
  await searchHere(here, query)
  document.querySelector<HTMLElement>('[data-found]')?.focus()
}

async function again(): Promise<void> {
  if (await answers()) return tryAgain()
  const line = document.querySelector<HTMLElement>('[data-again]')
  if (!line) return
  line.hidden = false
  line.textContent = line.dataset['text'] ?? ''
  line.focus()
}
