import { readFileSync } from 'node:fs'
import path from 'node:path'

let version: string | undefined

/** Of the product, as package.json says it. */
export const productVersion = (): string =>
  (version ??= (
    JSON.parse(readFileSync(path.resolve('package.json'), 'utf8')) as { version: string }
  ).version)
