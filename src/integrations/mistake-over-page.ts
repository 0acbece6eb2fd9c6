/** An author's mistakes as Vite shows an error over the page: the first with its place, all in words. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ErrorPayload } from 'vite'
import type { Problem } from '../authoring/problem.ts'

/** How many lines before and after it are shown. */
const AROUND = 2

/** @returns null where nothing is wrong */
export function mistakeOverPage(problems: readonly Problem[]): ErrorPayload | null {
  const [first] = problems
  if (!first) return null
  const file = path.resolve('content', first.file)
  const line = first.line ?? 1
  return {
    type: 'error',
    err: {
      name: 'content/',
      title: 'The course cannot be compiled',
      message: problems.map(inWords).join('\n\n'),
      stack: '',
      id: file,
      loc: { file, line, column: 1 },
      frame: frameOf(file, line),
    },
  }
}

function inWords({ file, line, field, says, remedy }: Problem): string {
  const place = `content/${file}${line ? `:${line}` : ''}${field ? ` (${field})` : ''}`
  return `${place}\n${says}\n→ ${remedy}`
}

function frameOf(file: string, line: number): string {
  try {
    const lines = readFileSync(file, 'utf8').split('\n')
    const from = Math.max(0, line - 1 - AROUND)
    return lines
      .slice(from, line + AROUND)
      .map(
        (text, index) => `${from + index + 1 === line ? '>' : ' '} ${from + index + 1} | ${text}`,
      )
      .join('\n')
  } catch {
    // The file itself is what is missing.
    return ''
  }
}
