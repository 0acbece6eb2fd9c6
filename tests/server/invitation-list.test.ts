/** C18: lists of people as they really come: pasted, from Excel, from an address book, in other encodings. */
import { describe, expect, test } from 'vitest'
import { readBytes } from '#domain/people/list-bytes.ts'
import type { Around, CheckedList } from '#domain/people/invitation-list.ts'
import { readInvitationList, type ReadList } from '#server/people/read-invitation-list.ts'

const around: Around = {
  language: 'en',
  cohort: null,
  cohorts: [{ id: 'c1', name: 'Spring' }],
  waiting: new Set(['old@example.org']),
  accounts: new Set(['nadia@example.org']),
}
const read = (text: string, more: Partial<Around> = {}): ReadList =>
  readInvitationList(text, { ...around, ...more })
const checked = (list: ReadList): Extract<CheckedList, { kind: 'checked' }> => {
  if (list.kind !== 'checked') throw new Error(`the list was ${JSON.stringify(list)}`)
  return list
}
/** `name <address> language`, or what is wrong, line by line. */
const said = (list: ReadList): string[] =>
  checked(list).rows.map(({ invited, problems }) =>
    invited ? `${invited.name} <${invited.email}> ${invited.language}` : problems.join(' '),
  )

const COMMAS = ['Rosa Díaz, rosa@example.org, es', 'Tim, tim@example.org']
const ROSA = 'Rosa Díaz <rosa@example.org> es'
const TOM = 'Tom <tom@example.org> en'
const TIM = 'Tim <tim@example.org> en'

describe('C18: a line', () => {
  test.each([
    ["Tom O'Neill tom@example.org", "Tom O'Neill <tom@example.org> en"],
    ['José Ñandú\tjose@example.org\tes', 'José Ñandú <jose@example.org> es'],
    ['Ana Ruiz <ana@example.org>', 'Ana Ruiz <ana@example.org> en'],
    ['"Ana Ruiz" <ana@example.org>', 'Ana Ruiz <ana@example.org> en'],
    ['Luz;luz@example.org;es', 'Luz <luz@example.org> es'],
    ['Luz, luz@example.org, es-MX', 'Luz <luz@example.org> es'],
    ['Luz, luz@example.org, Español (España)', 'Luz <luz@example.org> es'],
    ['Luz, luz@example.org, English (United States)', 'Luz <luz@example.org> en'],
    ['Luz, luz@example.org, French', 'language-unknown'],
    ['Luz, luz@example.org, Estonian', 'language-unknown'],
    ['ana@example.org', 'name-missing'],
    ['<ana@example.org>', 'name-missing'],
    ['Ana @ work, ana@example.org', 'name-address'],
    ['Ana <Nana>, ana@example.org', 'name-address'],
    ['Ana and ben@example.org and more', 'name-address'],
    ['y�name, ana@example.org', 'letters-lost'],
    ['Nadia, Nadia@Example.org', 'has-account'],
  ])('among commas, %j', (line, right) => {
    expect(said(read([...COMMAS, line].join('\n')))).toEqual([ROSA, TIM, right])
  })

  test('C18: an empty cell between tabs stays one', () => {
    expect(said(read('Luz\t\tes\nTom\ttom@example.org\ten'))).toEqual(['Luz <> es', TOM])
  })
})

describe('C18: a whole list', () => {
  test('C18: of addresses only, one a line, has names missing', () => {
    expect(said(read('ana@example.org\nben@example.org\n'))).toEqual([
      'name-missing',
      'name-missing',
    ])
  })
  test('C18: the delimiter is taken from the whole text, not from the first line', () => {
    expect(said(read('Ana Ruiz\nBen Adler;ben@example.org;en\n'))).toEqual([
      'Ana Ruiz <> en',
      'Ben Adler <ben@example.org> en',
    ])
    expect(said(read('Ruiz, Ana;ana@example.org\nAdler, Ben;ben@example.org'))).toEqual([
      'Ruiz, Ana <ana@example.org> en',
      'Adler, Ben <ben@example.org> en',
    ])
  })
  test('C18: First Name, Last Name, E-mail Address are joined; other columns are left out by name', () => {
    const list = read(
      'First Name,Middle Name,Last Name,Company,E-mail Address,Mobile Phone\n' +
        'Ana,María,Ruiz,=Clinic,ana@example.org,+34 600 000 000\nBen,,Adler,,ben@example.org,',
    )
    expect(said(list)).toEqual([
      'Ana María Ruiz <ana@example.org> en',
      'Ben Adler <ben@example.org> en',
    ])
    expect(checked(list).leftOut).toEqual(['Company', 'Mobile Phone'])
  })
  test.each([
    [
      'Vorname;Nachname;E-Mail-Adresse;Sprache\nJörg;Müller;jorg@example.org;Englisch',
      'Jörg Müller <jorg@example.org> en',
    ],
    ['Name;Vorname;E-Mail\nMüller;Jörg;jorg@example.org', 'Jörg Müller <jorg@example.org> en'],
    [
      'Nombre y apellidos;Correo electrónico\nAna Ruiz;ana@example.org',
      'Ana Ruiz <ana@example.org> en',
    ],
    [
      'Nombre,Apellidos,Correo,Idioma\nAna,Ruiz Gil,ana@example.org,es',
      'Ana Ruiz Gil <ana@example.org> es',
    ],
    ['Name,"Email; work"\nAna Ruiz,ana@example.org', 'Ana Ruiz <ana@example.org> en'],
    ['Full name\tE-mail 1 - Value\nAna Ruiz\tana@example.org', 'Ana Ruiz <ana@example.org> en'],
  ])('C18: headings of %j', (text, right) => {
    expect(said(read(text))).toEqual([right])
  })
  test('C18: headings that nobody knows are a question, and the answer holds', () => {
    const text = 'Navn;E-post\nAna Ruiz;ana@example.org\nBen Adler;ben@example.org'
    expect(read(text)).toMatchObject({
      kind: 'asked',
      first: ['Navn', 'E-post'],
      guess: { headings: true, columns: ['name', 'email'] },
    })
    expect(said(read(text, { columns: { headings: true, columns: ['name', 'email'] } }))).toEqual([
      'Ana Ruiz <ana@example.org> en',
      'Ben Adler <ben@example.org> en',
    ])
  })
  test('C18: addresses under a heading that nobody knows are a question, be there only one', () => {
    const text = 'Name;Kontakt;Clinic\nAna Ruiz;ana@example.org;A\nBen Adler;;B\nTom;0151 23;C'
    expect(read(text)).toMatchObject({
      kind: 'asked',
      guess: { headings: true, columns: ['name', 'email', null] },
    })
    // Beside a column that is known to hold them it is left out by name.
    const known = read('Name;E-mail;Boss\nAna Ruiz;ana@example.org;ben@example.org')
    expect(said(known)).toEqual(['Ana Ruiz <ana@example.org> en'])
    expect(checked(known).leftOut).toEqual(['Boss'])
  })
  test('C18: another order without headings is a question too', () => {
    expect(read('ana@example.org,Ana Ruiz\nben@example.org,Ben Adler')).toMatchObject({
      kind: 'asked',
      guess: { headings: false, columns: ['email', 'name'] },
    })
    expect(read('Ana,Ruiz,ana@example.org\nBen,Adler,ben@example.org')).toMatchObject({
      kind: 'asked',
      guess: { headings: false, columns: ['given', 'family', 'email'] },
    })
  })
  test('C18: an answer without a column for names asks again', () => {
    const columns = { headings: false, columns: ['email', null] } as const
    expect(read('ana@example.org,Ana Ruiz', { columns })).toMatchObject({ kind: 'asked' })
  })
  test('C18: two people of one name are a question', () => {
    const text = 'Ana Ruiz\nBen\nana ruíz\nAna Ruiz, ana@example.org'
    expect(said(read(text))).toEqual(['Ana Ruiz <> en', 'Ben <> en', 'same-name', 'same-name'])
    expect(checked(read(text)).sameNames).toEqual([
      { name: 'Ana Ruiz', lines: [1, 3, 4], answer: null },
    ])
    const answered = (answer: 'different' | 'same') =>
      said(read(text, { sameNames: new Map([[1, answer]]) }))
    expect(answered('different')).toEqual([
      'Ana Ruiz <> en',
      'Ben <> en',
      'ana ruíz <> en',
      'Ana Ruiz <ana@example.org> en',
    ])
    expect(answered('same')).toEqual(['Ana Ruiz <> en', 'Ben <> en', 'twice', 'twice'])
  })
})

describe('C18: the bytes of a file', () => {
  const text = (bytes: Uint8Array): string => {
    const file = readBytes(bytes)
    if (file.kind !== 'text') throw new Error(`it was ${file.kind}`)
    return file.text
  }
  const utf16 = (words: string): Buffer => Buffer.from(`\ufeff${words}`, 'utf16le')

  test('C18: Excel’s “Unicode text” is UTF-16 with tabs', () => {
    const words = 'name\temail\tlanguage\r\nÁngela Ñandú\tangela@example.org\tes\r\n'
    const right = ['Ángela Ñandú <angela@example.org> es']
    expect(said(read(text(utf16(words))))).toEqual(right)
    expect(said(read(text(utf16(words).subarray(2))))).toEqual(right)
    expect(said(read(text(Buffer.from(utf16(words)).swap16())))).toEqual(right)
  })
  test('C18: UTF-8 with and without its mark', () => {
    const words = 'Łukasz Wiśniewski,lukasz@example.org'
    for (const mark of ['', '\ufeff'])
      expect(said(read(text(Buffer.from(mark + words))))).toEqual([
        'Łukasz Wiśniewski <lukasz@example.org> en',
      ])
  })
  test('C18: Łukasz Wiśniewski of windows-1250 is found: no £ stands in a name', () => {
    const bytes = Uint8Array.from(
      'Łukasz Wiśniewski,lukasz@example.org\n',
      (sign) => ({ Ł: 0xa3, ś: 0x9c })[sign] ?? sign.charCodeAt(0),
    )
    expect(readBytes(bytes)).toMatchObject({
      kind: 'text',
      text: 'Łukasz Wiśniewski,lukasz@example.org\n',
    })
  })
  test('C18: where two readings could be names, both are shown and nobody guesses', () => {
    const file = readBytes(Buffer.from('Núñez, José\nBen\n', 'latin1'))
    if (file.kind !== 'asked') throw new Error(`it was ${file.kind}`)
    expect(file.readings.map(({ encoding, sample }) => [encoding, sample])).toEqual([
      ['windows-1252', ['Núñez, José']],
      ['windows-1250', ['Núńez, José']],
    ])
    expect(readBytes(Buffer.from('Núñez', 'latin1'), 'windows-1250')).toMatchObject({
      text: 'Núńez',
    })
  })
  test.each([
    'PK\u0003\u0004',
    '%PDF-1.7',
    '\u00d0\u00cf\u0011\u00e0',
    '\u0000\u0001\u0002\u0000\u0001',
  ])('C18: %j is no text', (start) => {
    expect(readBytes(Buffer.from(start, 'latin1'))).toEqual({ kind: 'not-text' })
  })
})
