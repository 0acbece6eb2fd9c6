/** Who is asking, in which language, with which programme's words, and what was posted. */
import { defineMiddleware } from 'astro:middleware'
import type { APIContext, MiddlewareNext } from 'astro'
import { openDatabase, write } from '#db/client.ts'
import { findPerson, updateDisplay, updateLanguage } from '#db/people.ts'
import { isLanguage, type Language } from '#domain/course/course.ts'
import { keptDisplay, readDisplay, type Display } from '#domain/people/display.ts'
import { dayAt } from '#domain/calendar/days.ts'
import { localeOf } from '#domain/programme/locale.ts'
import type { Person } from '#domain/people/person.ts'
import { compress } from '#front-door/compress.ts'
import { failureResponse } from '#front-door/failure-response.ts'
import { wordsFor } from '#i18n/british-words.ts'
import { loadCourse, loadProgramme } from '#server/load-course.ts'
import { newId } from '#server/new-id.ts'
import { discard, placeForUpload } from '#server/package-store.ts'
import { one, readForm, type ReadForm } from '#server/read-form.ts'
import { receiveUpload, UPLOAD_PATH } from '#server/receive-upload.ts'
import { mayImport } from '#server/may-import.ts'
import { cookieName, cookieOptions, findSignedIn } from '#server/session.ts'
import { signIn } from '#server/sign-in.ts'
import { settings } from '#settings.ts'

const LANGUAGE_COOKIE = 'language'
const DISPLAY_COOKIE = 'display'
const MEMBERS_ONLY = /^\/(learn|coordinate|manage|record)(\/|$)/

export const onRequest = defineMiddleware(async (context, next) => {
  if (context.isPrerendered) return next()
  try {
    return await compress(context.request, await answer(context, next))
  } catch (error) {
    // Astro would log the whole error, query and all, and run this again for its own page.
    return failureResponse(error, context.request, settings().origin)
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

  if (request.method === 'POST' && !url.pathname.startsWith('/api/')) {
    const read = UPLOAD_PATH.test(url.pathname)
      ? await readUpload(context)
      : await readForm(request)
    if (read.kind === 'malformed') return next(new Request(new URL('/malformed', url)))
    const wish = one(read.form, 'switch-language')
    const file = 'file' in read && read.file ? { file: read.file } : {}
    locals.post = { kind: wish ? 'switched' : 'sent', form: read.form, ...file }
    if (isLanguage(wish)) {
      // The page of a link is somebody's who need not be the one who is signed in here.
      if (url.pathname.startsWith('/join/')) rememberLanguageHere(context, wish)
      else await rememberLanguage(context, wish)
      setWords(context, locals.person, wish, defaultProgramme)
    }
    if (!locals.person && MEMBERS_ONLY.test(url.pathname)) {
      // What was typed waits in the page until the person has signed in again.
      if (!(await signInAgain(context))) return next(new Request(new URL('/signed-out', url)))
      setWords(context, locals.person, languageOf(context, locals.person), defaultProgramme)
    }
  }
  const response = await next().finally(() => locals.upload && discard(locals.upload.file))
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
  return response
}

/** Only who may import is listened to; for others the form is empty and the page refuses as it does. */
async function readUpload({ locals, request }: APIContext): Promise<ReadForm> {
  if (!mayImport(locals.person)) return { kind: 'form', form: new Map() }
  const file = placeForUpload(locals.newId(), locals.now)
  try {
    const read = await receiveUpload(request, file)
    if (read.kind === 'form') locals.upload = read.upload
    return read
  } finally {
    // Cut off, empty, or no room on the disk: nobody will come for it.
    if (!locals.upload) discard(file)
  }
}

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

async function signInAgain(context: APIContext): Promise<boolean> {
  const { locals } = context
  if (locals.post.kind === 'none') return false
  const { form } = locals.post
  const typed = {
    name: one(form, 'again-name'),
    password: one(form, 'again-password'),
    // Whose session ended while they typed may sit at a shared computer: it ends soon again.
    shared: true,
  }
  if (!typed.name || !typed.password) return false
  const answer = await signIn(typed, context.clientAddress, locals.now)
  if (answer.kind !== 'signed-in') return false
  context.cookies.set(cookieName(), answer.secret, cookieOptions(answer.age))
  locals.person = answer.person
  locals.signedIn = await findSignedIn(answer.secret, locals.now)
  return true
}
