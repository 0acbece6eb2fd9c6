/** A programme's file as pages read it, in one language. */
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import type { Programme, ProgrammeCheck } from '#domain/programme/programme.ts'
import { offeredLanguages } from './missing.ts'
import type { CheckFile, Local, ProgrammeFile } from './programme-file.ts'

/** A term that every programme has: the names and numbers of its crisis lines, so that no page says a number of its own. */
export const CRISIS_NUMBERS = 'crisis-numbers'

const crisisNumbers = (file: ProgrammeFile, language: Language): string => {
  const said = sayer(file, language)
  const emergency = file.terms['emergency-number']
  return file.crisis
    .filter(({ number }) => !emergency || number !== said(emergency))
    .map(({ name, number }) =>
      said(name).includes(number) ? said(name) : `${said(name)}: ${number}`,
    )
    .join('; ')
}

/** In a language that the file lacks, the words of one that it has. */
const sayer =
  ({ languages }: ProgrammeFile, language: Language) =>
  (words: Local): string =>
    [language, ...languages, ...LANGUAGES].map((one) => words[one]).find(Boolean) ?? ''

/** One language of a file. */
export function inLanguage(slug: string, file: ProgrammeFile, language: Language): Programme {
  const said = sayer(file, language)
  const all = (words: Readonly<Record<string, Local>>) =>
    Object.fromEntries(Object.entries(words).map(([id, one]) => [id, said(one)]))
  return {
    slug,
    state: file.state,
    languages: offeredLanguages(file),
    name: said(file.name),
    organisation: said(file.organisation),
    country: file.country,
    timeZone: file.timeZone,
    terms: { ...all(file.terms), [CRISIS_NUMBERS]: crisisNumbers(file, language) },
    contact: {
      ...file.contact,
      name: said(file.contact.name),
      replies: said(file.contact.replies),
    },
    crisis: file.crisis.map((line) => ({ ...line, name: said(line.name), what: said(line.what) })),
    areas: all(file.areas),
    checks: Object.fromEntries(
      Object.entries(file.checks).map(([id, { name, level, why, window, ...one }]) => [
        id,
        {
          ...{ name: said(name), level: level ? said(level) : '', why: said(why), window },
          months: one.months ?? null,
          status: one.status ? { months: one.statusMonths ?? null } : null,
        },
      ]),
    ),
  }
}

/** Without what is made from the rest of the file. */
const written = ({ [CRISIS_NUMBERS]: _, ...terms }: Programme['terms']): Programme['terms'] => terms

/** The file again, from both of its languages: of a programme that came with the course, which has both. */
export function fileOf(en: Programme, es: Programme): ProgrammeFile {
  const both = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(a).map(([id, words]) => [id, { en: words, es: b[id] ?? words }]),
    )
  return {
    name: { en: en.name, es: es.name },
    state: en.state,
    languages: [...LANGUAGES],
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
    checks: Object.fromEntries(
      Object.entries(en.checks).map(([id, one]) => [id, checkOf(one, es.checks[id] ?? one)]),
    ),
  }
}

function checkOf(en: ProgrammeCheck, es: ProgrammeCheck): CheckFile {
  const { months, window, status } = en
  return {
    name: { en: en.name, es: es.name },
    ...(en.level ? { level: { en: en.level, es: es.level } } : {}),
    why: { en: en.why, es: es.why },
    ...(months === null ? {} : { months }),
    window,
    status: status !== null,
    ...(status?.months ? { statusMonths: status.months } : {}),
  }
}
