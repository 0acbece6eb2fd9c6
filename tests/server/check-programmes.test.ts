/** What people are shown in danger is there, and theirs, before the door opens (R42). */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { stringify } from 'yaml'
import { courseFolder } from '#server/course/course-folder.ts'
import { closeDatabase, openDatabase } from '#db/client.ts'
import type { Language } from '#domain/course/language.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { fileOf } from '#programme-file/in-language.ts'
import { makeCast } from '#tests/cast.ts'
import { newFolder } from '#tests/db/temporary.ts'
import { startServer } from '#tests/start-server.ts'

const folder = newFolder()
const course = path.join(folder.dataDir, 'course')
const edited = path.join(folder.dataDir, 'programmes')
const shipped = courseFolder()

beforeAll(async () => {
  await openDatabase({ url: folder.url, authToken: undefined, dataDir: folder.dataDir })
  await makeCast(Date.now())
})
afterAll(async () => {
  await closeDatabase()
  folder.remove()
})
beforeEach(() => {
  cpSync(shipped, course, { recursive: true })
  vi.stubEnv('DATA_DIR', folder.dataDir)
  vi.stubEnv('COURSE_DIR', course)
  vi.resetModules()
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(course, { recursive: true })
  rmSync(edited, { recursive: true, force: true })
})

type Programmes = Record<Language, Programme[]>
const built = (): Programmes =>
  JSON.parse(readFileSync(path.join(course, 'programmes.json'), 'utf8')) as Programmes

/** As a build from other files would have it. */
function change(to: (programmes: Programme[]) => Programme[]): void {
  const { en, es } = built()
  writeFileSync(path.join(course, 'programmes.json'), JSON.stringify({ en: to(en), es: to(es) }))
}
const withoutKidney = (all: Programme[]): Programme[] => all.filter(({ slug }) => slug !== 'kidney')

function edit(slug: string, words: string): void {
  mkdirSync(edited, { recursive: true })
  writeFileSync(path.join(edited, `${slug}.yaml`), words)
}

/** What the start says; 'fine' where it goes on. */
async function told(): Promise<string> {
  const { checkProgrammes } = await import('#server/course/check-programmes.ts')
  return checkProgrammes(Date.now()).then(
    () => 'fine',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
}

test('the course as it comes starts', async () => {
  expect(await told()).toBe('fine')
})

test('B3: a programme whose file is missing is named, with how many people are in it', async () => {
  change(withoutKidney)
  vi.stubEnv('DEFAULT_PROGRAMME', 'long-term')
  expect(await told()).toMatch(
    /^6 people are in the programme "kidney", and its file is missing: bring content\/programmes\/kidney\.yaml back/,
  )
})

test('B3: a DEFAULT_PROGRAMME that is none is refused', async () => {
  vi.stubEnv('DEFAULT_PROGRAMME', 'nope')
  expect(await told()).toBe(
    'DEFAULT_PROGRAMME: there is no open programme "nope"; there is kidney, long-term.',
  )
})

test('B3: a programme never speaks with the words of another', async () => {
  change(withoutKidney)
  const { loadProgramme } = await import('#server/course/load-course.ts')
  expect(() => loadProgramme('kidney', 'en')).toThrow('There is no programme "kidney".')
})

test('B3: edited words that cannot be read stop the start, and never give way to the shipped ones', async () => {
  for (const [words, says] of [
    ['name: [', /kidney\.yaml: /],
    ['name: { en: Kidney, es: Riñón }', /kidney\.yaml: organisation: /],
  ] as const) {
    vi.resetModules()
    edit('kidney', words)
    expect(await told()).toMatch(says)
  }
  edit('kidney', wordsOf('kidney'))
  edit('Kidney', wordsOf('kidney'))
  vi.resetModules()
  expect(await told()).toMatch(/Kidney\.yaml: is no name of a programme/)
})

test('B3: words that are spoilt while the server runs leave what was read before', async () => {
  const own = wordsOf('kidney').replaceAll('555-0100', '312-555-7301')
  edit('kidney', own)
  const { findProgramme } = await import('#server/course/load-course.ts')
  expect(findProgramme('kidney', 'en')?.contact.phone).toBe('312-555-7301')
  edit('kidney', `${own}\n  : [`)
  expect(findProgramme('kidney', 'en')?.contact.phone).toBe('312-555-7301')
})

test('B3: a word that lessons need, say of the crisis line, cannot be missing', async () => {
  change((all) =>
    all.map((one) =>
      one.slug === 'long-term'
        ? { ...one, terms: { ...one.terms, 'crisis-line': '', place: one.terms['place'] ?? '' } }
        : one,
    ),
  )
  expect(await told()).toMatch(
    /^content\/programmes\/long-term\.yaml: terms: lessons \(en\) need crisis-line\./,
  )
})

test('B4: production refuses example contacts, naming programme and field', async () => {
  vi.stubEnv('ALONGSIDE_ENV', 'production')
  const said = await told()
  expect(said).toContain('content/programmes/kidney.yaml: contact: still an example')
  expect(said).toContain(
    'content/programmes/long-term.yaml: contact, crisis.1, crisis.2: still an example',
  )
})

test('B4: words edited in the interface count, and an address that nobody reads is an example too', async () => {
  vi.stubEnv('ALONGSIDE_ENV', 'production')
  change((all) =>
    all.filter(({ slug }) => slug === 'kidney').map((one) => ({ ...one, contact: OWN(one) })),
  )
  vi.stubEnv('DEFAULT_PROGRAMME', 'kidney')
  const own = wordsOf('kidney')
  edit('long-term', own)
  expect(await told()).toBe('fine')
  vi.resetModules()
  edit('kidney', own.replace('email: carla@kidneys.us', 'email: mentors@kidney.example.org'))
  expect(await told()).toMatch(/programmes\/kidney\.yaml: contact\.email: still an example/)
})

test('B4: an example does not come back in production by way of the history', async () => {
  vi.stubEnv('ALONGSIDE_ENV', 'production')
  const { bringVersionBack } = await import('#server/course/save-programme.ts')
  const ana = {
    id: '01900000-0000-7000-8000-000000000001',
    roles: [{ role: 'administrator', programme: '' }],
  } as unknown as Parameters<typeof bringVersionBack>[0]
  expect(await bringVersionBack(ana, 'kidney', 'shipped', '', Date.now())).toEqual({
    kind: 'example',
  })
})

test('B3: the server does not open its door over a missing programme', async () => {
  await closeDatabase()
  change(withoutKidney)
  const start = startServer({
    dataDir: folder.dataDir,
    env: { COURSE_DIR: course, DEFAULT_PROGRAMME: 'long-term' },
  })
  await expect(start).rejects.toThrow(/6 people are in the programme "kidney"/)
  await openDatabase({ url: folder.url, authToken: undefined, dataDir: folder.dataDir })
})

const OWN = (one: Programme): Programme['contact'] => ({
  ...one.contact,
  email: 'carla@kidneys.us',
  example: false,
})

/** The programme's file as it is, in one piece. */
function wordsOf(slug: string): string {
  const of = (all: Programme[]): Programme => {
    const found = all.find((one) => one.slug === slug)
    if (!found) throw new Error(slug)
    return found
  }
  const { en, es } = built()
  return stringify(fileOf(of(en), of(es)), { lineWidth: 0 })
}
