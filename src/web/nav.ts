/** The navigation of a page. */
import type { APIContext } from 'astro'

export interface NavEntry {
  readonly href: string
  readonly text: string
  /** `page`: this very page, said once on it; `true`: the page belongs there, or its own menu names it. */
  readonly current: 'page' | 'true' | undefined
}

/** Their pages have a menu of their own. */
const WITH_MENU = ['/coordinate', '/manage']

/** Pages for coordinators, observers and administrators. */
export const isOfStaff = (path: string): boolean =>
  WITH_MENU.some(
    (start) => path === start || path.startsWith(`${start}/`) || path.startsWith(`${start}?`),
  )

/** The navigation of a page, at most five entries. */
export function navOf(context: APIContext): NavEntry[] {
  const { person, words, path } = context.locals
  if (!person) return []
  const has = (...roles: string[]): boolean => person.roles.some(({ role }) => roles.includes(role))
  const entries = [
    ...(has('trainee') ? [{ href: '/learn', text: words.learn.tasks }] : []),
    ...(has('trainee') ? [{ href: '/record', text: words.learn.myRecord }] : []),
    ...(has('coordinator', 'observer')
      ? [{ href: '/coordinate', text: words.coordinate.title }]
      : []),
    ...(has('administrator') ? [{ href: '/manage', text: words.manage.title }] : []),
    { href: '/resources', text: words.learn.resourcesNav },
    // Trainees find it on their record, phones in the footer; five entries are enough.
    ...(has('trainee') ? [] : [{ href: '/account', text: words.myAccount.link }]),
  ]
  const [here = ''] = path.split('?')
  const currentAt = (href: string): NavEntry['current'] => {
    if (here === href) return WITH_MENU.includes(href) ? 'true' : 'page'
    return here.startsWith(`${href}/`) ? 'true' : undefined
  }
  return entries.map((entry) => ({ ...entry, current: currentAt(entry.href) }))
}
