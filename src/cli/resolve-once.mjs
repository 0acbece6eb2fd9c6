/**
 * `node --import` of this halves the start: drizzle-orm's package.json is 180 KB, and Node parses it for each import of it and
 * hands it over for each of its files; and what Node made of a script is kept, by its content, for the next process. Without
 * it, and where that folder cannot be written, everything is the same, and later.
 */
import * as node from 'node:module'
import { fileURLToPath } from 'node:url'

// Node 22.1 and later. Beside the packages: a folder that others may write could bring in a script of theirs.
node.enableCompileCache?.(
  fileURLToPath(new URL('../../node_modules/.cache/scripts', import.meta.url)),
)

const HOME = '/node_modules/drizzle-orm/'
/** @type {Map<string, node.ResolveFnOutput>} */
const known = new Map()

// Node 22.15 and later.
node.registerHooks?.({
  resolve(specifier, context, next) {
    const from = context.parentURL
    if (!context.conditions.includes('import')) return next(specifier, context)
    if (specifier.startsWith('.') && from?.includes(HOME) && from.endsWith('.js'))
      return { url: new URL(specifier, from).href, format: 'module', shortCircuit: true }
    if (!/^drizzle-orm(?:\/|$)/.test(specifier)) return next(specifier, context)
    const found = known.get(specifier) ?? next(specifier, context)
    known.set(specifier, found)
    return { ...found, shortCircuit: true }
  },
})
