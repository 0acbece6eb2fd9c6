/** A message to one or to many: each reads it in their language, once, and nothing of it depends on mail. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { read, write } from '#db/client.ts'
import { receiversQuery, templatesQuery } from '#db/messages.ts'
import { chosenPeopleQuery } from '#db/roles.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { saveTemplate } from '#server/people/message-templates.ts'
import { receiversOf, sendMessage } from '#server/people/send-message.ts'
import { tellWhatWaits } from '#server/running/tell-what-waits.ts'
import { showMessage } from '#server/show/coordinate/messages.ts'
import { showMessages as showOwnMessages } from '#server/show/learn/messages.ts'
import { newId } from '#server/trail/new-id.ts'
import { noticeMail } from '#web/mail-words.ts'
import { also } from '#tests/cast.ts'
import { openPlatform, readsOf, type Platform } from './platform.ts'

vi.hoisted(() => {
  process.env['SMTP_URL'] = 'smtp://127.0.0.1:9'
  process.env['MAIL_FROM'] = 'alongside@example.org'
})

const NOW = Date.UTC(2026, 10, 30, 14)
const TEXTS = { en: 'Hello {name}, tea at ten. {sender}', es: 'Hola, {name}: té a las diez.' }
let platform: Platform
let carla: Person
let cesar: Person
let nadia: Person
let luz: Person
beforeAll(async () => {
  platform = await openPlatform()
  ;({ carla, nadia, luz } = platform.cast)
  cesar = also(platform.cast.cesar, 'coordinator', 'kidney')
  await write([
    { sql: "UPDATE people SET email = 'nadia@example.org' WHERE id = ?", args: [nadia.id] },
    {
      sql: "INSERT INTO proven_addresses (person, email, at) VALUES (?, 'nadia@example.org', 1)",
      args: [nadia.id],
    },
  ])
  await tellWhatWaits(['kidney'], noticeMail, NOW - 1)
})
afterAll(() => platform.close())
beforeEach(() =>
  write(
    ['message_notes', 'messages', 'message_templates', 'notices', 'notes'].map((table) => ({
      sql: `DELETE FROM ${table}`,
      args: [],
    })),
  ),
)

const both = () => ({ kind: 'some' as const, ids: [nadia.id, luz.id] })
const sends = (
  by = carla,
  more: { id?: string; texts?: typeof TEXTS; seen?: number } = {},
  now = NOW,
) =>
  sendMessage(
    by,
    { programme: 'kidney', chosen: both(), seen: more.seen ?? 2, id: more.id ?? newId(now) },
    more.texts ?? TEXTS,
    now,
  )
const notesOf = async (person: Person) =>
  (await showOwnMessages(person)).exchanges.flatMap((one) =>
    one.kind === 'note' ? [one.note.text] : [],
  )

describe('a message', () => {
  test('stands among Nadia’s messages in English and among Luz’s in Spanish, with their names', async () => {
    const id = newId(NOW)
    expect(await sends(carla, { id })).toEqual({ kind: 'sent' })
    expect(await notesOf(nadia)).toEqual(['Hello Nadia, tea at ten. Carla'])
    expect(await notesOf(luz)).toEqual(['Hola, Luz: té a las diez.'])
    const audit = await platform.rows("SELECT subject FROM audit WHERE act = 'message-sent'")
    expect(audit.map(({ subject }) => subject).sort()).toEqual([nadia.id, luz.id].sort())
  })

  test('is told by mail to whom mail reaches, and the page says who is not told', async () => {
    const id = newId(NOW)
    await sends(carla, { id })
    const page = () => showMessage(carla, id, 1)
    expect((await page())?.counts).toEqual({ mailed: 0, not: 0, open: 2 })
    await tellWhatWaits(['kidney'], noticeMail, NOW)
    expect((await page())?.counts).toEqual({ mailed: 1, not: 1, open: 0 })
    expect((await page())?.rows.map(({ name, notice }) => [name, notice?.outcome])).toEqual([
      ['Luz', 'no-address'],
      ['Nadia', 'mailed'],
    ])
    const mails = await platform.rows(
      "SELECT text FROM outbox WHERE recipient = 'nadia@example.org'",
    )
    expect(String(mails.at(-1)?.['text'])).not.toMatch(/tea|Carla|Nadia/)
  })

  test('is sent once by one form, and by one of two coordinators who write the same at once', async () => {
    const id = newId(NOW)
    await sends(carla, { id })
    expect(await sends(carla, { id }, NOW + 1)).toEqual({ kind: 'sent' })
    expect(await sends(cesar, {}, NOW + 2)).toEqual({ kind: 'said-before' })
    expect(await notesOf(nadia)).toHaveLength(1)
    expect(await sends(cesar, {}, NOW + 2 * 3_600_000)).toEqual({ kind: 'sent' })
  })

  test('is refused without the text in a language that somebody reads, and with words that nothing stands for', async () => {
    const refused = async (texts: typeof TEXTS) => {
      const outcome = await sends(carla, { texts })
      return outcome.kind === 'refused'
        ? outcome.problems.map(({ language, kind }) => `${language} ${kind}`)
        : outcome.kind
    }
    expect(await refused({ en: 'Hello', es: '  ' })).toEqual(['es missing'])
    expect(await refused({ en: 'Hello {nam}', es: 'Hola {' })).toEqual(['en unknown', 'es brace'])
    expect(await refused({ en: 'x'.repeat(2001), es: 'Hola' })).toEqual(['en too-long'])
    expect(await refused({ en: 'Ask {clinical-team}', es: 'Pregunte a {clinical-team}' })).toBe(
      'sent',
    )
    expect((await notesOf(nadia))[0]).not.toContain('{')
  })

  test('goes to nobody where others are meant now than were seen, and not to who left meanwhile', async () => {
    await write([{ sql: 'UPDATE roles SET archived_at = 1 WHERE person = ?', args: [luz.id] }])
    expect(await sends()).toEqual({ kind: 'changed' })
    expect(await sends(carla, { seen: 1 })).toEqual({ kind: 'sent' })
    await write([{ sql: 'UPDATE roles SET archived_at = NULL WHERE person = ?', args: [luz.id] }])
    expect(await notesOf(luz)).toEqual([])
  })

  test('is no business of an observer, of another programme’s coordinator or of a trainee', async () => {
    const { oscar, gwen, ana } = platform.cast
    for (const by of [oscar, gwen, ana, nadia]) {
      expect(await sends(by)).toEqual(NOT_ALLOWED)
      expect(await receiversOf(by, 'kidney', both())).toEqual(NOT_ALLOWED)
      expect(
        await saveTemplate(
          by,
          'kidney',
          { id: newId(NOW), name: 'T', texts: TEXTS, version: 0 },
          false,
          NOW,
        ),
      ).toEqual(NOT_ALLOWED)
    }
    const id = newId(NOW)
    await sends(carla, { id })
    expect(await showMessage(gwen, id, 1)).toBe(null)
  })

  test('to 1,100 people is read with as many statements as one to two', async () => {
    const many = Array.from({ length: 1100 }, (_, index) => ({ id: newId(NOW), name: `P${index}` }))
    await write([
      {
        sql: `INSERT INTO people (id, sign_in_name, name, language, created_at) SELECT value ->> 'id', value ->> 'id', value ->> 'name', 'en', 1 FROM json_each(?)`,
        args: [JSON.stringify(many)],
      },
      {
        sql: `INSERT INTO roles (person, role, programme, created_at) SELECT value ->> 'id', 'trainee', 'kidney', 1 FROM json_each(?)`,
        args: [JSON.stringify(many)],
      },
    ])
    const id = newId(NOW)
    const chosen = {
      kind: 'all' as const,
      filter: { role: 'trainee' as const, cohort: '', archived: false, search: '' },
    }
    const all = await read(chosenPeopleQuery('kidney', chosen, 'en', 10_000))
    const outcome = await sendMessage(
      carla,
      { programme: 'kidney', chosen, seen: all.length, id },
      TEXTS,
      NOW,
    )
    expect(outcome).toEqual({ kind: 'sent' })
    const told = await tellWhatWaits(['kidney'], noticeMail, NOW)
    expect(told).toEqual({ notices: all.length, mails: 1 })
    const page = await showMessage(carla, id, 1)
    expect(page?.rows).toHaveLength(50)
    expect(page?.message.people).toBe(all.length)
    expect(await readsOf(() => showMessage(carla, id, 1))).toBe(1)
    expect(await read(receiversQuery(id, 1).counts)).toEqual({
      mailed: 1,
      not: all.length - 1,
      open: 0,
    })
  })
})

describe('a text that is used again', () => {
  const saves = (
    by: Person,
    form: Partial<{ id: string; name: string; version: number }> = {},
    away = false,
  ) =>
    saveTemplate(
      by,
      'kidney',
      {
        id: form.id ?? newId(NOW),
        name: form.name ?? 'Tea',
        texts: TEXTS,
        version: form.version ?? 0,
      },
      away,
      NOW,
    )
  const names = async () => (await read(templatesQuery('kidney'))).map(({ name }) => name)

  test('is saved once by the same form, and not over a colleague’s change', async () => {
    const id = newId(NOW)
    expect(await saves(carla, { id })).toEqual({ kind: 'saved' })
    expect(await saves(carla, { id })).toEqual({ kind: 'saved' })
    const [{ changedAt: version } = { changedAt: 0 }] = await read(templatesQuery('kidney'))
    expect(await saves(cesar, { id, name: 'Coffee', version })).toEqual({ kind: 'saved' })
    expect(await saves(carla, { id, name: 'Cake', version })).toEqual({ kind: 'meanwhile' })
    expect(await names()).toEqual(['Coffee'])
  })

  test('is put away, and needs a name and both languages', async () => {
    const id = newId(NOW)
    await saves(carla, { id })
    const [{ changedAt: version } = { changedAt: 0 }] = await read(templatesQuery('kidney'))
    expect(await saves(carla, { id, version }, true)).toEqual({ kind: 'saved' })
    expect(await names()).toEqual([])
    expect(await saves(carla, { name: ' ' })).toMatchObject({ kind: 'refused', name: 'missing' })
    const half = { id: newId(NOW), name: 'Half', texts: { en: 'Hi', es: '' }, version: 0 }
    expect(await saveTemplate(carla, 'kidney', half, false, NOW)).toMatchObject({
      problems: [{ language: 'es', kind: 'missing' }],
    })
  })
})
