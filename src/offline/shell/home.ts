/** The page without a connection: what works now, what is saved here, whom to call, and trying again. */
import { NOT_SENT, SHELL } from '../addresses.ts'
import { findStep, stepsOf, type Course } from '#domain/course/course.ts'
import type { SavedModule } from '../store.ts'
import { drawHelp } from './help.ts'
import { list, row, when } from './rows.ts'
import type { SavedHere } from './saved-here.ts'

export function drawHome({ modules, help, keepsNothing }: SavedHere): void {
  when('some', modules.length > 0)
  when('none', modules.length === 0)
  when('keeps-nothing', keepsNothing)
  when('not-sent', location.pathname + location.search === NOT_SENT)
  list(
    'modules',
    modules.map(({ order, module, course }) =>
      row('module', {
        title: order.find(({ slug }) => slug === module)?.title ?? module,
        address: addressOf(course),
      }),
    ),
  )
  sayWhereItIs(modules)
  drawHelp(help)
  const heading = document.querySelector('h1 > :not([hidden])')?.textContent?.trim()
  document.title = document.title.replace(/^.* – /, `${heading} – `)
}

/** Into the course that is saved here. */
const addressOf = ({ modules: [module] }: Course): string => {
  const [first] = module ? stepsOf(module) : []
  return `${SHELL}#/${first?.item.id ?? ''}`
}

/** The page that was asked for may be one of those that are saved here. */
function sayWhereItIs(modules: readonly SavedModule[]): void {
  const item = /^\/learn\/([a-z0-9-]+\/[a-z0-9-]+)/.exec(location.pathname)?.[1] ?? ''
  const isHere = modules.some(({ course }) => findStep(course, item) !== null)
  when('here', isHere)
  if (isHere) document.querySelector('a[data-here]')?.setAttribute('href', `${SHELL}#/${item}`)
}

/** The page's own address; else it stands in for the page that was asked for. */
const isAtHome = (): boolean => location.pathname.replace(/\/$/, '') === SHELL

/** At the address that was asked for, what was asked for is there again; here it is the start of the course. */
export function tryAgain(): void {
  if (isAtHome()) location.assign('/')
  else location.reload()
}

/** A wifi without a connection behind it calls itself one: only an answer of ours counts. */
export async function sayConnection(): Promise<void> {
  const isThere = navigator.onLine && (await answers())
  when('at-home', isThere && isAtHome())
  when('back', isThere && !isAtHome())
  when('offline', !isThere)
}

export const answers = (): Promise<boolean> =>
  fetch('/readyz', { cache: 'no-store', signal: AbortSignal.timeout(8_000) }).then(
    ({ ok }) => ok,
    () => false,
  )
