/** A programme's file as boxes of a form, a section at a time, and back. */
import { describe, expect, test } from 'vitest'
import { isEmergencyNumber, isNumber } from '#domain/programme/emergency.ts'
import { isNobodys } from '#domain/programme/examples.ts'
import { boxesOf, type Boxes } from '#programme-file/boxes.ts'
import { changedFields } from '#programme-file/changes.ts'
import { missingWords, offeredLanguages } from '#programme-file/missing.ts'
import { inLanguage } from '#programme-file/in-language.ts'
import { programmeFile, type ProgrammeFile } from '#programme-file/programme-file.ts'
import { readSection } from '#programme-file/programme-form.ts'
import { SECTIONS, type Section } from '#domain/programme/section.ts'
import { isSameSection } from '#programme-file/sections.ts'

const file: ProgrammeFile = programmeFile.parse({
  name: { en: 'River mentors', es: 'Mentores del río' },
  organisation: { en: 'River', es: 'Río' },
  country: 'us',
  timeZone: 'America/Chicago',
  terms: {
    place: { en: 'the center', es: 'la clínica' },
    'emergency-number': { en: '911', es: '911' },
  },
  contact: {
    name: { en: 'Carla', es: 'Carla' },
    phone: '555-0100',
    email: 'c@example.org',
    replies: { en: 'Soon', es: 'Pronto' },
    example: true,
  },
  crisis: [
    {
      name: { en: 'Emergency', es: 'Emergencias' },
      number: '911',
      what: { en: 'Now', es: 'Ahora' },
    },
  ],
  areas: { 'low-mood': { en: 'Low mood', es: 'Tristeza' } },
})

const read = (section: Section, boxes: Boxes, like = file, real = false) =>
  readSection(section, { ...boxesOf(like), ...boxes }, like, real)
const problemsIn = (section: Section, boxes: Boxes, like = file, real = false) => {
  const answer = read(section, boxes, like, real)
  return answer.kind === 'refused' ? answer.problems : {}
}
const madeOf = (section: Section, boxes: Boxes, like = file): ProgrammeFile => {
  const answer = read(section, boxes, like)
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.problems))
  return answer.file
}

test.each(SECTIONS)('%s comes back as it went in', (section) => {
  expect(read(section, {})).toEqual({ kind: 'file', file })
})

test('a section changes nothing of the others, whatever was sent with it', () => {
  const made = madeOf('areas', { 'name.en': 'Brook', 'areas.low-mood.en': 'Worry' })
  expect(made).toEqual({ ...file, areas: { 'low-mood': { en: 'Worry', es: 'Tristeza' } } })
  expect(isSameSection('about', made, file)).toBe(true)
  expect(isSameSection('areas', made, file)).toBe(false)
})

test('tells which fields differ from another version', () => {
  const [line] = file.crisis
  const later: ProgrammeFile = {
    ...file,
    state: 'archived',
    name: { en: 'Brook mentors', es: 'Mentores del arroyo' },
    contact: { ...file.contact, example: false },
    crisis: line ? [line, { ...line, number: '112' }] : [],
    areas: { 'low-mood': { en: 'Low mood', es: 'Ánimo bajo' } },
  }
  expect(changedFields(file, file)).toEqual([])
  expect(changedFields(file, later).sort()).toEqual([
    'areas.low-mood',
    'contact.example',
    'crisis.1',
    'name',
    'state',
  ])
  expect(changedFields(later, file).sort()).toEqual(changedFields(file, later).sort())
})

describe('says at the box what is wrong', () => {
  test.each<[Section, Boxes, Record<string, string>]>([
    ['about', { 'name.es': ' ' }, { 'name.es': 'missing' }],
    ['about', { timeZone: 'Chicago' }, { timeZone: 'zone' }],
    ['about', { country: 'fr' }, { country: 'missing' }],
    ['about', { 'languages.en': '', 'languages.es': '' }, { languages: 'no-language' }],
    ['contact', { 'contact.email': 'nobody' }, { 'contact.email': 'email' }],
    ['contact', { 'contact.phone': 'ask Carla' }, { 'contact.phone': 'number' }],
    ['contact', { 'contact.phone': 'none' }, { 'contact.phone': 'number' }],
    ['terms', { 'terms.place.en': '' }, { 'terms.place.en': 'missing' }],
    [
      'terms',
      { 'terms.emergency-number.es': 'ninguno' },
      { 'terms.emergency-number.es': 'emergency' },
    ],
    ['terms', { 'terms.emergency-number.en': '999' }, { 'terms.emergency-number.en': 'emergency' }],
    ['areas', { 'areas.low-mood.es': '' }, { 'areas.low-mood.es': 'missing' }],
    ['areas', { 'areas.low-mood.es': 'x'.repeat(1001) }, { 'areas.low-mood.es': 'too-long' }],
    ['crisis', { 'crisis.0.number': 'none' }, { 'crisis.0.number': 'number' }],
    ['crisis', { 'crisis.0.number': '988' }, { 'crisis.0.number': 'no-emergency' }],
    [
      'crisis',
      { 'crisis.1.number': '988' },
      {
        'crisis.1.name.en': 'missing',
        'crisis.1.name.es': 'missing',
        'crisis.1.what.en': 'missing',
        'crisis.1.what.es': 'missing',
      },
    ],
  ])('%s %o', (section, boxes, problems) => {
    expect(problemsIn(section, boxes)).toEqual(problems)
  })

  test('a programme without any line for emergencies is refused', () => {
    const none = Object.fromEntries(
      Object.keys(boxesOf(file))
        .filter((box) => box.startsWith('crisis.'))
        .map((box) => [box, '']),
    )
    expect(Object.keys(problemsIn('crisis', none))).toContain('crisis.0.number')
  })
})

test('leaves an emptied area out and makes a slug for a new one', () => {
  const made = madeOf('areas', {
    'areas.low-mood.en': '',
    'areas.low-mood.es': '',
    'new-area.0.en': 'Work & family',
    'new-area.0.es': 'Trabajo y familia',
  })
  expect(made.areas).toEqual({ 'work-family': { en: 'Work & family', es: 'Trabajo y familia' } })
})

describe('an example', () => {
  test('is refused where real people are', () => {
    expect(problemsIn('contact', {}, file, true)).toEqual({ 'contact.example': 'example' })
    expect(problemsIn('areas', {}, file, true)).toEqual({})
  })
  test('ends by itself with the first phone and address that somebody answers', () => {
    const mine = { 'contact.phone': '312 555 7301', 'contact.email': 'mentors@river.org' }
    expect(madeOf('contact', mine).contact.example).toBe(false)
    expect(problemsIn('contact', mine, file, true)).toEqual({})
    for (const one of Object.entries(mine))
      expect(madeOf('contact', Object.fromEntries([one])).contact.example).toBe(true)
  })
  test('of a line ends with another number', () => {
    const [line] = file.crisis
    if (!line) throw new Error('there is a line')
    const two = { ...file, crisis: [line, { ...line, number: '0191 498 0199', example: true }] }
    const after = (number: string) =>
      madeOf('crisis', { 'crisis.1.number': number }, two).crisis[1]?.example
    expect([after('0191 498 0199'), after('0191 498 0198'), after('0191 233 1234')]).toEqual([
      true,
      true,
      false,
    ])
  })
  test.each([
    ['555-0100', true],
    ['(312) 555-0142', true],
    ['+1 312 555 0142', true],
    ['312 555 7301', false],
    ['0191 498 0100', true],
    ['+44 20 7946 0123', true],
    ['07700 900123', true],
    ['020 7946 1234', false],
    ['988', false],
    ['116 123', false],
  ])('%s is nobody’s: %s', (number, is) => {
    expect(isNobodys(number)).toBe(is)
  })
})

describe('languages', () => {
  const { name, organisation, ...rest } = file
  const english: ProgrammeFile = { ...rest, languages: ['en'], name, organisation }

  test('words of one that the programme does not offer are not asked for', () => {
    const made = madeOf('about', { 'languages.es': '', 'name.es': '', 'organisation.es': '' })
    expect([made.languages, made.name]).toEqual([['en'], { en: 'River mentors' }])
    expect(offeredLanguages(made)).toEqual(['en'])
    expect(inLanguage('river', made, 'es').name).toBe('River mentors')
  })
  test('one that is added is offered once nothing of it is missing', () => {
    const bare: ProgrammeFile = {
      ...english,
      contact: { ...file.contact, replies: { en: 'Soon' } },
    }
    const wanted = madeOf('about', { 'languages.es': 'yes' }, bare)
    expect(missingWords(wanted)).toEqual(['contact.replies.es'])
    expect(offeredLanguages(wanted)).toEqual(['en'])
    expect(problemsIn('contact', {}, wanted)).toEqual({ 'contact.replies.es': 'missing' })
    const whole = madeOf('contact', { 'contact.replies.es': 'Pronto' }, wanted)
    expect(offeredLanguages(whole)).toEqual(['en', 'es'])
  })
  test('words of one that has no box stay, and keep no area that was emptied', () => {
    const typed = Object.fromEntries(
      Object.entries(boxesOf(english)).filter(([box]) => !box.endsWith('.es')),
    )
    const term = readSection('terms', { ...typed, 'terms.place.en': 'here' }, english, false)
    expect(term.kind === 'file' && term.file.terms['place']).toEqual({
      en: 'here',
      es: 'la clínica',
    })
    const area = readSection('areas', { ...typed, 'areas.low-mood.en': '' }, english, false)
    expect(area.kind === 'file' && area.file.areas).toEqual({})
  })
  test('a file that does not say offers both', () => {
    expect(file.languages).toEqual(['en', 'es'])
  })
  test('a field without any words fits no file', () => {
    expect(programmeFile.safeParse({ ...file, name: {} }).success).toBe(false)
  })
})

test.each([
  ['us', '911', true],
  ['us', '999', false],
  ['uk', '999', true],
  ['uk', '112', true],
  ['uk', 'none', false],
  ['uk', 'call 999', false],
] as const)('%s: %s is an emergency number: %s', (country, number, is) => {
  expect(isEmergencyNumber(country, number)).toBe(is)
})

test.each([
  ['988', true],
  ['116 123', true],
  ['+44 (0)20 7946 0123', true],
  ['none', false],
  ['', false],
  ['12', false],
  ['text AYUDA to 988', false],
])('"%s" can be dialed: %s', (number, is) => {
  expect(isNumber(number)).toBe(is)
})
