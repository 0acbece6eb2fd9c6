/** What the course rests on, how sure it is and who must confirm it: docs/sources.md. Pure: data in, Markdown out. */
import type { CompiledFacts } from '#authoring/compile-facts.ts'
import type { FactFile } from '#authoring/schema-facts.ts'

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
const code = (text: string): string => `\`${text}\``
const english = (text: FactFile['what']): string => (typeof text === 'string' ? text : text.en)

const SURE = {
  read: 'read in the source itself',
  'second-hand': 'second-hand',
  general: 'no source',
}

export function sourcesOf({ file, uses, open }: CompiledFacts): string {
  if (!file) throw new Error('content/facts.yaml cannot be read')
  const facts = Object.entries(file.facts)
  const by = (how: FactFile['how']): number => facts.filter(([, fact]) => fact.how === how).length
  return `# Where the facts come from

Made from \`content/facts.yaml\` by \`tests/house/sources.ts\`; a test fails where it is stale, and writes it anew with \`npx vitest run tests/papers.test.ts -u\`.
The course is written afresh: nothing is copied from a source.
When a source changes, read again what rests on it; when the meaning of a lesson changes, raise its \`revision\`.

${facts.length} facts: ${by('read')} read in the source itself (mostly a stored copy, often its first part only), ${by('second-hand')} second-hand, ${by('general')} without a source, which are questions to an expert.
${open.en.length} are to be confirmed locally. Every phone number is dialed before anybody relies on it.

## To be confirmed locally

Trainees see one plain instruction, the more cautious one, and none of this (docs/decisions/facts.md).

${table(
  ['fact', 'what the course says', 'what is open', 'who confirms it', 'where'],
  open.en.map(({ id, what, why, who, country }) => [
    code(id),
    what,
    why,
    who.join(', '),
    country ? country.toUpperCase() : 'everywhere',
  ]),
)}

## Facts, with what rests on them

${table(
  ['fact', 'in short', 'how sure', 'checked', 'sources', 'what rests on it'],
  facts.map(([id, fact]) => [
    code(id),
    english(fact.what),
    `${SURE[fact.how]}${fact.confirm ? ', **to be confirmed**' : ''}`,
    fact.checked,
    fact.sources.join(', ') || '–',
    (uses[id] ?? []).join(', ') || '–',
  ]),
)}

Measures: Flesch–Kincaid grade (Kincaid et al. 1975); INFLESZ (Szigriszt-Pazos 1993; Barrio-Cantalejo et al. 2008); captions at most 17 characters a second (BBC subtitle guidelines). See \`alongside course reading\` and \`course check\`.

## Checks before anyone uses it

- Peers and both organizations read all sessions.
- A renal social worker reads S1 (skip-thursday), S2 (rough-nurse), S3 (why-wake-up) and S7 (sisters-kidney).
- The safeguarding lead reads the module \`safety\` and S3.
- Local numbers are filled in: values marked \`example: true\` warn, and stop the start in production.
- The Spanish is read by a native peer, not only by a translator.
- The reading level is advice: grade 6 to 8, or a UK reading age of 9 to 11, as the NHS service manual advises (\`alongside course reading\`).

## The sources

${table(
  ['source', 'title', 'publisher', 'address', 'to know'],
  Object.entries(file.sources).map(([id, { title, publisher, url, note }]) => [
    id,
    title,
    publisher,
    `<${url}>`,
    note ?? '',
  ]),
)}
`
}
