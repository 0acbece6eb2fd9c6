/** Tables as files: for spreadsheets of every country, and nothing in them is a formula. */
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { keptDisplay, readDisplay, schemeOf, TABLE_KINDS, THEMES } from '#domain/people/display.ts'
import { tableFile } from '#server/files/csv.ts'

const columns = ['Mentor', 'Conditions', 'Days']
const rows = [
  ['Ángela; Núñez', 'By phone, "late"', 2.5],
  ['=HYPERLINK("x")', null, 3],
]
const linesOf = async (kind: 'csv' | 'semicolon'): Promise<string[]> =>
  String((await tableFile(kind, columns, rows)).body).split('\r\n')

test('E8: with commas for English, with semicolons and a decimal comma for Spanish and German spreadsheets', async () => {
  expect(await linesOf('csv')).toEqual([
    '\ufeffMentor,Conditions,Days',
    'Ángela; Núñez,"By phone, ""late""",2.5',
    `"'=HYPERLINK(""x"")",,3`,
    '',
  ])
  expect(await linesOf('semicolon')).toEqual([
    '\ufeffMentor;Conditions;Days',
    '"Ángela; Núñez";"By phone, ""late""";2,5',
    `"'=HYPERLINK(""x"")";;3`,
    '',
  ])
})

test('E8: as .xlsx numbers are numbers, text is text, and no cell is a formula', async () => {
  const file = await tableFile('xlsx', columns, rows)
  expect([file.extension, file.type]).toEqual([
    'xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ])
  const parts = unzipSync(file.body as Uint8Array)
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toContain('<v>2.5</v>')
  expect(sheet).not.toMatch(/<f[ >]/)
  const all = Object.values(parts).map((part) => strFromU8(part))
  expect(all.join('')).toContain('Ángela; Núñez')
  expect(all.join('')).toMatch(/(&apos;|&#39;|')=HYPERLINK/)
})

test('E8: the kind of file is kept with how a person likes to read', () => {
  const display = readDisplay('large cream')
  for (const table of TABLE_KINDS)
    expect(readDisplay(keptDisplay({ ...display, table }))).toEqual({ ...display, table })
  expect(readDisplay('').table).toBe('csv')
})

test('light or dark is kept with how a person likes to read', () => {
  const display = readDisplay('large cream wide')
  for (const theme of THEMES)
    expect(readDisplay(keptDisplay({ ...display, theme }))).toEqual({ ...display, theme })
  expect(readDisplay('').theme).toBe('automatic')
})

test('high contrast and cream are light of themselves, and dark where somebody chose it', () => {
  const schemes = ['', 'high', 'cream', 'dark', 'dark.high', 'light'].map((kept) =>
    schemeOf(readDisplay(kept)),
  )
  expect(schemes).toEqual(['light dark', 'light', 'light', 'dark', 'dark', 'light'])
})
