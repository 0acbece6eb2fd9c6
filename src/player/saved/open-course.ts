/** The saved course in the page of the device: its words, its carrier, and what the page around it goes on saying. */
import { isLanguage } from '#domain/course/language.ts'
import { uuidV7 } from '#domain/learning/uuid.ts'
import type { Edition, Packed } from '#domain/packages/packed.ts'
import { localeOf, varietyOf } from '#domain/programme/locale.ts'
import { drawHelp } from '#offline/shell/help.ts'
import type { SavedHere } from '#offline/shell/saved-here.ts'
import { speak } from '#offline/shell/speak.ts'
import { chooseLanguage } from '#offline/shell/start.ts'
import { startCourse } from '../app.ts'
import { bringPages } from '../course-pages.ts'
import type { Clock } from '../deeds.ts'
import { everyPage } from '../every-page.ts'
import { QUIET } from '../lms/lms-recorder.ts'
import { ALL_HERE } from '../pieces.ts'
import { moreHere } from '../queue/more.ts'
import { reader } from '../queue/reader.ts'
import { timeInWords } from '../saving-line.ts'
import { carrierOf } from './carrier.ts'
import { courseHere, missingHere } from './course-here.ts'
import { displayHere } from './display-here.ts'
import { bringWordsOf, savedWordsIn } from './words-here.ts'

const now = (): number => Date.now()
const clock: Clock = {
  now,
  newId: () => uuidV7(now(), crypto.getRandomValues(new Uint8Array(10))),
}

export async function openCourse(here: SavedHere): Promise<void> {
  const { language, modules, help, owner } = here
  if (language !== document.documentElement.lang) speak(language)
  drawHelp(help)
  const programme = programmeOf(here)
  await bringWordsOf(varietyOf(language, programme))
  const words = savedWordsIn(language)
  const holds =
    matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) < 600
  const device = holds ? words.phone : words.device
  const line = showLine()
  const around = {
    words,
    here: device,
    time: (at: number) => timeInWords(at, localeOf(language, programme)),
    settings: displayHere,
  }
  const carrier = owner ? carrierOf(owner, around, line) : null
  const course = courseHere(modules, owner?.opened ?? [])
  const packed: Packed = {
    course,
    programme,
    standard: '2004',
    others: [],
    manner: QUIET,
    media: false,
    release: course.release,
    builtOn: '',
  }
  const more = moreHere(carrier, {
    words,
    here: device,
    missing: missingHere(modules),
    home: '/saved',
    clock,
  })
  bringPages(everyPage)
  // The course is drawn in one language: another one is another visit.
  document.addEventListener('click', inLanguage, true)
  await startCourse(packed, carrier?.recorder ?? reader(around), clock, ALL_HERE, more)
  await carrier?.recorder.send()
}

/** Whom to call; the programme's own words of it came with the modules. */
function programmeOf({ help, modules }: SavedHere): Edition['programme'] {
  const theirs = help.find(({ programme }) => programme === modules[0]?.programme) ?? help[0]
  if (!theirs) throw new Error('The contacts of this programme are not saved here.')
  return theirs.words
}

/** Where what is saved is said. */
function showLine(): HTMLElement {
  const line = document.querySelector<HTMLElement>('[data-part="saving"]')
  if (!line) throw new Error('The page has no line for what is saved.')
  line.hidden = false
  return line
}

function inLanguage(event: MouseEvent): void {
  const button = (event.target as Element).closest<HTMLElement>('[data-to-language]')
  const language = button?.dataset['toLanguage']
  if (!isLanguage(language)) return
  event.stopPropagation()
  chooseLanguage(language)
  location.reload()
}
