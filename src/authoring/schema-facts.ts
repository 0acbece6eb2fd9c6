/** What `facts.yaml` may say: what the course rests on, how sure it is, and who must confirm it. */
import { z } from 'zod'
import { day, local, slug, text } from './schema-base.ts'

const sourceName = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'use letters, digits and hyphens')

const source = z.strictObject({
  title: text.describe('Title of the page or paper'),
  publisher: text.describe('Who answers for it'),
  url: z.url({ protocol: /^https?$/, error: 'write the whole address, from https:// on' }),
  note: text.optional().describe('What one should know: a copy, the first part only, its date'),
})

const fact = z.strictObject({
  what: z
    .union([local, text])
    .describe('In short words; in both languages where it is to be confirmed'),
  sources: z.array(sourceName).default([]).describe('Keys of `sources`'),
  how: z
    .enum(['read', 'second-hand', 'general'])
    .describe(
      '`read` in the source itself, `second-hand` in a copy or the words of somebody else; `general` has no source and is a question to an expert',
    ),
  country: z.enum(['us', 'uk']).optional().describe('Where it holds; left out where everywhere'),
  checked: day.describe('The day on which somebody last looked'),
  confirm: z
    .strictObject({
      who: z.array(slug).min(1).describe('Keys of `experts`'),
      why: local.describe('What is open about it'),
    })
    .optional()
    .describe('To be confirmed locally before people rely on it'),
  where: z
    .array(text)
    .default([])
    .describe('What rests on it and has no `facts:` of its own: a file below content/'),
})

export const factsFile = z.strictObject({
  experts: z.record(slug, local).describe('Who may be asked to confirm a fact'),
  sources: z.record(sourceName, source),
  facts: z.record(slug, fact),
})

export type FactsFile = z.infer<typeof factsFile>
export type FactFile = FactsFile['facts'][string]
