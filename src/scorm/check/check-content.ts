/** What some LMS, or our own player, does not take in the files of a package. */
import { readWhole } from './unpack.ts'
import type { Archive, ArchiveFile } from './archive.ts'
import { finding, type Finding, type Rule } from './finding.ts'

/** Longer files are data, or built code in which every pattern occurs. */
const MOST = 2_000_000
/** Bytes that are looked through at all. */
const MOST_IN_ALL = 40_000_000

export const checkNames = ({ files }: Archive): Finding[] =>
  files.flatMap(({ name }) => [
    ...(/^[A-Za-z0-9._/-]+$/.test(name) ? [] : [finding('name-odd', name)]),
    ...(name.endsWith('.mjs') ? [finding('name-mjs', name)] : []),
  ])

export async function checkContent({ files }: Archive): Promise<Finding[]> {
  const found: Finding[] = []
  let left = MOST_IN_ALL
  for (const file of files) {
    if (!/\.(html?|xhtml|js|mjs)$/i.test(file.name) || file.size > MOST) continue
    left -= file.size
    if (left < 0) break
    found.push(...(await checkFile(file)))
  }
  return found
}

const IN_CODE: readonly (readonly [Rule, RegExp])[] = [
  ['service-worker', /\bserviceWorker\s*\.\s*register\b/],
  ['browser-storage', /\b(?:localStorage|sessionStorage|indexedDB)\b|\bdocument\.cookie\b/],
  ['inline-eval', /\beval\s*\(|\bnew\s+Function\s*\(/],
]
const OUTSIDE =
  /<(?:script|iframe|img|video|audio|source|embed|object)\b[^>]*\s(?:src|data)\s*=\s*["']?((?:https?:)?\/\/[^"'\s>]+)/i
const STYLE_OUTSIDE = /<link\b[^>]*\shref\s*=\s*["']?((?:https?:)?\/\/[^"'\s>]+)/i

async function checkFile(file: ArchiveFile): Promise<Finding[]> {
  const text = (await readWhole(file, MOST))?.toString('latin1') ?? ''
  const outside = /\.x?html?$/i.test(file.name)
    ? (OUTSIDE.exec(text)?.[1] ?? STYLE_OUTSIDE.exec(text)?.[1])
    : undefined
  return [
    ...IN_CODE.filter(([, pattern]) => pattern.test(text)).map(([rule]) =>
      finding(rule, file.name),
    ),
    ...(outside ? [finding('reaches-outside', file.name, outside)] : []),
  ]
}
