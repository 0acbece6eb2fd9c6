/** Two scripts that share code, as classic ones: the first carries what both need, and hands it over by a global. */
import { createHash } from 'node:crypto'

const EXPORTS = /export\{([^{}]*)\};?\s*$/
const IMPORTS = /^import\{([^{}]*)\}from"[^"]*";?/

/**
 * As Rolldown writes modules: imports at the beginning, exports at the end.
 * The global has a name of its own for each state of the shared code. So a second script of another release, which some
 * cache still has, finds nothing and does nothing.
 */
export function classicFrom(
  shared: string,
  first: string,
  second: string,
): { first: string; second: string } {
  const hash = createHash('sha256').update(shared).digest('hex').slice(0, 8)
  const global = `window.ALONGSIDE_${hash}`
  const [exports = '', names = ''] = EXPORTS.exec(shared) ?? []
  if (!exports) throw new Error('The shared code exports nothing.')
  const given = eachOf(names, (own, name) => `${name}:${own}`)
  const code = `${shared.slice(0, -exports.length)}${global}={${given}}`
  return {
    first: `(()=>{${code}})();(()=>{${asTaken(first, global)}})();\n`,
    second: `${global}&&(()=>{${asTaken(second, global)}})();\n`,
  }
}

function asTaken(script: string, global: string): string {
  const [imports = '', names = ''] = IMPORTS.exec(script) ?? []
  const rest = script.slice(imports.length)
  if (!imports || /\b(?:import|export)[\s{*]/.test(rest))
    throw new Error('Imports stand elsewhere.')
  return `const{${eachOf(names, (name, own) => `${name}:${own}`)}}=${global};${rest}`
}

/** @param say from `a as b` */
const eachOf = (names: string, say: (one: string, as: string) => string): string =>
  names
    .split(',')
    .map((pair) => pair.split(' as '))
    .map(([one = '', as = one]) => say(one, as))
    .join()
