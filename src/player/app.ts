/** The course in a window: draws the place, turns forms into records, says what is saved. */
import type { Packed } from '#domain/course/packed.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { readAloud } from '#read-aloud/read-aloud.ts'
import { actOn } from './actions.ts'
import type { Clock } from './deeds.ts'
import { draw } from './draw.ts'
import { leaving } from './leaving.ts'
import { CONTENTS, hashOf, LINKS, placeOf, unitAt, type Place } from './place.ts'
import type { Loaded, Recorder } from './recorder.ts'
import { savingWords } from './saving-line.ts'
import type { Refused, Rewound, Scene } from './scene.ts'
import { jumpTo, part, say, show } from './screen.ts'
import { wordsIn } from './words.ts'

/** What changes while somebody works. */
interface State {
  progress: Progress
  place: Place
  lastItem: string | null
  refused: Refused | null
  rewound: Rewound | null
}

export async function startCourse(packed: Packed, recorder: Recorder, clock: Clock): Promise<void> {
  const loaded = await recorder.load()
  run(packed, recorder, clock, loaded)
}

function run(packed: Packed, recorder: Recorder, clock: Clock, loaded: Loaded): void {
  const { course } = packed
  const { language } = course
  const words = wordsIn(language)
  let drawnAt = 0
  let silence = (): void => undefined
  let state: State = {
    progress: loaded.progress,
    // Where something was lost, it is said above the contents.
    place: loaded.trouble ? CONTENTS : loaded.place,
    lastItem: null,
    refused: null,
    rewound: null,
  }

  const sceneNow = (): Scene => ({
    ...state,
    course,
    words: words.player,
    frame: { language, words: words.course, links: LINKS },
    trouble: loaded.trouble,
    connected: CONNECTED[recorder.saving().kind] ?? 'yes',
  })

  const sayWhatIsSaved = (): void => {
    if (exit.left()) return
    const saving = recorder.saving()
    say('saving', savingWords(saving, words.player, language))
    part('saving').dataset['saving'] = saving.kind
  }

  const drawNow = (moveFocus: boolean): void => {
    const { title, body } = draw(sceneNow())
    document.title = `${state.refused ? words.player.errorPrefix : ''}${title} – ${course.title}`
    silence()
    show(body, moveFocus)
    silence = readAloud(part('main'))
    drawnAt = clock.now()
  }

  const visit = (): void => {
    state.lastItem = unitAt(state.place) ?? state.lastItem
    recorder.visit(state.place)
    sayWhatIsSaved()
  }

  /** A link was followed, or the browser went back. */
  const follow = (): void => {
    if (exit.left()) return
    const place = placeOf(course, location.hash)
    if (hashOf(place) === hashOf(state.place) && place.kind !== 'unknown') return
    state = { ...state, place, refused: null, rewound: null }
    visit()
    drawNow(true)
  }

  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (exit.left() || !(event.target instanceof HTMLFormElement)) return
    const fields = new FormData(event.target)
    const act = event.submitter instanceof HTMLButtonElement ? event.submitter.value : ''
    const reply = fields.get('reply')
    const outcome = actOn(
      sceneNow(),
      { act, options: fields.getAll('option').map(String), reply: reply && String(reply) },
      clock,
    )
    if (!outcome) return
    const { records, ...after } = outcome
    const before = state.place
    state = { ...state, ...after }
    if (records.length) recorder.record(records, state.progress)
    // An answer replaces the page that asked: "back" leads to the page before it.
    const stays = before.kind === state.place.kind
    if (location.hash !== hashOf(state.place))
      history[stays ? 'replaceState' : 'pushState'](null, '', hashOf(state.place))
    visit()
    drawNow(true)
  }

  const click = (event: MouseEvent): void => {
    // The second half of a double click must not press what has just been drawn.
    if (event.detail > 1 && clock.now() - drawnAt < 500) return event.preventDefault()
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    const address = link?.getAttribute('href') ?? '#/'
    if (address.startsWith('#/')) return
    event.preventDefault()
    jumpTo(address.slice(1))
  }

  const exit = leaving(packed, recorder, () => state.place)
  recorder.onSaving(sayWhatIsSaved)
  window.addEventListener('hashchange', follow)
  document.addEventListener('submit', submit)
  document.addEventListener('click', click)
  // A reload keeps the page that the address names; a launch has no address of ours.
  const asked = placeOf(course, location.hash)
  if (asked.kind !== 'contents' && asked.kind !== 'unknown') state.place = asked
  history.replaceState(null, '', hashOf(state.place))
  visit()
  drawNow(false)
}

const CONNECTED: Partial<Record<string, Scene['connected']>> = {
  'not-connected': 'no',
  'looking-back': 'looking-back',
}
