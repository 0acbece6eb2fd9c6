/**
 * Style sheets that a page carries itself where its reader comes from elsewhere and may have none of them yet: to fetch one
 * would take another way there and back before anything is seen. docs/decisions/carried-sheets.md
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import type { StaticFile } from './static-files.ts'

/** What may hold up the first look of a page. */
const HOLDS_UP = /^\/_astro\/(main|staff|package-page|dark)\.[^/]+\.css$/

/** The text of each, by its address. */
export type CarriedSheets = ReadonlyMap<string, string>

export function readSheets(files: ReadonlyMap<string, StaticFile>): CarriedSheets {
  const found = [...files].filter(([address]) => HOLDS_UP.test(address))
  return new Map(found.map(([address, { file }]) => [address, readFileSync(file, 'utf8')]))
}

/** For `style-src` of the policy: of what stands in a page only these count as ours. */
export const sourcesOf = (sheets: CarriedSheets): string[] =>
  [...sheets.values()].map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )

/** Whether somebody follows a link of another site or of a mail, or types the address; browsers say so since 2020 (Safari: 2023). */
export const comesFromElsewhere = (headers: IncomingHttpHeaders): boolean =>
  headers['sec-fetch-mode'] === 'navigate' &&
  ['none', 'cross-site', 'same-site'].includes(String(headers['sec-fetch-site']))
