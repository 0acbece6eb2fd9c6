/** What some LMS, or our own player, does not take in the files of a package. */
import { readWhole } from './unpack.ts'
import type { Archive, ArchiveFile } from './archive.ts'
import { finding, type Finding, type Rule } from '#domain/packages/finding.ts'
import type { Manifest } from './manifest.ts'

/** Longer files are data, or built code in which every pattern occurs. */
const MOST = 2_000_000
/** Bytes that are looked through at all. */
const MOST_IN_ALL = 40_000_000

export const checkNames = ({ files }: Archive): Finding[] =>
  files.flatMap(({ name }) => [
    ...(/^[A-Za-z0-9._/-]+$/.test(name) ? [] : [finding('name-odd', name)]),
    ...(name.endsWith('.mjs') ? [finding('name-mjs', name)] : []),
    ...(/\.(?:swf|dcr|class|jar|xap)$/i.test(name) ? [finding('old-plugin', name)] : []),
  ])

export async function checkContent(
  { files }: Archive,
  { standard, items }: Manifest,
): Promise<Finding[]> {
  const found: Finding[] = []
  const says = { calls: false, status: false, all: true }
  let left = MOST_IN_ALL
  for (const file of files) {
    if (!/\.(html?|xhtml|js|mjs)$/i.test(file.name)) continue
    left -= file.size
    if (file.size > MOST || left < 0) {
      says.all = false
      continue
    }
    const text = (await readWhole(file, MOST))?.toString('latin1') ?? ''
    says.calls ||= CALLS.test(text)
    says.status ||= STATUS.test(text)
    found.push(...checkText(file, text))
  }
  const reports = items.some(({ kind }) => kind === 'sco')
  // What was not looked through may hold the call.
  return reports && says.all ? [...found, ...reportsOf(says, standard)] : found
}

const CALLS = /\b(?:LMS)?Initialize\b|\bAPI_1484_11\b/
const STATUS = /(?:lesson|completion|success)_status/

function reportsOf(
  { calls, status }: { readonly calls: boolean; readonly status: boolean },
  standard: Manifest['standard'],
): Finding[] {
  if (!calls) return [finding('reports-nothing')]
  if (status) return []
  return [finding(standard === '1.2' ? 'completes-at-end' : 'reports-no-completion')]
}

const IN_CODE: readonly (readonly [Rule, RegExp])[] = [
  ['service-worker', /\bserviceWorker\s*\.\s*register\b/],
  ['browser-storage', /\b(?:localStorage|sessionStorage|indexedDB)\b|\bdocument\.cookie\b/],
  ['inline-eval', /\beval\s*\(|\bnew\s+Function\s*\(/],
  ['needs-device', /\bgetUserMedia\b|\bgeolocation\s*\.|\bRTCPeerConnection\b|\bgetDisplayMedia\b/],
]

const ADDRESS = String.raw`((?:https?:)?\/\/[^"'\s<>]+)`
/** Without these nothing runs, or nothing is shown. */
const NEEDED: readonly RegExp[] = [
  new RegExp(
    String.raw`<(?:script|iframe|frame|embed|object)\b[^>]*\s(?:src|data)\s*=\s*["']?${ADDRESS}`,
    'gi',
  ),
  new RegExp(
    String.raw`<meta\b[^>]*\bcontent\s*=\s*["']?\s*\d+\s*;\s*url\s*=\s*["']?${ADDRESS}`,
    'gi',
  ),
]
const NEEDED_BY_CODE: readonly RegExp[] = [
  new RegExp(String.raw`\bimport\s*(?:\(\s*|[^"'()\n;]{0,200}\bfrom\s*)?["']${ADDRESS}["']`, 'g'),
  new RegExp(String.raw`\bimportScripts\s*\(\s*["']${ADDRESS}["']`, 'g'),
  new RegExp(String.raw`\.src\s*=\s*["']${ADDRESS}\.m?js(?:\?[^"']*)?["']`, 'g'),
]
const SHOWN: readonly RegExp[] = [
  new RegExp(String.raw`<(?:img|video|audio|source|track)\b[^>]*\ssrc\s*=\s*["']?${ADDRESS}`, 'gi'),
  new RegExp(String.raw`<link\b[^>]*\shref\s*=\s*["']?${ADDRESS}`, 'gi'),
]
const LINKED: readonly RegExp[] = [
  new RegExp(String.raw`<(?:a|area|form)\b[^>]*\s(?:href|action)\s*=\s*["']?${ADDRESS}`, 'gi'),
  new RegExp(
    String.raw`\b(?:window\.open|location\.(?:assign|replace))\s*\(\s*["']${ADDRESS}["']`,
    'g',
  ),
]

function checkText({ name }: ArchiveFile, text: string): Finding[] {
  const isPage = /\.x?html?$/i.test(name)
  const each = (rule: Rule, patterns: readonly RegExp[]): Finding[] => {
    const all = patterns.flatMap((one) => [...text.matchAll(one)].map(([, to]) => to ?? ''))
    const byHost = new Map(all.reverse().map((to) => [hostOf(to), to]))
    return [...byHost].reverse().map(([host, to]) => finding(rule, name, `${host} ${to}`))
  }
  return [
    ...IN_CODE.filter(([, pattern]) => pattern.test(text)).map(([rule]) => finding(rule, name)),
    ...each('script-outside', [...(isPage ? NEEDED : []), ...NEEDED_BY_CODE]),
    ...(isPage ? each('reaches-outside', SHOWN) : []),
    ...each('link-outside', LINKED),
  ]
}

const hostOf = (address: string): string => /\/\/([^/?#]+)/.exec(address)?.[1] ?? address
