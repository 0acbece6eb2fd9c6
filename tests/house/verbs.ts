/** Which functions of `server/` write, and which of them ask who acts: read from the source. */
import { globSync, readFileSync } from 'node:fs'

export interface Verb {
  /** Below `src/server`. */
  readonly file: string
  readonly name: string
  /** Its parameters, as they are written. */
  readonly takes: string
  /** It asks by itself who acts: by a rule of `domain/people/may.ts`, or says `NOT_ALLOWED`. */
  readonly refuses: boolean
}

interface Part {
  readonly file: string
  readonly name: string
  readonly isExported: boolean
  readonly text: string
}

const DECLARED =
  /^(export )?(?:async )?(?:function (\w+)|const (\w+)(?::[^=]+)? = (?=(?:async )?(?:<[^>]*>)?\())/gm
/** The only guard of a batch that knows nothing of who acts. */
const ASKS_NOBODY = ['writeAbout']

/** Exported functions that write, in their own words or by what they call. */
export function writingVerbs(): Verb[] {
  const server = partsOf(globSync('src/server/**/*.ts', { exclude: ['src/server/show/**'] }))
  const db = partsOf(globSync('db/*.ts'))
  const writesInDb = reaching(db, ({ text, name }) => name === 'write' || writesAlone(text))
  const writes = reaching(
    server,
    (part) =>
      /\bwriteFileSync\(|\blucia\.(?:create|invalidate)/.test(part.text) ||
      called(part).some(
        (name) => imports(part, name, 'db') && [...writesInDb].some((one) => one.name === name),
      ),
  )
  const refuses = reaching(
    server,
    ({ text, name }) =>
      !ASKS_NOBODY.includes(name) && /(?:return|\?|:) NOT_ALLOWED\b|\bmay[A-Z]\w+\(/.test(text),
    ASKS_NOBODY,
  )
  return [...writes]
    .filter(({ isExported }) => isExported)
    .map((part) => ({
      file: part.file.replace('src/server/', ''),
      name: part.name,
      takes: /\(([^)]*)\)/.exec(part.text)?.[1]?.replace(/\s+/g, ' ').trim() ?? '',
      refuses: refuses.has(part),
    }))
    .sort((a, b) => (a.file + a.name < b.file + b.name ? -1 : 1))
}

/** A statement that is sent at once, not handed on for a batch. */
const writesAlone = (text: string): boolean =>
  /\bwrite\(|\bawait\b[\s\S]*(?:\.insert\(|\.update\(|\.delete\(|INSERT |UPDATE |DELETE )/.test(
    text,
  )

/** Those that do it, and all that call one of them, however far. */
function reaching(
  parts: readonly Part[],
  doesIt: (part: Part) => boolean,
  except: readonly string[] = [],
): Set<Part> {
  const found = new Set(parts.filter(doesIt))
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const part of parts) {
      const known = called(part).some((name) =>
        [...found].some(
          (one) =>
            one.name === name &&
            !except.includes(name) &&
            (one.file === part.file || imports(part, name, one.file)),
        ),
      )
      if (known) found.add(part)
    }
  }
  return found
}

const texts = new Map<string, string>()
const textOf = (file: string): string => {
  const text = texts.get(file) ?? readFileSync(file, 'utf8')
  texts.set(file, text)
  return text
}

function partsOf(files: readonly string[]): Part[] {
  return files.flatMap((file) => {
    const text = textOf(file)
    const starts = [...text.matchAll(DECLARED)]
    return starts.map((start, index) => ({
      file,
      name: start[2] ?? start[3] ?? '',
      isExported: start[1] !== undefined,
      text: text.slice(start.index, starts[index + 1]?.index).replace(/^\s*\*.*|\/\/.*/gm, ''),
    }))
  })
}

const calls = new Map<Part, readonly string[]>()
function called(part: Part): readonly string[] {
  const known = calls.get(part)
  if (known) return known
  const names = [...part.text.matchAll(/(?<![.\w])(\w+)\(/g)].map(([, name = '']) => name)
  calls.set(
    part,
    names.filter((name) => name !== part.name),
  )
  return calls.get(part) ?? []
}

/** @param from `db`, or a file */
function imports({ file }: Part, name: string, from: string): boolean {
  const place = from === 'db' ? '#db/' : from.split('/').at(-1)
  return [...textOf(file).matchAll(/^import \{([^}]*)\} from '([^']+)'/gm)].some(
    ([, names = '', says = '']) =>
      (from === 'db' ? says.startsWith('#db/') : says.endsWith(`/${place}`)) &&
      names.split(',').some((one) => one.trim() === name),
  )
}
