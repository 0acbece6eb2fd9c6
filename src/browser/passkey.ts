/**
 * Passkeys (docs/decisions/passkeys.md): shows what a page has for them where the browser can, asks the device when the
 * button is pressed, and sends what it answers with the form around it. Only on pages that have such a button.
 */
import { OWNER_FIELD, OWNER_HEADER } from '#domain/people/form-owner.ts'
import type { PasskeyUse } from '#domain/people/passkey.ts'

type Said = 'cancelled' | 'already' | 'lost' | 'shown'

if ('PublicKeyCredential' in window) {
  for (const one of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    one.hidden = false
    one.querySelector('button[type=button]')?.addEventListener('click', () => void ask(one))
  }
  for (const one of document.querySelectorAll<HTMLElement>('[data-no-passkey]')) one.hidden = true
}

async function ask(place: HTMLElement): Promise<void> {
  say(place, '')
  const form = place.closest('form')
  const field = place.querySelector<HTMLInputElement>('input')
  if (!form || !field) return
  const use = place.dataset['passkey'] as PasskeyUse
  const begun = await begin(use, form)
  if (begun === 'sign-in') return location.reload()
  if (begun === 'lost') return say(place, 'lost')
  try {
    field.value = JSON.stringify(await (use === 'add' ? make(begun) : useOne(begun)))
  } catch (error) {
    const isThere = error instanceof DOMException && error.name === 'InvalidStateError'
    return say(place, isThere ? 'already' : 'cancelled')
  }
  // Which of several was meant only they know.
  const [button, ...others] = form.querySelectorAll<HTMLButtonElement>('button:not([type=button])')
  // Back leads to a page that asks anew.
  window.addEventListener('pagehide', () => (field.value = ''), { once: true })
  if (others.length > 0) return say(place, 'shown')
  form.requestSubmit(button)
}

function say(place: HTMLElement, what: Said | ''): void {
  const line = place.querySelector<HTMLElement>('[role=status]')
  if (line) line.textContent = (what && line.dataset[what]) ?? ''
}

/** `sign-in`: the page asks first who it is. */
async function begin(
  use: PasskeyUse,
  form: HTMLFormElement,
): Promise<Options | 'sign-in' | 'lost'> {
  const owner = form.querySelector<HTMLInputElement>(`[name=${OWNER_FIELD}]`)?.value ?? ''
  try {
    const headers = { 'content-type': 'text/plain', [OWNER_HEADER]: owner }
    const answer = await fetch('/api/passkey', { method: 'POST', headers, body: use })
    if (answer.ok) return (await answer.json()) as Options
    return [401, 403, 409].includes(answer.status) ? 'sign-in' : 'lost'
  } catch {
    return 'lost'
  }
}

interface Known {
  readonly id: string
  readonly type: 'public-key'
  readonly transports?: AuthenticatorTransport[]
}
/** What /api/passkey answers: binary as base64url. */
interface Options {
  readonly challenge: string
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly excludeCredentials?: readonly Known[]
  readonly allowCredentials?: readonly Known[]
}

async function useOne({ challenge, allowCredentials = [], ...rest }: Options): Promise<unknown> {
  const publicKey = {
    ...rest,
    challenge: bytes(challenge),
    allowCredentials: allowCredentials.map(known),
  }
  const { id, type, response } = (await navigator.credentials.get({
    publicKey,
  })) as PublicKeyCredential
  const { clientDataJSON, authenticatorData, signature, userHandle } =
    response as AuthenticatorAssertionResponse
  return {
    id,
    rawId: id,
    type,
    response: {
      clientDataJSON: text(clientDataJSON),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
      userHandle: text(userHandle ?? new ArrayBuffer()),
    },
  }
}

async function make({ challenge, user, excludeCredentials = [], ...rest }: Options) {
  const publicKey = {
    ...(rest as unknown as PublicKeyCredentialCreationOptions),
    challenge: bytes(challenge),
    user: { ...user, id: bytes(user.id) },
    excludeCredentials: excludeCredentials.map(known),
  }
  const { id, type, response } = (await navigator.credentials.create({
    publicKey,
  })) as PublicKeyCredential
  const made = response as AuthenticatorAttestationResponse
  return {
    id,
    rawId: id,
    type,
    response: {
      clientDataJSON: text(made.clientDataJSON),
      attestationObject: text(made.attestationObject),
      // Older browsers do not know it.
      transports: 'getTransports' in made ? made.getTransports() : [],
    },
  }
}

const known = (one: Known) => ({ ...one, id: bytes(one.id) })

const bytes = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0))

const text = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
