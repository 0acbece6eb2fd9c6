/** In which language and with which programme's words a request is answered. */
import { dayAt } from '#domain/calendar/days.ts'
import { isLanguage, LANGUAGES, type Language } from '#domain/course/language.ts'
import { keptDisplay, readDisplay, type Display } from '#domain/people/display.ts'
import { isAdministrator, type Person } from '#domain/people/person.ts'
import { localeOf } from '#domain/programme/locale.ts'
import { wordsFor } from '#i18n/words.ts'
import { courseFor } from '#server/course/course-of.ts'
import { findProgramme, loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { keepDisplay, keepLanguage } from '#server/people/keep-reading.ts'
import { cookieNamed, isSecure } from './cookies.ts'
import type { APIContext } from 'astro'

const languageCookie = (): string => cookieNamed('language')
const displayCookie = (): string => cookieNamed('display')

export function setWords(
  { locals, cookies }: APIContext,
  person: Person | null,
  language: Language,
  defaultProgramme: string,
): void {
  const programme = person?.roles.find((role) => role.programme)?.programme ?? defaultProgramme
  locals.languages = languagesFor(person)
  locals.display = readDisplay(person?.display || (cookies.get(displayCookie())?.value ?? ''))
  speak(locals, programme, language)
  locals.course = courseFor(person, loadCourse(locals.language, locals.programme))
}

/** Whoever is not signed in may come for any programme; administrators look after all of them. */
function languagesFor(person: Person | null): readonly Language[] {
  if (!person || isAdministrator(person)) return LANGUAGES
  const theirs = person.roles.flatMap(
    ({ programme }) => findProgramme(programme, 'en')?.languages ?? [],
  )
  return theirs.length ? LANGUAGES.filter((language) => theirs.includes(language)) : LANGUAGES
}

/** Lets the page speak a programme's words, spelling and days; before any of them is used. */
export function speakFor(
  locals: App.Locals,
  programme: string,
  language: Language = locals.language,
): void {
  // Whoever has no account yet reads what this programme offers.
  if (!locals.person) locals.languages = loadProgramme(programme, language).languages
  speak(locals, programme, language)
}

function speak(locals: App.Locals, programme: string, wish: Language): void {
  const [first = wish] = locals.languages
  const language = locals.languages.includes(wish) ? wish : first
  locals.language = language
  locals.programme = loadProgramme(programme, language)
  locals.locale = localeOf(language, locals.programme)
  locals.today = dayAt(locals.now, locals.locale.timeZone)
  locals.words = wordsFor(language, locals.programme)
}

/** The person's language, else the cookie's, else the browser's first one that we have. */
export function languageOf(context: APIContext, person: Person | null): Language {
  if (person) return person.language
  const cookie = context.cookies.get(languageCookie())?.value
  if (isLanguage(cookie)) return cookie
  const accepted = (context.request.headers.get('accept-language') ?? '').split(',')
  return accepted.map((part) => part.trim().slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'
}

/** In this browser alone. */
export function rememberLanguageHere({ cookies }: APIContext, language: Language): void {
  cookies.set(languageCookie(), language, cookieForAYear())
}

/** In this browser and, since somebody chose it, in the account of whoever is signed in. */
export async function rememberLanguage(context: APIContext, language: Language): Promise<void> {
  rememberLanguageHere(context, language)
  const { person } = context.locals
  if (person) await keepLanguage(person, language)
}

export async function rememberDisplay(context: APIContext, display: Display): Promise<void> {
  const kept = keptDisplay(display)
  context.cookies.set(displayCookie(), kept, cookieForAYear())
  const { person } = context.locals
  if (person) await keepDisplay(person, kept)
}

const cookieForAYear = () =>
  ({
    path: '/',
    sameSite: 'lax',
    httpOnly: true,
    secure: isSecure(),
    maxAge: 365 * 86_400,
  }) as const
