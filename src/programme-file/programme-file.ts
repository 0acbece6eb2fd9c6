/**
 * What a programme's file may say: shipped in content/programmes, edited by an administrator in DATA_DIR/programmes.
 * A room of its own: both the compiler and the running server read it, and the domain knows no package (docs/decisions/programme-words.md).
 */
import { z } from 'zod'
import type { Language } from '#domain/course/language.ts'
import { isEmail } from '#domain/people/person.ts'
import type { Programme } from '#domain/programme/programme.ts'

const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use lower-case words with hyphens, such as who-decides')
const text = z.string().trim().min(1, 'write the words, or leave the field out')
const local = z.strictObject({ en: text, es: text })
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

/** A term that every programme has: the names and numbers of its crisis lines, so that no page says a number of its own. */
export const CRISIS_NUMBERS = 'crisis-numbers'

const crisisNumbers = ({ crisis, terms }: ProgrammeFile, language: Language): string =>
  crisis
    .filter(({ number }) => number !== terms['emergency-number']?.[language])
    .map(({ name, number }) =>
      name[language].includes(number) ? name[language] : `${name[language]}: ${number}`,
    )
    .join('; ')

/** One language of a file. */
export function inLanguage(slug: string, file: ProgrammeFile, language: Language): Programme {
  const said = (all: Record<string, { en: string; es: string }>) =>
    Object.fromEntries(Object.entries(all).map(([id, words]) => [id, words[language]]))
  return {
    slug,
    name: file.name[language],
    organisation: file.organisation[language],
    country: file.country,
    timeZone: file.timeZone,
    terms: { ...said(file.terms), [CRISIS_NUMBERS]: crisisNumbers(file, language) },
    contact: {
      ...file.contact,
      name: file.contact.name[language],
      replies: file.contact.replies[language],
    },
    crisis: file.crisis.map((line) => ({
      ...line,
      name: line.name[language],
      what: line.what[language],
    })),
    areas: said(file.areas),
  }
}

/** Without what is made from the rest of the file. */
const written = ({ [CRISIS_NUMBERS]: _, ...terms }: Programme['terms']): Programme['terms'] => terms

/** The file again, from both of its languages. */
export function fileOf(en: Programme, es: Programme): ProgrammeFile {
  const both = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(a).map(([id, words]) => [id, { en: words, es: b[id] ?? words }]),
    )
  return {
    name: { en: en.name, es: es.name },
    organisation: { en: en.organisation, es: es.organisation },
    country: en.country,
    timeZone: en.timeZone,
    terms: both(written(en.terms), written(es.terms)),
    contact: {
      ...en.contact,
      name: { en: en.contact.name, es: es.contact.name },
      replies: { en: en.contact.replies, es: es.contact.replies },
    },
    crisis: en.crisis.map((line, index) => ({
      ...line,
      name: { en: line.name, es: es.crisis[index]?.name ?? line.name },
      what: { en: line.what, es: es.crisis[index]?.what ?? line.what },
    })),
    areas: both(en.areas, es.areas),
  }
}
