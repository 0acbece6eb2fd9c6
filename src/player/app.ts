/** The course in a window: draws the place, turns forms into records, says what is saved. */
import type { Language } from '#domain/course/language.ts'
import { editionsOf, type Edition, type Packed } from '#domain/packages/packed.ts'
import { localeOf, type Locale } from '#domain/programme/locale.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { nextStep, onwardFrom } from '#domain/learning/steps.ts'
import { CARD_TURNED } from '#read-aloud/cards.ts'
import { html } from '#view/html.ts'
import type { Outcome } from './actions.ts'
import { coursePages } from './course-pages.ts'
import type { Clock } from './deeds.ts'
import { leaving } from './leaving.ts'
import { contentsPage } from './pages/contents.ts'
import type { Pieces } from './pieces.ts'
import { CONTENTS, hashOf, LINKS, pieceAt, placeOf, unitAt, type Place } from './place.ts'
import type { Loaded, Recorder } from './recorder.ts'
import { savingWords } from './saving-line.ts'
import type { Beside, Drawing, Refused, Rewound, Scene } from './scene.ts'
import { jumpTo, markPlace, part, say, show, swapShell } from './screen.ts'
import { dressPage, readSettings, type Settings } from './settings.ts'
import { waitingPage } from './waiting.ts'
import { findWords, wordsIn } from './words.ts'

/** What changes while somebody works. */
interface State {
  progress: Progress
  place: Place
  settings: Settings
  settingsKept: boolean
  lastItem: string | null
  refused: Refused | null
  rewound: Rewound | null
  answered: string | null
}

/** Pages and forms that only some carriers have. */
export interface More extends Beside {
  /**
   * Null where the form is one of the course. The promise ends with what comes of it where somebody is by then: they may
   * have gone on meanwhile.
   */
  act(scene: Scene, act: string, fields: FormData): Promise<(now: Scene) => Outcome> | null
}

export async function startCourse(
  packed: Packed,
  recorder: Recorder,
  clock: Clock,
  pieces: Pieces,
  more: More | null = null,
): Promise<void> {
  const loaded = await recorder.load()
  run(packed, recorder, clock, pieces, more, loaded)
}

function run(
  packed: Packed,
  recorder: Recorder,
  clock: Clock,
  pieces: Pieces,
  more: More | null,
  loaded: Loaded,
): void {
  let edition: Edition = packed
  let words = wordsIn(edition.course.language)
  let drawnAt = 0
  let silence = silent
  let state: State = {
    progress: loaded.progress,
    // Where something was lost, it is said above the contents.
    place: loaded.trouble ? CONTENTS : loaded.place,
    settings: loaded.settings,
    settingsKept: false,
    lastItem: loaded.lastItem ?? null,
    refused: null,
    rewound: null,
    answered: null,
  }
  const links = packed.media ? { ...LINKS, media: 'media/' } : LINKS

  const localeOfEdition = (): Locale => localeOf(edition.course.language, edition.programme)

  const sceneNow = (): Scene => ({
    ...state,
    course: edition.course,
    salt: loaded.salt ?? '',
    words: words.player,
    frame: {
      language: edition.course.language,
      locale: localeOfEdition(),
      words: words.course,
      links,
    },
    manner: packed.manner,
    contact: edition.programme.contact,
    trouble: loaded.trouble,
    connected: CONNECTED[recorder.saving().kind] ?? 'yes',
    beside: more,
  })

  const sayWhatIsSaved = (): void => {
    if (exit.left()) return
    const saving = recorder.saving()
    say('saving', savingWords(saving, words.player, localeOfEdition()))
    part('saving').dataset['saving'] = saving.kind
  }

  /** Null while something that the page is drawn from is not here. */
  const draw = (scene: Scene): Drawing | null => {
    if (scene.place.kind === 'contents') return contentsPage(scene)
    const isHere = pieces.has(pieceAt(scene.course, scene.place))
    return isHere ? (coursePages()?.draw(scene) ?? null) : null
  }

  /** @param failed what this place is drawn from was asked for, and did not come */
  const drawNow = (moveFocus: boolean, failed = false): void => {
    const drawn = draw(sceneNow())
    const { title, body } = drawn ?? waitingPage(sceneNow(), failed)
    document.title = `${state.refused ? words.player.errorPrefix : ''}${title} – ${edition.course.title}`
    silence()
    show(html`${more?.summary(sceneNow())} ${body}`, moveFocus)
    markPlace(state.place)
    silence = coursePages()?.readAloud(part('main')) ?? silent
    drawnAt = clock.now()
    if (drawn) lookAhead()
    else if (!failed) bring(pieceAt(edition.course, state.place), moveFocus)
  }

  /** For whoever still waits for it when it comes, or does not come. */
  const bring = (name: string | null, moveFocus: boolean): void =>
    void pieces.bring(name).then((came) => {
      const waits = state.place.kind !== 'contents' && pieceAt(edition.course, state.place) === name
      if (!exit.left() && waits) drawNow(moveFocus, !came)
    })

  /** What comes next is there before somebody asks for it. */
  const lookAhead = (): void => {
    const { course } = edition
    const unit = unitAt(state.place)
    const next = unit
      ? onwardFrom(course, state.progress, unit)
      : nextStep(course, state.progress, state.lastItem)
    void pieces.bring(next?.module.slug ?? null)
  }

  const arrive = (): void => {
    state.lastItem = unitAt(state.place) ?? state.lastItem
    sayWhatIsSaved()
  }

  const visit = (): void => {
    // A page beside the course is not where somebody wants to be brought back to.
    if (state.place.kind !== 'page') recorder.visit(state.place)
    arrive()
  }

  const speak = (language: Language): void => {
    const wanted = editionsOf(packed).find(({ course }) => course.language === language)
    const theirs = findWords(language)
    if (!wanted || wanted === edition || !theirs || !swapShell(language)) return
    edition = wanted
    words = theirs
  }

  const keep = (settings: Settings): void => {
    state = { ...state, settings, settingsKept: true, refused: null }
    dressPage(document.documentElement, settings)
    recorder.keep(settings)
    sayWhatIsSaved()
  }

  /** The same page in the other language; the button that was pressed is gone, so focus moves to the page. */
  const switchTo = (language: Language): void => {
    speak(language)
    keep({ ...state.settings, language })
    drawNow(true)
  }

  /** The voice went on to the next card; nothing is written for it. */
  const turned = (event: Event): void => {
    if (!(event.target instanceof HTMLElement) || state.place.kind !== 'item') return
    state = { ...state, place: { ...state.place, section: Number(event.target.dataset['card']) } }
    history.replaceState(null, '', hashOf(state.place))
  }

  /** A link was followed, or the browser went back. */
  const follow = (): void => {
    if (exit.left()) return
    const place = placeOf(edition.course, location.hash)
    if (hashOf(place) === hashOf(state.place) && place.kind !== 'unknown') return
    state = { ...state, place, settingsKept: false, refused: null, rewound: null, answered: null }
    visit()
    drawNow(true)
  }

  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (exit.left() || !(event.target instanceof HTMLFormElement)) return
    const fields = new FormData(event.target)
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null
    const act = button?.value ?? ''
    if (act === 'display') {
      const field = (name: string): string => String(fields.get(name) ?? '')
      keep(readSettings(state.settings, field))
      return drawNow(true)
    }
    const written = more?.act(sceneNow(), act, fields)
    if (written) return void written.then((outcome) => take(outcome(sceneNow())))
    const reply = fields.get('reply')
    const options = fields.getAll('option').map(String)
    const form = fields.get('form')?.toString()
    const said = { act, options, form, reply: reply && String(reply) }
    take(coursePages()?.actOn(sceneNow(), said, clock) ?? null)
  }

  const take = (outcome: Outcome | null): void => {
    if (!outcome || exit.left()) return
    const { records, ...after } = outcome
    const before = state.place
    state = { ...state, ...after }
    if (records.length) recorder.record(records, state.progress, state.place)
    if (location.hash !== hashOf(state.place))
      history[isSamePage(before, state.place) ? 'replaceState' : 'pushState'](
        null,
        '',
        hashOf(state.place),
      )
    if (records.length) arrive()
    else visit()
    drawNow(true)
  }

  const click = (event: MouseEvent): void => {
    // The second half of a double click must not press what has just been drawn.
    if (event.detail > 1 && clock.now() - drawnAt < 500) return event.preventDefault()
    if (!(event.target instanceof Element)) return
    const button = event.target.closest<HTMLElement>(
      '[data-part="exit"], [data-part="again"], [data-to-language]',
    )
    if (button) {
      if (button.dataset['part'] === 'again') return drawNow(true)
      const language = button.dataset['toLanguage']
      return language ? switchTo(language as Language) : exit.pressed()
    }
    const link = event.target.closest('a[href^="#"]')
    const address = link?.getAttribute('href') ?? '#/'
    if (address.startsWith('#/')) return
    event.preventDefault()
    jumpTo(address.slice(1))
  }

  const exit = leaving(
    recorder,
    () => state.place,
    () => ({ words: words.player, title: edition.course.title, locale: localeOfEdition() }),
  )
  recorder.onSaving(sayWhatIsSaved)
  recorder.onProgress?.((progress) => {
    state = { ...state, progress }
    // Nobody is interrupted in the middle of a page.
    if (state.place.kind === 'contents') drawNow(false)
  })
  // The network is back: nobody should have to wait for the next try.
  window.addEventListener('online', () => {
    if (recorder.saving().kind === 'not-saved') recorder.visit(state.place)
  })
  window.addEventListener('hashchange', follow)
  document.addEventListener('submit', submit)
  document.addEventListener('click', click)
  document.addEventListener(CARD_TURNED, turned)
  // Until somebody chose, the language of the browser, where the package has it.
  speak(state.settings.language ?? (navigator.language.slice(0, 2) as Language))
  dressPage(document.documentElement, state.settings)
  // A reload keeps the page that the address names; a launch has no address of ours.
  const asked = placeOf(edition.course, location.hash)
  if (asked.kind !== 'contents' && asked.kind !== 'unknown') state.place = asked
  history.replaceState(null, '', hashOf(state.place))
  visit()
  drawNow(false)
}

const silent = (): void => undefined

/** An answer replaces the page that asked: "back" leads to the page before it. Cards and questions follow one another. */
const isSamePage = (before: Place, after: Place): boolean =>
  before.kind === after.kind &&
  before.kind !== 'item' &&
  !(before.kind === 'question' && after.kind === 'question' && before.slug !== after.slug)

const CONNECTED: Partial<Record<string, Scene['connected']>> = {
  'not-connected': 'no',
  'looking-back': 'looking-back',
}
