/** What `signs.yaml` may say: the one rule, and a list of urgent signs for each area. */
import { z } from 'zod'
import { facts, slug, text, translates } from './schema-base.ts'

const revision = z.int().min(1).describe('Raised only when the meaning changes')
const words = z
  .array(text)
  .min(1)
  .describe('What people say when they mean it: found in sessions and questions by `course check`')
const signs = z
  .record(slug, z.strictObject({ says: text, facts }))
  .describe('Each sign, in plain words')

export const signsFile = z.strictObject({
  rule: text.describe('The one rule'),
  doubt: text.describe('What to do when in doubt'),
  unreached: text.describe('What to do when nobody answers, or it gets worse'),
  now: text.describe('Heading of the signs for which one calls the emergency number'),
  today: text.describe('Heading of the signs for which one calls the care team today'),
  lists: z.record(
    slug,
    z.strictObject({
      revision,
      title: text,
      words,
      now: signs.refine((all) => Object.keys(all).length > 0, 'name at least one sign'),
      meanwhile: text.optional().describe('What to do until help comes; one or two sentences'),
      call: text.optional().describe('In place of the heading `today`: whom to call'),
      today: signs.default({}),
    }),
  ),
})
export const signsWords = z.strictObject({
  translates,
  rule: text,
  doubt: text,
  unreached: text,
  now: text,
  today: text,
  lists: z.record(
    slug,
    z.strictObject({
      title: text,
      words,
      now: z.record(slug, text),
      meanwhile: text.optional(),
      call: text.optional(),
      today: z.record(slug, text).default({}),
    }),
  ),
})

export type SignsFile = z.infer<typeof signsFile>
export type SignsWords = z.infer<typeof signsWords>
