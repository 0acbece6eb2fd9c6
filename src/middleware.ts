/** Who is asking, in which language, with which programme's words, and what was posted. */
import { defineMiddleware } from 'astro:middleware'
import type { APIContext, MiddlewareNext } from 'astro'
import { openDatabase } from '#db/client.ts'
import { findPerson } from '#db/people.ts'
import { isLanguage } from '#domain/course/language.ts'
import { compress } from '#front-door/compress.ts'
import { failureResponse } from '#front-door/failure-response.ts'
import { takePost } from '#web/posted.ts'
import { languageOf, rememberLanguage, rememberLanguageHere, setWords } from '#web/speak.ts'
import { OWNER_FIELD, ownerOf } from '#server/forms/form-owner.ts'
import { newId } from '#server/running/new-id.ts'
import { discard } from '#server/packages/package-store.ts'
import { one } from '#server/forms/read-form.ts'
import { cookieName, findSignedIn } from '#server/access/session.ts'
import { settings } from '#settings.ts'

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
