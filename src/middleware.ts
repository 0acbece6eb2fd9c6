/** Who is asking, in which language, with which programme's words, and what was posted. */
import { defineMiddleware } from 'astro:middleware'
import type { APIContext, MiddlewareNext } from 'astro'
import { openDatabase, write } from '#db/client.ts'
import { findPerson, updateDisplay, updateLanguage } from '#db/people.ts'
import { isLanguage, type Language } from '#domain/course/language.ts'
import { keptDisplay, readDisplay, type Display } from '#domain/people/display.ts'
import { dayAt } from '#domain/calendar/days.ts'
import { localeOf } from '#domain/programme/locale.ts'
import type { Person } from '#domain/people/person.ts'
import { compress } from '#front-door/compress.ts'
import { failureResponse } from '#front-door/failure-response.ts'
import { wordsFor } from '#i18n/british-words.ts'
import { takePost } from '#web/posted.ts'
import { OWNER_FIELD, ownerOf } from '#server/forms/form-owner.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { newId } from '#server/running/new-id.ts'
import { discard } from '#server/packages/package-store.ts'
import { one } from '#server/forms/read-form.ts'
import { cookieName, findSignedIn } from '#server/access/session.ts'
import { settings } from '#settings.ts'

const LANGUAGE_COOKIE = 'language'
const DISPLAY_COOKIE = 'display'

export const onRequest = defineMiddleware(async (context, next) => {
  if (context.isPrerendered) return next()
  try {
    return await compress(context.request, await answer(context, next))
  } catch (error) {
    // Astro would log the whole error, query and all, and run this again for its own page.
    return failureResponse(error, context.request, settings().origin, typedBy(context.locals))
  }
})

async function answer(context: APIContext, next: MiddlewareNext): Promise<Response> {
  const { databaseUrl, databaseAuthToken, dataDir, defaultProgramme } = settings()
  await openDatabase({ url: databaseUrl, authToken: databaseAuthToken, dataDir })

  const { locals, request, url } = context
  locals.now = Date.now()
  locals.newId = () => newId(locals.now)
  locals.path = url.pathname + url.search
  locals.signedIn = await findSignedIn(context.cookies.get(cookieName())?.value, locals.now)
  locals.person = locals.signedIn ? await findPerson(locals.signedIn.person) : null
  locals.post = { kind: 'none' }
  setWords(context, locals.person, languageOf(context, locals.person), defaultProgramme)

  const taken = request.method === 'POST' ? await takePost(context) : null
  if (taken && taken.kind !== 'answer') {
    // What somebody else chose on a page of theirs changes nothing for whoever is signed in.
    const wish = locals.person && !isOwn(locals) ? '' : wishOf(locals)
    if (isLanguage(wish)) {
      // The page of a link is somebody's who need not be the one who is signed in here.
      if (url.pathname.startsWith('/join/')) rememberLanguageHere(context, wish)
      else await rememberLanguage(context, wish)
    }
    const language = isLanguage(wish) ? wish : languageOf(context, locals.person)
    setWords(context, locals.person, language, defaultProgramme)
  }
  if (taken?.kind === 'page') return next(new Request(new URL(taken.page, url)))
  const response =
    taken?.kind === 'answer'
      ? taken.response
      : await next().finally(() => locals.upload && discard(locals.upload.file))
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
  return response
}

const wishOf = ({ post }: App.Locals): string =>
  post.kind === 'switched' ? one(post.form, 'switch-language') : ''

/** What was posted, where it belongs to whoever is signed in. */
const typedBy = (locals: App.Locals) =>
  locals.post && locals.post.kind !== 'none' && isOwn(locals) ? locals.post.form : null

const isOwn = ({ post, person }: App.Locals): boolean =>
  post.kind !== 'none' && one(post.form, OWNER_FIELD) === ownerOf(person)

function setWords(
  { locals, cookies }: APIContext,
  person: Person | null,
  language: Language,
  defaultProgramme: string,
): void {
  const programme = person?.roles.find((role) => role.programme)?.programme ?? defaultProgramme
  locals.display = readDisplay(person?.display || (cookies.get(DISPLAY_COOKIE)?.value ?? ''))
  speakFor(locals, programme, language)
  locals.course = loadCourse(language, locals.programme)
}

/** Lets the page speak a programme's words, spelling and days; before any of them is used. */
export function speakFor(
  locals: App.Locals,
  programme: string,
  language: Language = locals.language,
): void {
  locals.language = language
  locals.programme = loadProgramme(programme, language)
  locals.locale = localeOf(language, locals.programme)
  locals.today = dayAt(locals.now, locals.locale.timeZone)
  locals.words = wordsFor(language, locals.programme)
}

/** The person's language, else the cookie's, else the browser's first one that we have. */
function languageOf(context: APIContext, person: Person | null): Language {
  if (person) return person.language
  const cookie = context.cookies.get(LANGUAGE_COOKIE)?.value
  if (isLanguage(cookie)) return cookie
  const accepted = (context.request.headers.get('accept-language') ?? '').split(',')
  return accepted.map((part) => part.trim().slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'
}

/** In this browser alone. */
export function rememberLanguageHere({ cookies }: APIContext, language: Language): void {
  cookies.set(LANGUAGE_COOKIE, language, cookieForAYear())
}

/** In this browser and, since somebody chose it, in the account of whoever is signed in. */
export async function rememberLanguage(context: APIContext, language: Language): Promise<void> {
  rememberLanguageHere(context, language)
  const { person } = context.locals
  if (person) await write([updateLanguage(person.id, language)])
}

export async function rememberDisplay(context: APIContext, display: Display): Promise<void> {
  const kept = keptDisplay(display)
  context.cookies.set(DISPLAY_COOKIE, kept, cookieForAYear())
  const { person } = context.locals
  if (person) await write([updateDisplay(person.id, kept)])
}

const cookieForAYear = () =>
  ({
    path: '/',
    sameSite: 'lax',
    httpOnly: true,
    secure: settings().origin.startsWith('https:'),
    maxAge: 365 * 86_400,
  }) as const
