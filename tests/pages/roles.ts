/** Who asks in the tables of routes and acts, and what a table's cell says. */
import type { Name } from '#tests/cast.ts'
import type { Answer, Site } from './site.ts'

/** Ray and Joyce are trainees of different programmes, Carla and Gwen coordinators of different ones. */
export const ROLES = {
  visitor: null,
  trainee: 'ray',
  elsewhere: 'joyce',
  observer: 'oscar',
  coordinator: 'carla',
  foreign: 'gwen',
  administrator: 'ana',
} as const satisfies Record<string, Name | null>
export type RoleName = keyof typeof ROLES
export const ROLE_NAMES = Object.keys(ROLES) as RoleName[]

/**
 * A status; `>/path` is a 303 to that path; `in` a 303 to the sign-in page that leads back here;
 * `out` the page "You have been signed out" that keeps what was typed (401).
 */
export type Cell = string
/** The same for all, or by role with `all` for the others. */
export type Cells = Cell | (Partial<Record<RoleName, Cell>> & { readonly all: Cell })

export const cellOf = (cells: Cells, role: RoleName): Cell =>
  typeof cells === 'string' ? cells : (cells[role] ?? cells.all)

/** What the table says, as an answer would show it. */
export function expected(site: Site, cell: Cell, path: string): string {
  if (cell === 'in') return `303 /sign-in?to=${encodeURIComponent(site.fill(path))}`
  if (cell === 'out') return '401'
  return cell.startsWith('>') ? `303 ${site.fill(cell.slice(1))}` : cell
}
export const shown = ({ status, location }: Answer): string =>
  location ? `${status} ${location.replace(LOCKED, '$1…')}` : String(status)

/** What was looked for (server/people/ask-find.ts). */
const LOCKED = /(\?asked=)[\w-]{40,}$/
