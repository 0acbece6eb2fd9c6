/** The search over what is saved here. What searches comes with the first word that is asked for; whom to call stands first. */
import { FIND, type Finder } from '../search/finder.ts'
import { SHELL } from '../addresses.ts'
import { crisisLines } from './help.ts'
import { list, row, when } from './rows.ts'
import type { SavedHere } from './saved-here.ts'

/** What was asked for on the page of the platform, in whose place this one stands. */
export const asked = (): string =>
  location.pathname === '/search' ? (new URLSearchParams(location.search).get('q') ?? '') : ''

export async function searchHere({ modules, help }: SavedHere, query: string): Promise<void> {
  const find = await finder()
  const { dangers, hits, isNear } = find(modules, query)
  const isBlank = query.trim() === ''
  when('danger', dangers.length > 0)
  when('danger-crisis', dangers.includes('crisis'))
  when('danger-body', dangers.includes('body'))
  list('danger-lines', crisisLines(help))
  when('found', hits.length > 0 && !isNear)
  when('near', hits.length > 0 && isNear)
  when('nothing', hits.length === 0 && !isBlank)
  list(
    'found',
    hits.map((hit) => row('found', { ...hit, address: `${SHELL}#${hit.address}` })),
  )
}

async function finder() {
  const page = window as Finder
  if (!page[FIND]) await bring(document.body.dataset['search'] ?? '')
  if (!page[FIND]) throw new Error('The script that searches did not come.')
  return page[FIND]
}

const bring = (address: string): Promise<void> =>
  new Promise((loaded, failed) => {
    const script = document.createElement('script')
    script.src = address
    script.addEventListener('load', () => loaded())
    script.addEventListener('error', () => failed(new Error('It did not come.')))
    document.head.append(script)
  })
