/** What a check of a package found: a rule, a file, and how much it matters. Words: `packages.rules`. */

/**
 * `stop`: it cannot be imported here. `error`: against the standard; some LMSs refuse it.
 * `warning`: works here, may not elsewhere, or not all of it. `note`: worth knowing.
 */
export type Level = 'stop' | 'error' | 'warning' | 'note'

export const LEVELS = {
  // The archive (R26).
  'archive-size': 'stop',
  'not-a-zip': 'stop',
  truncated: 'stop',
  damaged: 'stop',
  encrypted: 'stop',
  method: 'stop',
  'too-many-files': 'stop',
  'unpacked-size': 'stop',
  ratio: 'stop',
  link: 'stop',
  'name-outside': 'stop',
  'name-server': 'stop',
  'name-reserved': 'stop',
  'name-unseen': 'stop',
  'name-control': 'stop',
  'name-long': 'stop',
  duplicate: 'stop',
  'case-twin': 'stop',
  'file-and-folder': 'stop',
  // The manifest.
  'no-manifest': 'stop',
  'other-standard': 'stop',
  'manifest-in-folder': 'stop',
  'manifest-case': 'stop',
  'manifest-size': 'stop',
  encoding: 'stop',
  dtd: 'stop',
  'not-xml': 'stop',
  'not-a-manifest': 'stop',
  'standard-unknown': 'stop',
  'nothing-to-launch': 'stop',
  'too-many-items': 'stop',
  'launch-missing': 'stop',
  'launch-case': 'stop',
  'launch-outside': 'stop',
  'schema-invalid': 'error',
  'version-missing': 'error',
  'identifier-twice': 'error',
  'identifier-malformed': 'error',
  'reference-dangling': 'error',
  'type-case': 'error',
  'type-missing': 'error',
  'file-missing': 'error',
  'file-case': 'error',
  'href-outside': 'error',
  'href-unlisted': 'error',
  // In 2004 ADL's checker refuses the package, in 1.2 nobody does.
  'schema-required': 'error',
  'schema-not-packed': 'warning',
  'no-organization': 'note',
  'name-backslash': 'note',
  'file-unlisted': 'warning',
  'several-organizations': 'note',
  submanifest: 'warning',
  'sequencing-ignored': 'warning',
  'mastery-score': 'warning',
  // What some LMSs, or our own player, do not take.
  'name-odd': 'warning',
  'name-mjs': 'warning',
  'service-worker': 'warning',
  'browser-storage': 'warning',
  'inline-eval': 'note',
  'script-outside': 'error',
  'old-plugin': 'error',
  'reaches-outside': 'warning',
  'link-outside': 'warning',
  'needs-device': 'warning',
  'shared-data': 'warning',
  'reports-nothing': 'warning',
  'reports-no-completion': 'warning',
  'completes-at-end': 'note',
  'mac-leftovers': 'note',
  'more-like-this': 'note',
} as const satisfies Readonly<Record<string, Level>>

export type Rule = keyof typeof LEVELS

export interface Finding {
  readonly level: Level
  readonly rule: Rule
  /** Path in the package; '' for the whole. */
  readonly file: string
  /** A name, a number or the parser's own words; '' where the rule says it all. */
  readonly detail: string
}

export const finding = (rule: Rule, file = '', detail: string | number = ''): Finding => ({
  level: LEVELS[rule],
  rule,
  file: shown(file, 240),
  detail: shown(String(detail), 300),
})

const UNSEEN =
  // eslint-disable-next-line no-control-regex -- these are what is taken out
  /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** A name from a stranger's archive, fit for a page, a terminal and a log. */
const shown = (text: string, most: number): string => {
  const clean = text.toWellFormed().replace(UNSEEN, '?')
  return clean.length > most ? `${clean.slice(0, most - 1)}…` : clean
}

/** At most `most` of each rule, worst first; how many more there are is said once. */
export function inBrief(found: readonly Finding[], most = 10): Finding[] {
  const order: readonly Level[] = ['stop', 'error', 'warning', 'note']
  return order.flatMap((level) => {
    const rules = Map.groupBy(
      found.filter((one) => one.level === level),
      ({ rule }) => rule,
    )
    return [...rules.values()].flatMap((same) => [
      ...same.slice(0, most),
      ...(same.length > most
        ? [
            {
              ...finding('more-like-this', '', `${same.length - most} ${same[0]?.rule ?? ''}`),
              level,
            },
          ]
        : []),
    ])
  })
}

export const isStopped = (found: readonly Finding[]): boolean =>
  found.some(({ level }) => level === 'stop')
