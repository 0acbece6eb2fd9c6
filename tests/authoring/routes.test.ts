/** Every way of a complaint and every national line stands in the lesson of its country, in both languages, and in no other's. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '#domain/course/language.ts'

type Country = 'us' | 'uk'

/** What only readers of that country are shown. */
const onlyIn = (language: Language, lesson: string, country: Country): string =>
  [
    ...readFileSync(`content/${language}/${lesson}.mdx`, 'utf8').matchAll(
      /<Only country="(us|uk)">([\s\S]*?)<\/Only>/g,
    ),
  ]
    .flatMap(([, one, text]) => (one === country ? [text] : []))
    .join('\n')

const ROUTES: Record<Country, Record<Language, readonly RegExp[]>> = {
  uk: {
    en: [
      /PALS/,
      /GP practices don't have it/,
      /practice manager/,
      /integrated care board/,
      /advocate/,
      /Parliamentary and Health Service Ombudsman/,
      /Local Government and Social Care Ombudsman/,
      /council/,
      /\*\*Scotland:\*\*.*PASS/,
      /\*\*Wales:\*\*.*Llais/,
      /Healthwatch, where it still runs/,
      /trustees/,
      /Charity Commission/,
    ],
    es: [
      /PALS/,
      /consultorios no lo tienen/,
      /integrated care board/,
      /NHS complaints advocacy/,
      /Parliamentary and Health Service Ombudsman/,
      /Local Government and Social Care Ombudsman/,
      /municipio/,
      /\*\*Escocia:\*\*.*PASS/,
      /\*\*Gales:\*\*.*Llais/,
      /donde todavía funciona/,
      /trustees/,
      /Charity Commission/,
    ],
  },
  us: {
    en: [/grievance/, /encouraged to start here/, /don't have to/, /ESRD Network/, /state agency/],
    es: [/queja/, /No es obligación/, /red renal/i, /agencia estatal/],
  },
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['us', 'uk'] as const)('the ways of a complaint: %s', (country) => {
    const text = onlyIn(language, 'safety/complaints', country)
    for (const way of ROUTES[country][language]) expect(text).toMatch(way)
    expect(text).not.toMatch(country === 'us' ? /PALS|NHS/ : /ESRD|state agency|agencia estatal/)
  })

  test('no reprisal, and a complaint without a name with its price, stand for both', () => {
    const lesson = readFileSync(`content/${language}/safety/complaints.mdx`, 'utf8')
    const shared = lesson.replace(/<Only\b[\s\S]*?<\/Only>/g, '')
    expect(shared).toContain('<Term id="reprisal">')
    expect(shared).toMatch(language === 'en' ? /leave their name out/ : /no pongan su nombre/)
  })

  test('988 with its Spanish stands for the US; Samaritans, SHOUT and 111 for the UK', () => {
    const us = onlyIn(language, 'safety/talking-about-suicide', 'us')
    const uk = onlyIn(language, 'safety/talking-about-suicide', 'uk')
    for (const text of ['988', 'AYUDA', '2']) expect(us).toContain(text)
    for (const text of ['116 123', '85258', '111']) expect(uk).toContain(text)
    expect(us).not.toMatch(/116 123|85258/)
    expect(uk).not.toMatch(/\b988\b/)
  })

  test('who answers what privacy law asks of a mentor is said in each country', () => {
    const us = onlyIn(language, 'consent/notes-phones-photos', 'us')
    const uk = onlyIn(language, 'consent/notes-phones-photos', 'uk')
    expect(us).toMatch(/HIPAA/)
    expect(us).toMatch(language === 'en' ? /act as if you were bound/ : /como si/)
    expect(us).toMatch(language === 'en' ? /privacy officer/ : /privacidad/)
    expect(uk).toMatch(/GDPR/)
  })
})
