/** What the pictures of docs/help say, so that one which says something that no page says any more is found. */
import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { compileContent } from '#authoring/check.ts'
import type { Language } from '#domain/course/language.ts'
import { wordsIn } from '#i18n/words.ts'

/** By the name of its file, the texts of ours that stand in it. */
export type SaidInPictures = Record<string, readonly string[]>

export const SAID_IN_PICTURES = 'tests/pictures/said.json'

/** Of these lines those that the interface or the course says; names, days and numbers are of that day. */
export function textsOf(language: Language, lines: readonly string[]): string[] {
  const texts = textsIn(language)
  return [...new Set(lines)].filter((line) => line.length > 3 && texts.has(line)).sort()
}

/** Every text of the interface and of the course. */
export function textsIn(language: Language): ReadonlySet<string> {
  const texts = interfaceTexts(language)
  JSON.stringify(
    [compileContent('content').courses[language], wordsIn(language)],
    (_, value: unknown) => {
      if (typeof value === 'string') texts.add(value)
      return value
    },
  )
  return texts
}

/** As they stand in the source: a text that is made of parts is not among them. */
export function interfaceTexts(language: Language): Set<string> {
  const texts = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.add(node.text)
    ts.forEachChild(node, visit)
  }
  for (const file of globSync(`src/i18n/${language}/*.ts`))
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest))
  return texts
}
