/**
 * What a programme's file may say: shipped in content/programmes, edited by an administrator in DATA_DIR/programmes.
 * A room of its own: both the compiler and the running server read it, and the domain knows no package (docs/decisions/programme-words.md).
 */
import { z } from 'zod'
import { LANGUAGES } from '#domain/course/language.ts'
import { isEmail } from '#domain/people/person.ts'
import { PROGRAMME_STATES } from '#domain/programme/programme.ts'

const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use lower-case words with hyphens, such as who-decides')
const text = z.string().trim().min(1, 'write the words, or leave the field out')
/** In one language at least; what a programme wants to offer and lacks is missing-words' to say. */
const local = z
  .strictObject({ en: text.optional(), es: text.optional() })
  .refine(({ en, es }) => en ?? es, 'write the words, or leave the field out')
export type Local = z.infer<typeof local>
/** Whether Intl knows it. */
const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
const example = z.boolean().default(false).describe('True until the organisation has put its own')

export const programmeFile = z.strictObject({
  name: local,
  organisation: local.describe('What the organisation calls itself'),
  state: z.enum(PROGRAMME_STATES).default('open').describe('Whether it takes people in'),
  languages: z
    .array(z.enum(LANGUAGES))
    .min(1)
    .default([...LANGUAGES])
    .describe('Which its people read'),
  madeFrom: slug
    .optional()
    .describe('Whose words it began with; a term of a later course is theirs'),
  country: z.enum(['us', 'uk']).describe('Which <Only country> passages are shown'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'use an IANA name, such as America/Chicago or Europe/London')
    .default('UTC')
    .describe('What clocks say at group sessions'),
  terms: z.record(slug, local).describe('The programme’s own words'),
  contact: z.strictObject({
    name: local,
    phone: text,
    email: z.string().refine(isEmail, 'is one e-mail address, such as name@example.org'),
    replies: local.describe('How soon people get an answer'),
    example,
  }),
  crisis: z
    .array(
      z.strictObject({
        name: local,
        number: text,
        what: local.describe('When to use it'),
        example,
      }),
    )
    .min(1),
  areas: z.record(slug, local).describe('Areas of experience that mentors are matched by'),
})

export type ProgrammeFile = z.infer<typeof programmeFile>
