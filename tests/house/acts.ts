/** What a page's forms can send as an act, read from the source: its buttons and hidden fields, those of its components, and what it asks for. */
import { importsOf, sourceFiles } from './imports.ts'

/** Fields that say which of several things a form is for; a button with any other name is an act by its name. */
const SAYS_WHICH = ['do', 'act', 'step', 'stage']
/** Not acts: answered before the page, for every page alike. */
const OF_EVERY_PAGE = ['switch-language']

export interface SentAct {
  /** Below `src/pages`; null: what `src/view/` draws, whichever page shows it. */
  readonly page: string | null
  /** Where the form leads when not to its own page. */
  readonly to: string | null
  /** Any of these. */
  readonly fields: readonly string[]
  /** null: any. */
  readonly value: string | null
}
type Act = Omit<SentAct, 'page'>

/** @param files text by path below the project's folder */
export function actsSent(files = sourceFiles()): SentAct[] {
  const drawnBy = new Map<string, string[]>()
  for (const { file, target, isType } of importsOf(files))
    if (target?.endsWith('.astro') && !isType)
      drawnBy.set(file, [...(drawnBy.get(file) ?? []), target])
  const drawn = (file: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(file)) return seen
    seen.add(file)
    for (const next of drawnBy.get(file) ?? []) drawn(next, seen)
    return seen
  }
  const textOf = (file: string): string => files[file] ?? ''
  const ofPages = Object.keys(files)
    .filter((file) => /^src\/pages\/.*\.astro$/.test(file))
    .flatMap((file) =>
      [
        ...[...drawn(file)].flatMap((part) => actsOfForms(textOf(part))),
        ...(/\bpost\b/.test(textOf(file)) ? asked(textOf(file)) : []),
      ].map((act) => ({ page: file.replace('src/pages/', ''), ...act })),
    )
  const ofView = Object.keys(files)
    .filter((file) => file.startsWith('src/view/'))
    .flatMap((file) => actsOfForms(textOf(file)).map((act) => ({ page: null, ...act, to: null })))
  return [...ofPages, ...ofView]
}

/** Of buttons and hidden fields. */
function actsOfForms(text: string): Act[] {
  const tags = text.matchAll(/<\/?(?:Form|form|button|input|RoleAct)\b(?:=>|[^>])*>/g)
  let to: string | null = null
  let isGet = false
  return [...tags].flatMap(([tag]): readonly Act[] => {
    if (/^<form\b/i.test(tag)) {
      to = /\saction="([^"]+)"/.exec(tag)?.[1] ?? null
      isGet = tag.includes('method="get"')
      return []
    }
    if (/^<\/form\b/i.test(tag)) {
      to = null
      isGet = false
      return []
    }
    const field = tag.startsWith('<RoleAct') ? 'do' : /\sname="([^"]+)"/.exec(tag)?.[1]
    if (!field || isGet || OF_EVERY_PAGE.includes(field)) return []
    const isButton = /^<button\b/.test(tag) && tag.includes('type="submit"')
    if (!isButton && !SAYS_WHICH.includes(field)) return []
    if (!SAYS_WHICH.includes(field)) return [{ to, fields: [field], value: null }]
    return literals(tag).map((value) => ({ to, fields: [field], value }))
  })
}

/** What `act` or `value` may be, as far as it stands there in so many words. */
function literals(tag: string): string[] {
  const [, plain, code] =
    /\s(?:value|act)=(?:"([^"]*)"|\{([^}]*)\})/.exec(tag.replaceAll('${', '{')) ?? []
  if (plain !== undefined) return /[{]/.test(plain) ? [] : [plain]
  const [, either, or] = /\?\s*'([\w-]+)'\s*:\s*'([\w-]+)'/.exec(code ?? '') ?? []
  return [either ?? [], or ?? []].flat()
}

/** What a page compares the act with that came. */
function asked(text: string): Act[] {
  const compared = text.matchAll(
    /(?:(?<![.\w])(?:act|step|stage)|\b(?:form\.values|typed)\.(?:do|act|step)) ===? '([\w-]+)'/g,
  )
  const listed = [
    ...text.matchAll(/(?:\bACTS = \[|!\[)([^\]]*)\](?: as const|\.includes\(act\))/g),
  ].flatMap(([, inner = '']) => [...inner.matchAll(/'([\w-]+)'/g)])
  // `do` is called `act` once it is read.
  return [...compared, ...listed].map(([, value = '']) => ({ to: null, fields: SAYS_WHICH, value }))
}
