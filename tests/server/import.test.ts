/** People with their history come from a spreadsheet: looked at first, each line once, and nothing is lost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read } from '#db/client.ts'
import { importFileQuery, importedFactsQuery, importsQuery, type ImportRow } from '#db/imports.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import { MOST_IMPORT_BYTES } from '#domain/people/import-list.ts'
import type { ImportColumn } from '#domain/people/import-columns.ts'
import type { ImportSettings } from '#domain/people/import-settings.ts'
import type { Person } from '#domain/people/person.ts'
import { findImport } from '#server/people/find-import.ts'
import { showImport, type ImportPage } from '#server/show/coordinate/import.ts'
import { runImport } from '#server/people/run-import.ts'
import { sayOfImport, throwImportAway } from '#server/people/say-of-import.ts'
import { startImport } from '#server/people/start-import.ts'
import { deleteBefore } from '#db/retention.ts'
import { cutoffsAt } from '#domain/retention/retention.ts'
import { newId } from '#server/trail/new-id.ts'
import { batchesOf, DAY, NOW, openPlatform, readsOf, type Platform } from './platform.ts'

const PROGRAMME = 'kidney'
const FOREVER = new AbortController().signal
let platform: Platform
let carla: Person
beforeAll(async () => {
  platform = await openPlatform()
  carla = platform.cast.carla
})
afterAll(() => platform.close())

const start = async (list: string | Uint8Array, by = carla, programme = PROGRAMME) => {
  const id = newId(NOW)
  const bytes = typeof list === 'string' ? new TextEncoder().encode(list) : list
  return { id, answer: await startImport(by, { id, programme, bytes, language: 'en' }, NOW) }
}
const started = async (list: string, said: Partial<ImportSettings> = {}): Promise<ImportRow> => {
  const { id } = await start(list)
  await sayOfImport(carla, await found(id), said)
  return found(id)
}
const found = async (id: string): Promise<ImportRow> => {
  const row = await findImport(carla, id)
  if (!row) throw new Error('there is no such import')
  return row
}
const stageOf = async (id: string): Promise<ImportPage['stage']> => {
  const page = await showImport(carla, id, NOW)
  if (!page) throw new Error('there is no such import')
  return page.stage
}
const checked = async (id: string) => {
  const stage = await stageOf(id)
  if (stage.kind !== 'checked') throw new Error(`it is ${stage.kind}`)
  return stage
}
const done = async (id: string) => {
  const stage = await stageOf(id)
  if (stage.kind !== 'done') throw new Error(`it is ${stage.kind}`)
  return stage
}
const run = async (id: string, signal = FOREVER) => runImport(carla, await found(id), signal, NOW)
const columns = (...all: (ImportColumn | null)[]): Partial<ImportSettings> => ({
  columns: { headings: true, columns: all },
})
const people = async (like: string) =>
  platform.rows(
    'SELECT name, email, phone, language FROM people WHERE name LIKE ? ORDER BY name',
    like,
  )
/** `line column: problem`, for each fault. */
const faultsOf = async (id: string): Promise<string[]> =>
  (await checked(id)).leftOut.flatMap(({ line, why }) =>
    why.map(({ problem, column }) => `${line} ${column ?? '-'}: ${problem}`),
  )

const LIST = [
  'Name;E-mail;Phone;Joined;Training;Training date;Trained by;Signed off;Valid until;Approved by;Town;Languages',
  'Olive Marsh;olive@example.org;+1 555 010 2000;14/02/2019;Listening, 2 days;15.03.2019;The old hospital;01/04/2019;31/03/2021;M. Hart;Salem;English, Polish',
  'Peter Reed;;;;;;;;;;;',
].join('\n')
const ALL: (ImportColumn | null)[] = [
  ...(['name', 'email', 'phone', 'joined', 'training', 'trained-on', 'trained-at'] as const),
  ...(['signed-off-on', 'signed-off-until', 'signed-off-at', 'place', 'languages'] as const),
]

describe('a list of people with their history', () => {
  test('the columns are guessed, and nothing is read before somebody says so', async () => {
    const { id } = await start(LIST)
    const stage = await stageOf(id)
    expect(stage).toMatchObject({ kind: 'columns', guess: { headings: true, columns: ALL } })
    expect(await run(id)).toEqual({ kind: 'not-ready' })
    expect(await people('Olive%')).toEqual([])
  })

  test('people come in, and what the list says of their time before is told and is no evidence', async () => {
    const row = await started(LIST, columns(...ALL))
    expect(await faultsOf(row.id)).toEqual([])
    expect(await run(row.id)).toEqual({ kind: 'done' })
    expect(await people('Olive%')).toEqual([
      { name: 'Olive Marsh', email: 'olive@example.org', phone: '+1 555 010 2000', language: 'en' },
    ])
    const [olive] = await platform.rows("SELECT id FROM people WHERE name = 'Olive Marsh'")
    const facts = await read(importedFactsQuery(String(olive?.['id']), PROGRAMME))
    const said = facts.map(({ kind, text, place, day, untilDay, importedBy }) =>
      [kind, text, place, day, untilDay, importedBy].join('|'),
    )
    expect(said.toSorted()).toEqual([
      'joined|||2019-02-14||Carla',
      'languages|English, Polish||||Carla',
      'place|Salem||||Carla',
      'signed-off||M. Hart|2019-04-01|2021-03-31|Carla',
      'training|Listening, 2 days|The old hospital|2019-03-15||Carla',
    ])
    const profile = await platform.rows(
      'SELECT field, value, "by" FROM profile_fields WHERE person = ? ORDER BY field',
      String(olive?.['id']),
    )
    expect(profile).toEqual([
      { field: 'languageWords', value: 'English, Polish', by: carla.id },
      { field: 'place', value: 'Salem', by: carla.id },
    ])
    for (const table of ['sign_offs', 'outside_evidence', 'records', 'observations'])
      expect(await platform.rows(`SELECT * FROM ${table}`), table).toEqual([])
    const acts = await platform.rows(
      'SELECT act FROM audit WHERE subject = ? ORDER BY at, id',
      row.id,
    )
    expect(acts.map(({ act }) => act).toSorted()).toEqual([
      'import-begun',
      'import-done',
      'import-uploaded',
    ])
    expect(await platform.rows("SELECT act FROM audit WHERE act = 'imported'")).toHaveLength(2)
  })

  test('what was uploaded goes with the import; what was left out after 7 days', async () => {
    const row = await started(
      `Name,E-mail\nQuinn Vale,quinn@example.org\nBad One,bad@`,
      columns('name', 'email'),
    )
    await run(row.id)
    const file = await read(importFileQuery(row.id))
    expect(file).toEqual({
      body: '',
      leftOut: [
        {
          line: 3,
          cells: ['Bad One', 'bad@'],
          why: [{ problem: 'email-malformed', column: 1 }],
        },
      ],
    })
    await deleteBefore(cutoffsAt(NOW + 6 * DAY))
    expect((await done(row.id)).leftOut).toHaveLength(1)
    await deleteBefore(cutoffsAt(NOW + 8 * DAY))
    expect((await done(row.id)).leftOut).toBeNull()
  })

  test('one that was thrown away leaves nothing, and one that has begun stays', async () => {
    const row = await started('Name\nRuth Amble', columns('name'))
    expect(await throwImportAway(carla, row, NOW)).toEqual({ kind: 'saved' })
    expect(await findImport(carla, row.id)).toBeNull()
    expect(await platform.rows('SELECT * FROM import_files WHERE import = ?', row.id)).toEqual([])
    const kept = await started('Name\nRuth Amble', columns('name'))
    await run(kept.id)
    expect(await throwImportAway(carla, kept, NOW)).toEqual({ kind: 'begun' })
    expect(await sayOfImport(carla, kept, { order: 'day-first' })).toEqual({ kind: 'begun' })
  })

  test('nobody brings people into a programme that is not theirs, or sees its lists', async () => {
    const { gwen, ana, oscar, nadia } = platform.cast
    for (const by of [gwen, ana, oscar, nadia])
      expect((await start('Name\nNo One', by)).answer, by.name).toEqual(NOT_ALLOWED)
    const row = await started('Name\nNo One', columns('name'))
    expect(await findImport(gwen, row.id)).toBeNull()
    expect(await runImport(gwen, row, FOREVER, NOW)).toEqual(NOT_ALLOWED)
    expect(await sayOfImport(gwen, row, {})).toEqual(NOT_ALLOWED)
    expect(await throwImportAway(gwen, row, NOW)).toEqual(NOT_ALLOWED)
    expect(await people('No One')).toEqual([])
  })
})

describe('what a list can have wrong', () => {
  test.each([
    ['Zed One,14/02/2019,,', []],
    [',14/02/2019,,', ['2 0: name-missing']],
    ['=HYPERLINK("x"),,,', ['2 0: formula']],
    ['zed@example.org,,,', ['2 0: name-address']],
    [`${'Z'.repeat(101)},,,`, ['2 0: name-too-long']],
    ['Z\ufffdd,,,', ['2 0: letters-lost']],
    ['Zed,30/02/2019,,', ['2 1: date-not-there']],
    ['Zed,14/02/19,,', ['2 1: date-short-year']],
    ['Zed,43510,,', ['2 1: date-number']],
    ['Zed,spring 2019,,', ['2 1: date-unclear']],
    ['Zed,02/14/2019,,', ['2 1: date-other-order']],
    ['Zed,14/02/2099,,', ['2 1: date-future']],
    ['Zed,14/02/1909,,', ['2 1: date-too-old']],
    ['Zed,,Autumn,', ['2 2: cohort-unknown']],
    ['Zed,,,French', ['2 3: language-unknown']],
    ['Zed,,,,more', ['2 -: too-many-columns']],
    [
      '=x,99/99/2019,Autumn,French',
      ['2 0: formula', '2 3: language-unknown', '2 2: cohort-unknown', '2 1: date-not-there'],
    ],
  ])('%s', async (line, faults) => {
    const row = await started(`Name,Joined,Cohort,Language\n${line}`, {
      ...columns('name', 'joined', 'cohort', 'language'),
      order: 'day-first',
    })
    expect(await faultsOf(row.id)).toEqual(faults)
  })

  test('nobody guesses in which order a day was written', async () => {
    const row = await started('Name,Joined\nUma Fell,03/04/2020', columns('name', 'joined'))
    expect((await checked(row.id)).checked.order).toEqual({ kind: 'asked', example: '03/04/2020' })
    expect(await run(row.id)).toEqual({ kind: 'not-ready' })
    await sayOfImport(carla, await found(row.id), { order: 'month-first' })
    expect((await checked(row.id)).checked.rows[0]?.person.facts[0]?.day).toBe('2020-03-04')
    const plain = await started(
      'Name,Joined\nUma Fell,03/04/2020\nVi Fell,23/04/2020',
      columns('name', 'joined'),
    )
    expect((await checked(plain.id)).checked.order).toEqual({ kind: 'plain', order: 'day-first' })
    const mixed = await started(
      'Name,Joined\nUma Fell,03/04/2020\nVi Fell,23/04/2020\nWyn Fell,04/23/2020',
      columns('name', 'joined'),
    )
    expect((await checked(mixed.id)).checked.order.kind).toBe('asked')
  })

  test('days in words and as computers write them are read in any order', async () => {
    const days = [
      '2020-04-03',
      '3 April 2020',
      'April 3rd, 2020',
      '3 de abril de 2020',
      '03.04.2020',
      '2020-04-03 00:00:00',
    ]
    const row = await started(
      `Name,Joined\n${days.map((day, n) => `Day ${n},"${day}"`).join('\n')}`,
      columns('name', 'joined'),
    )
    const { rows } = (await checked(row.id)).checked
    expect(rows.map(({ person }) => person.facts[0]?.day)).toEqual(days.map(() => '2020-04-03'))
  })

  test('a workbook, an empty file and one that is too large are refused', async () => {
    const zip = new Uint8Array([0x50, 0x4b, 3, 4, 1, 2])
    expect((await start(zip)).answer).toEqual({ kind: 'refused', reason: 'not-text' })
    expect((await start(' \n ')).answer).toEqual({ kind: 'refused', reason: 'empty' })
    const large = new Uint8Array(MOST_IMPORT_BYTES + 1).fill(65)
    expect((await start(large)).answer).toEqual({ kind: 'refused', reason: 'too-large' })
  })

  test('letters that can be read in two ways are asked about', async () => {
    // Muñoz or Muńoz.
    const { id } = await start(
      new Uint8Array([...Buffer.from('Name\nMu'), 0xf1, ...Buffer.from('oz')]),
    )
    expect((await stageOf(id)).kind).toBe('letters')
    await sayOfImport(carla, await found(id), { encoding: 'windows-1250' })
    expect((await stageOf(id)).kind).toBe('columns')
  })

  test('10,001 people are too many', async () => {
    const list = Array.from({ length: 10_001 }, (_, n) => `Many ${n}`).join('\n')
    const row = await started(`Name\n${list}`, columns('name'))
    expect(await stageOf(row.id)).toEqual({ kind: 'refused', reason: 'too-many', rows: 10_001 })
  })
})

describe('people who are here already', () => {
  const HERE = 'Name,E-mail,Training\nXenia Holt,xenia@example.org,'
  test('they are never added to or made again unasked', async () => {
    const first = await started(HERE, columns('name', 'email', 'training'))
    await run(first.id)
    const list =
      'Name,E-mail,Training\nXENIA HOLT,xenia@example.org,First aid\nXenia Holt,other@example.org,\nX. Holt,xenia@example.org,'
    const row = await started(list, columns('name', 'email', 'training'))
    const stage = await checked(row.id)
    expect(stage.ask.map(({ row: { line }, among }) => [line, among[0]?.why])).toEqual([
      [2, 'both'],
      [3, 'name'],
      [4, 'contact'],
    ])
    expect(await run(row.id)).toEqual({ kind: 'not-ready' })
    const xenia = stage.ask[0]?.among[0]?.person.id ?? ''
    await sayOfImport(carla, await found(row.id), {
      forAll: 'each',
      decisions: { 2: xenia, 3: 'new', 4: 'leave' },
    })
    expect(await run(row.id)).toEqual({ kind: 'done' })
    expect(await people('Xenia%')).toHaveLength(2)
    expect(await people('X. Holt')).toEqual([])
    const facts = await read(importedFactsQuery(xenia, PROGRAMME))
    expect(facts.map(({ text }) => text)).toEqual(['First aid'])
    expect(await found(row.id)).toMatchObject({ made: 1, added: 1 })
    expect((await done(row.id)).leftOut).toMatchObject([
      { line: 4, why: [{ problem: 'left-out' }] },
    ])
  })

  test('the same list once more, added, says nothing twice', async () => {
    const list = 'Name,E-mail,Training\nYara Fox,yara@example.org,First aid'
    const first = await started(list, columns('name', 'email', 'training'))
    await run(first.id)
    const again = await started(list, { ...columns('name', 'email', 'training'), forAll: 'add' })
    expect(await run(again.id)).toEqual({ kind: 'done' })
    expect(await people('Yara Fox')).toHaveLength(1)
    expect(
      await platform.rows(
        "SELECT * FROM imported_facts WHERE text = 'First aid' AND person IN (SELECT id FROM people WHERE name = 'Yara Fox')",
      ),
    ).toHaveLength(1)
  })

  test('somebody of another programme is not known here', async () => {
    const row = await started('Name\nJoyce', columns('name'))
    expect((await checked(row.id)).matched).toBe(0)
  })

  test('one person twice in a list comes in once', async () => {
    const row = await started(
      'Name,E-mail\nZoe Lane,zoe@example.org\nZOE LANE,zoe@example.org\nZoe Lane,zoe.lane@example.org',
      columns('name', 'email'),
    )
    expect(await faultsOf(row.id)).toEqual(['3 -: twice'])
  })

  test('whoever somebody else brings in meanwhile is left out, and said', async () => {
    const list = 'Name,E-mail\nAda Moor,ada@example.org\nBo Moor,bo@example.org'
    const [one, two] = [
      await started(list, columns('name', 'email')),
      await started(list, columns('name', 'email')),
    ]
    // Both were looked at before either began.
    const [first, second] = await Promise.all([
      runImport(carla, one, FOREVER, NOW),
      runImport(carla, two, FOREVER, NOW),
    ])
    expect([first.kind, second.kind]).toContain('done')
    expect(await people('% Moor')).toHaveLength(2)
  })
})

describe('10,000 lines', () => {
  const BAD = ['=cmd|x', '', 'Line @ work', 'Z\ufffdd']
  const list = [
    'Name,E-mail,Joined,Training',
    ...Array.from({ length: 10_000 }, (_, n) =>
      n % 10 === 0
        ? `${BAD[(n / 10) % 4]},line${n}@example.org,14/02/2019,First aid`
        : `Line ${n},line${n}@example.org,14/02/2019,First aid`,
    ),
  ].join('\n')

  test('with a thousand faults come in but for these, each once, in batches that do not grow', async () => {
    const row = await started(list, columns('name', 'email', 'joined', 'training'))
    const stage = await checked(row.id)
    expect(stage.leftOut).toHaveLength(1000)
    expect(stage.leftOut[1]).toMatchObject({
      line: 12,
      why: [{ problem: 'name-missing', column: 0 }],
    })
    let answer
    const batches = await batchesOf(async () => {
      answer = await run(row.id)
    })
    expect(answer).toEqual({ kind: 'done' })
    // 9,000 lines at 250 a batch, the beginning and the end.
    expect(batches).toBe(36 + 2)
    expect(await found(row.id)).toMatchObject({ made: 9000, added: 0, lines: 10_000 })
    expect((await done(row.id)).leftOut).toHaveLength(1000)
    expect(
      await platform.rows("SELECT count(*) AS n FROM people WHERE name LIKE 'Line %'"),
    ).toEqual([{ n: 9000 }])
    expect(
      await platform.rows(
        'SELECT count(*) AS n FROM imported_facts f JOIN imported_people i ON i.person = f.person AND i.import = ?',
        row.id,
      ),
    ).toEqual([{ n: 18_000 }])
  }, 240_000)

  test('stopped in the middle they say so, and are carried on without a line twice', async () => {
    const row = await started(
      list.replaceAll('Line ', 'Later ').replaceAll('line', 'later'),
      columns('name', 'email', 'joined', 'training'),
    )
    let left = 3
    const patience = {
      get aborted() {
        return left-- <= 0
      },
    } as AbortSignal
    expect(await run(row.id, patience)).toEqual({ kind: 'not-done' })
    expect((await stageOf(row.id)).kind).toBe('running')
    expect(await found(row.id)).toMatchObject({ made: 750, startedAt: NOW, finishedAt: null })
    // The same button in two windows.
    const two = await Promise.all([run(row.id), run(row.id)])
    expect(two.map(({ kind }) => kind).toSorted()).toEqual(['done', 'not-done'])
    expect(await found(row.id)).toMatchObject({ made: 9000 })
    expect(
      await platform.rows("SELECT count(*) AS n FROM people WHERE name LIKE 'Later %'"),
    ).toEqual([{ n: 9000 }])
    expect(
      await platform.rows(
        "SELECT count(*) AS n FROM audit WHERE act = 'import-done' AND subject = ?",
        row.id,
      ),
    ).toEqual([{ n: 1 }])
  }, 240_000)

  test('what is looked at takes as many statements for one line as for all', async () => {
    const one = await started('Name\nJust One', columns('name'))
    const all = await started(list, columns('name', 'email', 'joined', 'training'))
    const [few, many] = [await readsOf(() => stageOf(one.id)), await readsOf(() => stageOf(all.id))]
    expect(few).toBeGreaterThan(0)
    expect(many).toBe(few)
    expect(await read(importsQuery(PROGRAMME))).not.toEqual([])
  }, 240_000)
})
