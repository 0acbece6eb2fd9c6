/** Who imports whom, read from the source: `.ts`, `.mjs` and `.astro` alike. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Import {
  readonly file: string
  /** As it is written. */
  readonly says: string
  /** The file that is meant, or null for a package. */
  readonly target: string | null
  /** Only types: nothing of it is left when the code runs. */
  readonly isType: boolean
}

/** Statements, and `import(…)`; not the word "from" inside a text. */
const IMPORT =
  /(?:^[ \t]*(?:import|export)\b([^'"();]*?)\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"\n]+)['"]/gm

export function sourceFiles(): Readonly<Record<string, string>> {
  const found = globSync('{src,db}/**/*.{ts,tsx,astro,mjs}', { exclude: ['src/scorm/schemas/**'] })
  return Object.fromEntries(found.sort().map((file) => [file, readFileSync(file, 'utf8')]))
}

/** @param files text by path below the project's folder */
export const importsOf = (files: Readonly<Record<string, string>>): Import[] =>
  Object.entries(files).flatMap(([file, text]) =>
    [...text.matchAll(IMPORT)].map(([, names = '', says = '']) => ({
      file,
      says,
      target: /^[#.]/.test(says) ? resolved(file, says) : null,
      isType: areTypes(names),
    })),
  )

const resolved = (from: string, to: string): string =>
  to.startsWith('#')
    ? to.replace(/^#(?!db\/|content\/)/, 'src/').replace('#', '')
    : path.posix.join(path.dirname(from), to)

/** `import type { … }`, or braces with nothing but `type` inside. */
function areTypes(names: string): boolean {
  if (/^\s*type\b/.test(names)) return true
  const [, inner] = /^\s*\{([^}]*)\}\s*$/.exec(names) ?? []
  const each = (inner ?? '').split(',').flatMap((one) => one.trim() || [])
  return each.length > 0 && each.every((one) => one.startsWith('type '))
}
