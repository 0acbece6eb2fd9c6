/** A typeface for letters that nobody uses in this course does not travel. */
import type { Files } from './zip.ts'

/** Which has the faces. */
const SHEET = 'first.css'
const FACE = /@font-face\s*\{[^}]*\}/g

/**
 * The player's files less the faces whose `unicode-range` holds no letter of the text. Names such as Łukasz bring
 * theirs along. A face without a range stays.
 */
export function fontsFor(player: Files, text: string): Files {
  const sheet = player.get(SHEET)
  if (!sheet) return player
  const css = new TextDecoder().decode(sheet)
  const idle = (css.match(FACE) ?? []).filter((face) => !isUsed(face, text))
  const gone = idle.flatMap((face) => /url\(\s*["']?(?:\.\/)?([^"')]+)/.exec(face)?.[1] ?? [])
  const rest = [...player].filter(([name]) => !gone.includes(name))
  const lean = idle.reduce((left, face) => left.replace(face, ''), css)
  return new Map(rest).set(SHEET, new TextEncoder().encode(lean))
}

function isUsed(face: string, text: string): boolean {
  const range = /unicode-range:([^;}]*)/.exec(face)?.[1]
  if (range === undefined) return true
  const letters = range
    .replaceAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi, (_, from: string, to = from) => {
      return `\\u{${from}}-\\u{${String(to)}}`
    })
    .replaceAll(/[\s,]/g, '')
  return new RegExp(`[${letters}]`, 'u').test(text)
}
