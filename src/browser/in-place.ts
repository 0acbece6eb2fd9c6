/**
 * Forms of trainees and applicants stay in their page until they have reached us, and what is typed is kept meanwhile
 * (docs/decisions/kept-as-typed.md). This small part is on every page; later.ts comes where somebody types, sends, or has
 * something waiting on this device.
 */
import { BEGIN, LEAVE, SEND, type Sent } from './later-events.ts'
import { isOurs, isPlain, person, placeOf, sendPlainly, signOut } from './ours.ts'

const { body } = document
let loading: Promise<void> | null = null
const load = (): Promise<void> => (loading ??= take('later'))

/** The page holds the script in a template, where it does not load by itself. */
const take = (name: string): Promise<void> =>
  new Promise((loaded, failed) => {
    const held = document.querySelector<HTMLTemplateElement>(`template[data-${name}]`)
    const script = held?.content.querySelector('script')?.cloneNode() as HTMLScriptElement | null
    if (!script) return failed(new Error('Nothing comes later on this page.'))
    script.addEventListener('load', () => loaded())
    script.addEventListener('error', () => {
      loading = null
      failed(new Error('It did not come.'))
    })
    document.head.append(script)
  })

const tell = (what: string, detail?: Sent) => () =>
  void document.dispatchEvent(new CustomEvent(what, { detail }))

const begin = (typedIn?: HTMLFormElement | null): void =>
  void load().then(
    tell(BEGIN, typedIn ? { form: typedIn, pressed: null } : undefined),
    () => undefined,
  )

/** Drafts of forms, typed words, and what the server sealed: all of this person alone. */
const waits = (): boolean =>
  stored((all) => Object.keys(all).some((key) => key.split(':')[1] === person)) ?? false

/** Undefined in a browser that keeps nothing. */
function stored<T>(act: (all: Storage) => T): T | undefined {
  try {
    return act(localStorage)
  } catch {
    return undefined
  }
}

/** For whom this device opens the course without a connection (offline/this-device.ts): never for somebody else. */
const { device } = body.dataset
const opensFor = stored(({ device: words }) => words as string | undefined)
if (person && !opensFor?.startsWith(person)) stored((all) => all.removeItem('device'))
if (device && opensFor !== device) void take('device').catch(() => undefined)

// What was done without a connection goes on its way (queue.ts).
const queued = (): boolean => stored((all) => `queue:${person}` in all) ?? false
let queueing: Promise<void> | null = null
const loadQueue = async (): Promise<void> =>
  queued() ? (queueing ??= take('queue')).catch(() => undefined) : undefined
void loadQueue()

// Somebody whose words lie here may have been erased (gone.ts).
const lies = (): boolean =>
  stored((all) => Object.keys(all).some((key) => /^\w+:/.test(key))) ?? false
if (!person && lies()) void take('gone').catch(() => undefined)

const BOXES = 'textarea, input:is(:not([type]), [type=text], [type=date])'
const ours = [...document.forms].filter(isOurs)
// One that is folded away is heard of when somebody writes in it.
const isSeen = (box: Element): boolean => !box.closest('details:not([open])')
if (waits() || ours.some((form) => [...form.querySelectorAll(BOXES)].some(isSeen))) begin()
else if (ours.length)
  document.addEventListener('input', (event) => begin((event.target as HTMLInputElement).form), {
    once: true,
  })

// Before others hear of it: the pause after a press (enhance.ts) is for forms that leave their page.
document.addEventListener('submit', hear, true)

function hear(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement
  const sent = { form, pressed: event.submitter }
  if (isPlain(form)) return
  const leaves = form === signOut && waits()
  if (!leaves && (!isOurs(form) || sent.pressed?.matches('[name=switch-language]'))) return
  event.preventDefault()
  const ready = leaves ? loadQueue().then(load) : load()
  void ready.then(tell(leaves ? LEAVE : SEND, sent), () =>
    leaves ? sendPlainly(sent) : unready(sent),
  )
}

/** The rest of this script did not come: most likely because nothing comes. */
async function unready(sent: Sent): Promise<void> {
  const isThere = await fetch('/readyz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (isThere) return sendPlainly(sent)
  const line = document.querySelector<HTMLElement>('.no-line') ?? document.createElement('p')
  Object.assign(line, { className: 'draft-status no-line', role: 'status', tabIndex: -1 })
  line.dataset['tone'] = 'warn'
  line.textContent = body.dataset['noLine'] ?? ''
  placeOf(sent).before(line)
  line.focus()
}
