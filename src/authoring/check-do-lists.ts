/** "Do" comes before "Do not", and each line says so by its first words: they are read aloud and printed alone. */
import type { SaysAt } from './check-mdx.ts'

const BEGINS = {
  en: { pattern: /^(do not|don['’]t)\b/i, words: '"do not"' },
  es: { pattern: /^no\b/i, words: '"no"' },
} as const

const WHOLE = /<(DoNotList|DoList)>([\s\S]*?)<\/\1>/g

/** @param path below `content/`: its first folder is the language */
export function checkDoLists(says: SaysAt, path: string, body: string): void {
  const lists = [...body.matchAll(/<(DoNotList|DoList)>/g)]
  lists.forEach(({ 1: list, index }, n) => {
    if (list === 'DoNotList' && lists[n - 1]?.[1] !== 'DoList')
      says('a do-not list stands without a do list before it', 'say first what to do', index)
  })
  const { pattern, words } = path.startsWith('es/') ? BEGINS.es : BEGINS.en
  for (const { 1: list = '', 2: inside = '', index } of body.matchAll(WHOLE)) {
    const start = index + `<${list}>`.length
    // On the line of the tag it would be a sentence with a hyphen, and no list.
    const lines = [...inside.matchAll(/\n[ \t]*[-*][ \t]+(.*)/g)]
    if (lines.length === 0)
      says(
        `there is no list in <${list}>`,
        'write each line of the list on a line of its own that begins with "- "',
        index,
      )
    for (const { 1: line = '', index: at } of list === 'DoNotList' ? lines : [])
      if (!pattern.test(line.replace(/^[*_]+/, '')))
        says(
          `a line of the do-not list does not begin with ${words}: "${line.slice(0, 40)}"`,
          `begin it with ${words}, or move it to the do list`,
          start + at + 1,
        )
  }
}
