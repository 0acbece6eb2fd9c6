/** Who is asking, in which language, with which programme's words, and what was posted. */
import { defineMiddleware } from 'astro:middleware'
import type { APIContext, MiddlewareNext } from 'astro'
import { isLanguage } from '#domain/course/language.ts'
import { compress } from '#front-door/compress.ts'
import { failureResponse } from '#front-door/failure-response.ts'
import { isAskable } from '#web/about-pages.ts'
import { noteWhereDenied } from '#web/denied.ts'
import { isTrainee, readsLearner } from '#web/enter.ts'
import { asksAs } from '#web/asks-as.ts'
import { setUpFirst } from '#web/factor.ts'
import { answeredInPlace, isInPlace, notTheirsInPlace } from '#web/in-place.ts'
import { takePost } from '#web/posted.ts'
import { languageOf, rememberLanguage, rememberLanguageHere, setWords } from '#web/speak.ts'
import { OWNER_FIELD, ownerOf } from '#domain/people/form-owner.ts'
import { newId } from '#server/trail/new-id.ts'
import { discard } from '#server/packages/package-store.ts'
import { one } from '#server/forms/read-form.ts'
import { loadAskedHere } from '#server/learning/asked-here.ts'
import { cookieName, whoAsks } from '#server/access/session.ts'
import { actingFrom } from '#server/trail/from-where.ts'
import { openStore } from '#server/running/open-store.ts'
import { settings } from '#settings.ts'

export const onRequest = defineMiddleware(async (context, next) => {
  if (context.isPrerendered) return next()
  context.locals.door?.noteRoute(context.routePattern)
  try {
    const { clientAddress: address, request } = context
    const agent = request.headers.get('user-agent') ?? ''
    const response = await actingFrom({ address, agent }, () => answer(context, next))
    return await compress(request, response)
  } catch (error) {
    // Astro would log the whole error, query and all, and run this again for its own page.
    const { locals, request } = context
    return failureResponse(
      error,
      request,
      settings().origin,
      typedBy(locals),
      locals.door?.request ?? '',
    )
  }
})

async function answer(context: APIContext, next: MiddlewareNext): Promise<Response> {
  const { castAllowed, defaultProgramme } = settings()
  await openStore()

  const { locals, request, url } = context
  locals.now = Date.now()
  locals.isCast = castAllowed
  locals.newId = () => newId(locals.now)
  locals.path = url.pathname + url.search
  const asks = await whoAsks(context.cookies.get(cookieName())?.value, locals.now)
  asksAs(locals, asks)
  locals.post = { kind: 'none' }
  const speaker = asks?.person ?? null
  setWords(context, speaker, languageOf(context, speaker), defaultProgramme)

  // Read once: while developing Astro asks again, for its page of what is not here.
  const isRead = request.bodyUsed
  const taken = request.method === 'POST' && !isRead ? await takePost(context) : null
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
  if (taken?.kind === 'page') {
    if (taken.page !== '/malformed' && isInPlace(request))
      return notTheirsInPlace(taken.page === '/signed-out' ? 'signed-out' : 'somebody-else')
    return next(new Request(new URL(taken.page, url)))
  }
  const instead = taken?.kind === 'answer' ? null : await setUpFirst(context)
  // Their page keeps what was typed in it, as where somebody is signed out.
  if (instead && taken && isInPlace(request)) return notTheirsInPlace('signed-out')
  if (instead === 'waits') return next(new Request(new URL('/set-up-first', url)))
  if (instead) return instead
  if (taken?.kind !== 'answer' && !readsLearner(context.routePattern))
    await askedHere(locals, url.pathname)
  const response =
    taken?.kind === 'answer'
      ? taken.response
      : await next().finally(() => locals.upload && discard(locals.upload.file))
  await noteWhereDenied(context, response)
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
  return taken && isInPlace(request) ? answeredInPlace(response, locals) : response
}

/** What a trainee asked about a page stands on it, whichever page it is. */
async function askedHere(locals: App.Locals, path: string): Promise<void> {
  const { person } = locals
  if (person && isTrainee(person) && isAskable(path))
    locals.asked = await loadAskedHere(person.id, path)
}

const wishOf = ({ post }: App.Locals): string =>
  post.kind === 'switched' ? one(post.form, 'switch-language') : ''

/** What was posted, where it belongs to whoever is signed in. */
const typedBy = (locals: App.Locals) =>
  locals.post && locals.post.kind !== 'none' && isOwn(locals) ? locals.post.form : null

const isOwn = ({ post, person }: App.Locals): boolean =>
  post.kind !== 'none' && one(post.form, OWNER_FIELD) === ownerOf(person)
