/** check.html: asks the learning system and says in plain words what it answers. */
import type { Language } from '#domain/course/language.ts'
import { editionsOf, type Packed } from '#domain/packages/packed.ts'
import { localeOf } from '#domain/programme/locale.ts'
import { check as en, type CheckWords } from '#i18n/en/check.ts'
import { check as es } from '#i18n/es/check.ts'
import { dayInWords } from '#view/days.ts'
import { html, type Html } from '#view/html.ts'
import { call } from './lms/call.ts'
import { DIALECTS } from './lms/connect.ts'
import { findApi, type WindowLike } from './lms/find-api.ts'
import { probe, type Counted } from './lms/probe.ts'
import { show, swapShell } from './screen.ts'
import { wordsIn } from './words.ts'

/** Trainees never need them. British and American ones are the same. */
const WORDS: Readonly<Record<Language, CheckWords>> = { en, es }

type Line = readonly [what: string, answer: string]

export function startCheck(packed: Packed, own: WindowLike & Window, now: () => number): void {
  const answers = ask(packed, own, now)
  const drawIn = (language: Language, moveFocus: boolean): void => {
    const edition = editionsOf(packed).find(({ course }) => course.language === language)
    const { course, programme } = edition ?? packed
    swapShell(course.language)
    const words = WORDS[course.language]
    const made = wordsIn(course.language).player.version(
      packed.release,
      dayInWords(packed.builtOn, localeOf(course.language, programme)),
    )
    const lines: Line[] = [
      [words.standard, DIALECTS[packed.standard].standard],
      [words.course, `${course.title}. ${made}`],
      ...answers(words),
    ]
    document.title = `${words.title} – ${course.title}`
    show(page(words, lines, rulesOf(packed, words)), moveFocus)
  }
  document.addEventListener('click', ({ target }) => {
    const button =
      target instanceof Element ? target.closest<HTMLElement>('[data-to-language]') : null
    if (button) drawIn(button.dataset['toLanguage'] as Language, true)
  })
  // The course names its language in the link; opened on its own, that of the browser.
  drawIn((own.location.hash.slice(1) || navigator.language.slice(0, 2)) as Language, false)
}

/** Once; what was answered can then be said in each language. */
function ask(
  packed: Packed,
  own: WindowLike & Window,
  now: () => number,
): (words: CheckWords) => Line[] {
  const dialect = DIALECTS[packed.standard]
  const wanted = { name: dialect.apiName, method: dialect.methods.initialize }
  const found = findApi(own, wanted)
  if (!found) return (words) => [[words.found, words.none(dialect.apiName)]]
  const { api } = found
  const seen = probe(dialect, api, now)
  const lastError = call(api, dialect.methods.lastError)
  if (!seen)
    return (words) => [
      [words.found, words.where[found.where]],
      [words.begun, words.refused(lastError)],
    ]
  // Its own connection ends with this page; a shared one belongs to the course.
  if (!seen.shared) own.addEventListener('pagehide', () => call(api, dialect.methods.terminate, ''))
  return (words) => [
    [words.found, words.where[found.where]],
    [words.begun, seen.shared ? words.begunBefore : words.begunHere],
    [words.mode, words.modes[seen.mode]],
    [words.status, seen.statuses.filter(Boolean).join(', ') || words.empty],
    [words.score, seen.score || words.empty],
    [words.kept, words.keptWords(seen.stateLength)],
    ...testLines(seen.test, words),
    [words.lists(words.interactions), listWords(seen.lists.interactions, words)],
    [words.lists(words.objectives), listWords(seen.lists.objectives, words)],
    [words.lastError, lastError || words.empty],
  ]
}

function testLines(test: NonNullable<ReturnType<typeof probe>>['test'], words: CheckWords): Line[] {
  if (!test) return [[words.writes, words.notTried]]
  const { holds, isLimit, took, restored } = test
  const enough = holds >= NEEDED
  return [
    [words.writes, restored ? (holds ? words.writesWell : words.writesBadly) : words.restoredBadly],
    [words.room, enough ? words.roomEnough(holds) : words.roomShort(holds)],
    [words.limits, isLimit ? words.limitFound(holds) : words.limitOpen(holds)],
    [words.commitTime, words.milliseconds(took)],
  ]
}

const listWords = ({ count, error }: Counted, words: CheckWords): string =>
  count === '' ? words.listNone(error) : words.listCount(count)

/** What this package tells, as whoever made it decided. */
const rulesOf = ({ manner }: Packed, words: CheckWords): string[] => [
  words.ruleStart,
  words.ruleEnd,
  words.ruleQuiz,
  manner.tries && manner.failure !== 'nothing'
    ? words.ruleTries(manner.tries, manner.failure)
    : words.ruleNever,
  manner.answers ? words.ruleAnswers : words.ruleNoAnswers,
  ...(manner.sessions ? [words.ruleSessions] : []),
  words.rulePrivate,
]

const NEEDED = 4000

const page = (words: CheckWords, lines: readonly Line[], rules: readonly string[]): Html =>
  html`<h1 class="govuk-heading-xl" data-focus tabindex="-1">${words.title}</h1>
    <p class="govuk-body-l">${words.intro}</p>
    <table class="govuk-table">
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">${words.what}</th>
          <th scope="col" class="govuk-table__header">${words.answer}</th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${lines.map(
          ([what, answer]) =>
            html`<tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">${what}</th>
              <td class="govuk-table__cell">${answer}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <h2 class="govuk-heading-m">${words.rules}</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${rules.map((rule) => html`<li>${rule}</li>`)}
    </ul>`
