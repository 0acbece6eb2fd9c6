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

const months = z.int().min(1).max(120).optional()
/** So many days an old check counts while it is renewed, where nothing is said. */
export const USUAL_WINDOW = 60
const check = z.strictObject({
  name: local,
  level: local.optional().describe('Which kind, as the description of the role says'),
  why: local.describe('Why the role asks for it; whom it is about reads this'),
  months: months.describe('After so many months it is looked at again; left out for never'),
  window: z
    .int()
    .min(0)
    .max(365)
    .default(USUAL_WINDOW)
    .describe('So many days more it counts while it is renewed'),
  status: z
    .boolean()
    .default(false)
    .describe('Whether its issuer is asked as well what it says today'),
  statusMonths: months.describe('After so many months the issuer is asked again'),
})
export type CheckFile = z.infer<typeof check>

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
  checks: z.record(slug, check).default({}).describe('Checks on whoever wants to mentor'),
})

export type ProgrammeFile = z.infer<typeof programmeFile>
