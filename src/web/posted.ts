/** What becomes of a post, decided once, before any page sees it: whose it is, and who sends it (R41). */
import type { APIContext } from 'astro'
import {
  OWNER_FIELD,
  OWNER_HEADER,
  ownerField,
  ownerOfSealed,
  SEALED_FIELD,
  whosePost,
} from '#domain/people/form-owner.ts'
import { mayImport } from '#server/packages/may-import.ts'
import { discard, placeForUpload } from '#server/packages/package-store.ts'
import { one, readForm, type Form, type ReadForm } from '#server/forms/read-form.ts'
import { receiveUpload, UPLOAD_PATH } from '#server/forms/receive-upload.ts'
import { hasWords, openSealed, sealWords, type Waiting } from '#server/forms/sealed-words.ts'
import { openByCode } from '#server/access/open-by-code.ts'
import { signIn } from '#server/access/sign-in.ts'
import { wasErased } from '#server/access/was-erased.ts'
import { AGAIN_STEP, takeFactor } from './factor.ts'
import { letIn, whenceOf } from './let-in.ts'
import { seeOther } from './answers.ts'

export type Taken =
  /** It goes on to its page. */
  | { readonly kind: 'theirs' }
  /** This page stands in its place. */
  | { readonly kind: 'page'; readonly page: '/malformed' | '/signed-out' | '/somebody-else' }
  | { readonly kind: 'answer'; readonly response: Response }

const THEIRS: Taken = { kind: 'theirs' }
const ABOUT_IT = new RegExp(`^(${OWNER_FIELD}|switch-language)$`)

export async function takePost(context: APIContext): Promise<Taken> {
  const { locals, url } = context
  if (url.pathname.startsWith('/api/')) return takeCall(context)
  const read = await readPost(context)
  if (read.kind === 'malformed') return { kind: 'page', page: '/malformed' }
  const { form } = read
  const owner = one(form, OWNER_FIELD)
  const kind = form.has('switch-language') ? 'switched' : 'sent'
  locals.post = { kind, form, ...(read.file ? { file: read.file } : {}) }
  if (form.has('again-name')) return signInAgain(context, form)
  if (form.has(AGAIN_STEP)) return stepAgain(context, form)
  const whose = whosePost(owner, locals.person, url.pathname)
  if (whose !== 'theirs') {
    // From here on no page, and no page that says what went wrong, holds what somebody else typed.
    locals.post = { kind, form: new Map([...form].filter(([name]) => ABOUT_IT.test(name))) }
    const keeps = whose === 'signed-out' || hasWords(form)
    const sealed = keeps ? await sealWords({ owner, path: locals.path }, form, locals.now) : ''
    return wait(context, { sealed, name: '', code: '', problem: null })
  }
  return form.has(SEALED_FIELD) ? bringBack(context, form) : THEIRS
}

/** A program's call, in whose name a page of ours makes it: see the scripts that send the header. */
async function takeCall({ locals, request }: APIContext): Promise<Taken> {
  const { person } = locals
  const owner = request.headers.get(OWNER_HEADER)
  if (person && owner === person.id) return THEIRS
  // A device that was away longer than its person was here: it clears what it holds of them.
  if (await wasErased(owner)) return refuseCall(410, 'erased')
  // Without a session there is nobody to take it for; each call answers that itself.
  return person ? refuseCall(409, 'somebody-else') : THEIRS
}

function refuseCall(status: number, error: string): Taken {
  const response = new Response(JSON.stringify({ error }), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
  return { kind: 'answer', response }
}

/** The form stays locked in the page, for its own person. */
function wait({ locals }: APIContext, waiting: Waiting): Taken {
  locals.waiting = waiting
  return { kind: 'page', page: locals.person ? '/somebody-else' : '/signed-out' }
}

/** Somebody signs in on the page that keeps a form. Only its own person's words are sent on. */
async function signInAgain(context: APIContext, form: Form): Promise<Taken> {
  const sealed = one(form, SEALED_FIELD)
  const code = one(form, 'again-code')
  const typed = {
    name: one(form, 'again-name'),
    password: one(form, 'again-password'),
    // Whose session ended while they typed may sit at a shared computer: it ends soon again.
    shared: 'perhaps' as const,
  }
  const kept = { sealed, name: typed.name, code }
  if (form.has('switch-language')) return wait(context, { ...kept, problem: null })
  const came = await comeIn(context, typed, code)
  if (came.kind === 'not-in') return wait(context, { ...kept, problem: came.problem })
  const { answer } = came
  await letIn(context, answer)
  if (context.locals.entering) return wait(context, { sealed, name: '', code: '', problem: null })
  if (!sealed) return afresh(context)
  const owner = answer.person.id
  if (ownerOfSealed(sealed) !== owner)
    return wait(context, { sealed, name: '', code: '', problem: null })
  return bringBack(context, form)
}

/** The second step on the page that keeps a form. */
async function stepAgain(context: APIContext, form: Form): Promise<Taken> {
  const { locals } = context
  const sealed = one(form, SEALED_FIELD)
  const kept = { sealed, name: '', code: '' }
  if (locals.entering && !form.has('switch-language')) {
    const problem = await takeFactor(context, locals.entering)
    if (problem) return wait(context, { ...kept, problem: { by: 'step', ...problem } })
  }
  if (!locals.person) return wait(context, { ...kept, problem: null })
  if (!sealed) return afresh(context)
  if (ownerOfSealed(sealed) !== locals.person.id) return wait(context, { ...kept, problem: null })
  return bringBack(context, form)
}

type ComeIn =
  | { readonly kind: 'in'; readonly answer: Parameters<typeof letIn>[1] }
  | { readonly kind: 'not-in'; readonly problem: Waiting['problem'] }

/** By a code where one was typed. */
async function comeIn(
  context: APIContext,
  typed: Parameters<typeof signIn>[0],
  code: string,
): Promise<ComeIn> {
  const { now } = context.locals
  if (code.trim()) {
    const answer = await openByCode(code, true, whenceOf(context), now)
    return answer.kind === 'joined'
      ? { kind: 'in', answer }
      : { kind: 'not-in', problem: { by: 'code', answer } }
  }
  const answer = await signIn(typed, whenceOf(context), now)
  return answer.kind === 'signed-in'
    ? { kind: 'in', answer }
    : { kind: 'not-in', problem: { by: 'name', answer } }
}

/** Their own words again: sent on where that was asked for, else shown, and not saved yet. */
async function bringBack(context: APIContext, form: Form): Promise<Taken> {
  const { locals } = context
  const sealedFor = { owner: locals.person?.id ?? '', path: locals.path }
  const words = await openSealed(one(form, SEALED_FIELD), sealedFor, locals.now)
  if (!words) return afresh(context)
  locals.post = {
    kind: one(form, 'again-do') === 'send' ? 'sent' : 'switched',
    form: new Map([...ownForm(locals), ...words]),
  }
  return THEIRS
}

const afresh = ({ locals }: APIContext): Taken => ({
  kind: 'answer',
  response: seeOther(locals.path),
})

async function readPost(context: APIContext): Promise<ReadForm> {
  const { url, request, locals } = context
  if (!UPLOAD_PATH.test(url.pathname)) return readForm(request)
  if (/^multipart/i.test(request.headers.get('content-type') ?? '')) return readUpload(context)
  // Nobody has looked at the length of what is sent here. Signing in again is short, and the rest no upload.
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  const read = length <= SHORT ? await readForm(request) : null
  const isAgain = ['again-name', AGAIN_STEP, SEALED_FIELD]
  if (read?.kind === 'form' && isAgain.some((name) => read.form.has(name))) return read
  return mayImport(locals.person) ? { kind: 'malformed' } : { kind: 'form', form: ownForm(locals) }
}

const SHORT = 100_000

/** Only who may import is listened to; for others the form is empty and the page refuses as it does. */
async function readUpload({ locals, request }: APIContext): Promise<ReadForm> {
  const { person } = locals
  if (!mayImport(person)) return { kind: 'form', form: ownForm(locals) }
  const file = placeForUpload(locals.newId(), locals.now)
  try {
    const read = await receiveUpload(request, file, (form) => one(form, OWNER_FIELD) === person?.id)
    if (read.kind === 'form') locals.upload = read.upload
    return read
  } finally {
    // Cut off, empty, or no room on the disk: nobody will come for it.
    if (!locals.upload) discard(file)
  }
}

const ownForm = ({ person }: App.Locals): Form =>
  new Map(Object.entries(ownerField(person)).map(([name, value]) => [name, [value]]))
