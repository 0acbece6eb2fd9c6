/** Who waits for something is told by mail that it is there: once, nothing about it, and only where they want it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { read, write } from '#db/client.ts'
import { refreshDesk } from '#db/desk-people.ts'
import { noticeMarksQuery, noticesOfQuery } from '#db/notices.ts'
import { dayAt, DAY_MS, plusDays } from '#domain/calendar/days.ts'
import { wallTimeAt } from '#domain/calendar/wall-clock.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import { NOTICE_KINDS } from '#domain/people/notices.ts'
import { tellingWord } from '#domain/people/neutral.ts'
import type { Person } from '#domain/people/person.ts'
import { DIGEST_LINES } from '#domain/readiness/digest.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { loadProgrammes } from '#server/course/load-course.ts'
import { chooseMail } from '#server/people/choose-mail.ts'
import { cancelGroupSession, planGroupSession } from '#server/people/group-sessions.ts'
import { answerProposal } from '#server/pairing/answer-proposal.ts'
import { propose } from '#server/pairing/propose.ts'
import { writeNote } from '#server/reviews/write-note.ts'
import { sendBySmtp, sendWaitingMail } from '#server/running/send-mail.ts'
import { sendDigests } from '#server/running/send-digests.ts'
import { tellWhatWaits } from '#server/running/tell-what-waits.ts'
import { leaveGroupSession, signUp } from '#server/people/sign-up.ts'
import { newId } from '#server/trail/new-id.ts'
import { digestMail, noticeMail } from '#web/mail-words.ts'
import { settings } from '#settings.ts'
import { openPlatform, type Platform } from './platform.ts'
import { mentorOf } from './mentor-of.ts'
import { requestOf } from './request-of.ts'
import { startSmtp } from './smtp.ts'

vi.hoisted(() => {
  process.env['SMTP_URL'] = 'smtp://127.0.0.1:9'
  process.env['MAIL_FROM'] = 'Kidney friends <alongside@example.org>'
})

const HOUR = 3_600_000
/** A Monday, 8:00 in Chicago. */
const NOW = Date.UTC(2026, 10, 30, 14)
const ALL = ['kidney', 'long-term']
let platform: Platform
let carla: Person
let nadia: Person
let luz: Person
let ray: Person
beforeAll(async () => {
  platform = await openPlatform()
  ;({ carla, nadia, luz, ray } = platform.cast)
  await tellWhatWaits(ALL, noticeMail, NOW - DAY_MS)
})
afterAll(() => platform.close())
beforeEach(async () => {
  await clear()
  for (const [person, email] of [
    [nadia, 'nadia@example.org'],
    [luz, 'luz@example.org'],
  ] as const) {
    await addressOf(person, email)
    await write([
      {
        sql: 'INSERT INTO proven_addresses (person, email, at) VALUES (?, ?, 1) ON CONFLICT DO NOTHING',
        args: [person.id, email],
      },
    ])
  }
})

const clear = () =>
  write(
    [
      'notices',
      'notice_wishes',
      'outbox',
      'notes',
      'group_sign_ups',
      'group_sessions',
      'proven_addresses',
    ].map((table) => ({ sql: `DELETE FROM ${table}`, args: [] })),
  )
const addressOf = (person: Person, email: string) =>
  write([{ sql: 'UPDATE people SET email = ? WHERE id = ?', args: [email, person.id] }])
const shares = (person: Person, at = NOW, by = carla) =>
  writeNote(
    by,
    { id: person.id, programme: 'kidney' },
    { id: newId(at), kind: 'shared', text: 'Your dialysis story moved us.' },
    at,
  )
const answered = (responseCode: number) =>
  Object.assign(new Error('no'), { code: 'EENVELOPE', responseCode })
const tasksOf = async (person: Person) => {
  await refreshDesk('kidney', momentOf('kidney', NOW))
  const found = await platform.rows('SELECT person, reason FROM tasks')
  return found.filter((task) => task['person'] === person.id).map((task) => task['reason'])
}
const round = (now = NOW) => tellWhatWaits(ALL, noticeMail, now)
const outbox = () =>
  platform.rows('SELECT recipient, subject, text, later FROM outbox ORDER BY recipient')
const outcomes = async (person: Person) =>
  (await read(noticesOfQuery(person.id, null, Number.MAX_SAFE_INTEGER))).map(
    ({ kind, outcome }) => `${kind}: ${outcome}`,
  )

describe('a notice', () => {
  test('goes to Luz in Spanish about a message, and says no more than that something is there', async () => {
    await shares(luz)
    expect(await round()).toEqual({ notices: 1, mails: 1 })
    const [mail] = await outbox()
    expect(mail).toMatchObject({ recipient: 'luz@example.org', subject: 'Hay algo para usted' })
    expect(mail?.['text']).toContain(`${settings().origin}/sign-in`)
    expect(mail?.['text']).not.toMatch(/Luz|dialysis|kidney|Carla/i)
  })

  test('is given once, by the next round and by two servers at once too', async () => {
    await shares(nadia)
    await Promise.all([round(), round(), round()])
    await round(NOW + HOUR)
    expect(await outbox()).toHaveLength(1)
    expect(await outcomes(nadia)).toEqual(['message: mailed'])
  })

  test('of three things is one mail, and none more while it waits for a server that is away', async () => {
    await shares(nadia)
    await shares(nadia)
    await round()
    await sendWaitingMail(sendBySmtp({ smtpUrl: 'smtp://127.0.0.1:9', from: 'a@example.org' }), NOW)
    await shares(nadia, NOW + HOUR)
    await round(NOW + HOUR)
    expect(await outbox()).toHaveLength(1)
    expect(await outcomes(nadia)).toHaveLength(3)
    // A day later the server is back: one mail goes, and only one.
    const server = await startSmtp()
    const send = sendBySmtp({ smtpUrl: server.url, from: settings().mail?.from ?? '' })
    await sendWaitingMail(send, NOW + DAY_MS)
    await sendWaitingMail(send, NOW + DAY_MS)
    server.close()
    expect(server.mails).toHaveLength(1)
    expect(server.mails[0]).toContain('From: Alongside <alongside@example.org>')
    expect(server.mails[0]).toContain('To: nadia@example.org')
    // Then the next thing is told again.
    await shares(nadia, NOW + 2 * DAY_MS)
    expect(await round(NOW + 2 * DAY_MS)).toEqual({ notices: 1, mails: 1 })
  })

  test('of a planned session goes to everybody of the programme who can be mailed, and again when it is called off', async () => {
    const id = newId(NOW)
    const form = { title: 'Tea', day: '2026-12-24', time: '10:00', which: '', place: 'Room 2' }
    await planGroupSession(carla, 'kidney', id, form, NOW)
    await round()
    expect((await outbox()).map(({ recipient }) => recipient)).toEqual([
      'luz@example.org',
      'nadia@example.org',
    ])
    expect(await outcomes(ray)).toEqual(['session: no-address'])
    await cancelGroupSession(carla, { id, programme: 'kidney' }, true, NOW + HOUR)
    await round(NOW + HOUR)
    expect(await outcomes(luz)).toHaveLength(2)
  })

  test('of a session for one cohort goes to that cohort, of a series once, and of a change to who signed up', async () => {
    const [cohort, id, next] = [newId(NOW), newId(NOW), newId(NOW)]
    await write([
      {
        sql: "INSERT INTO cohorts (id, programme, name, created_at) VALUES (?, 'kidney', 'Spring', 1)",
        args: [cohort],
      },
      { sql: 'UPDATE roles SET cohort = ? WHERE person = ?', args: [cohort, nadia.id] },
      ...[id, next].flatMap((session) => [
        {
          sql: `INSERT INTO group_sessions (id, programme, title, starts_at, place, created_by, cohort, series) VALUES (?, 'kidney', 'Tea', ?, 'Room 2', ?, ?, ?)`,
          args: [session, NOW + 9 * DAY_MS, carla.id, cohort, id],
        },
        {
          sql: `INSERT INTO audit (id, at, actor, act, subject, programme) VALUES (?, ?, ?, 'group-session-planned', ?, 'kidney')`,
          args: [newId(NOW), NOW, carla.id, session],
        },
      ]),
    ])
    await round()
    expect([await outcomes(nadia), await outcomes(luz)]).toEqual([['session: mailed'], []])
    await write([
      {
        sql: `INSERT INTO group_sign_ups (group_session, person, turn, signed_up_by, signed_up_at, told, told_at) VALUES (?, ?, 1, ?, ?, 'place', ?)`,
        args: [next, nadia.id, nadia.id, NOW, NOW],
      },
      { sql: 'UPDATE group_sessions SET changed_at = ?', args: [NOW + HOUR] },
    ])
    await round(NOW + HOUR)
    expect(await outcomes(nadia)).toHaveLength(2)
    await write(
      [
        'DELETE FROM group_sign_ups',
        'UPDATE roles SET cohort = NULL',
        'DELETE FROM group_sessions',
        'DELETE FROM cohorts',
      ].map((sql) => ({ sql, args: [] })),
    )
  })

  test('of a place goes to whoever waited for it, once', async () => {
    const id = newId(NOW)
    const form = { title: 'Walk', day: '2026-12-24', time: '10:00', which: '', place: 'Lake' }
    const again = { ...form, places: '1', repeat: 'weekly', times: '4' }
    const known = (await outcomes(luz)).length
    await planGroupSession(carla, 'kidney', id, again, NOW)
    await round()
    expect(await outcomes(luz)).toHaveLength(known + 1)
    await signUp(nadia, id, 'place', NOW)
    await signUp(luz, id, 'waiting', NOW)
    await round()
    expect(await outcomes(luz)).toHaveLength(known + 1)
    await leaveGroupSession(nadia, id, NOW + 1)
    await round(NOW + 2)
    await round(NOW + 3)
    expect(await outcomes(luz)).toHaveLength(known + 2)
  })

  test('comes of a decision, of an answer, of a support talk that is due and of a sign-off that ends', async () => {
    const decision = newId(NOW)
    await write([
      {
        sql: `INSERT INTO sign_offs (id, person, programme, decided_by, decided_at, decision, reason, conditions, internal_note, otherwise, evidence, evidence_hash)
          VALUES (?, ?, 'kidney', ?, ?, 'more-practice', '', '', '', '', '', '')`,
        args: [decision, nadia.id, carla.id, NOW],
      },
      {
        sql: `INSERT INTO replies (id, record, person, coordinator, replied_at, text, lesson) VALUES (?, 'r', ?, ?, ?, 'Yes.', '')`,
        args: [newId(NOW), nadia.id, carla.id, NOW],
      },
      ...['review', 'expiring'].map((reason) => ({
        sql: `INSERT INTO tasks (programme, person, reason, rank, since, day) VALUES ('kidney', ?, ?, 2, ?, '2026-12-20') ON CONFLICT DO NOTHING`,
        args: [luz.id, reason, NOW],
      })),
    ])
    await round(NOW + 1)
    expect((await outcomes(nadia)).sort()).toEqual(['answer: mailed', 'decision: mailed'])
    expect((await outcomes(luz)).sort()).toEqual(['ending: mailed', 'review: mailed'])
    // The second time that an ending is told, and nothing else twice.
    await round(NOW + 14 * DAY_MS)
    expect((await outcomes(luz)).sort()).toEqual([
      'ending: mailed',
      'ending: mailed',
      'review: mailed',
    ])
    await write([
      { sql: 'DELETE FROM sign_offs WHERE id = ?', args: [decision] },
      { sql: 'DELETE FROM replies', args: [] },
      { sql: "DELETE FROM tasks WHERE reason IN ('review', 'expiring')", args: [] },
    ])
  })

  test('asks a mentor to look who is asked about somebody, and not who said no before it went', async () => {
    const asked = async (answers: boolean) => {
      const { id } = await mentorOf(platform, 'kidney', NOW)
      const of = newId(NOW)
      const request = await requestOf('kidney', carla.id, NOW)
      await write([{ sql: 'UPDATE sign_offs SET decided_at = 1 WHERE person = ?', args: [id] }])
      expect(await propose(carla, request, { id: of, mentor: id, days: 7 }, NOW)).toMatchObject({
        kind: 'saved',
      })
      const mentor = { ...ray, id, roles: [{ role: 'trainee' as const, programme: 'kidney' }] }
      if (answers) await answerProposal(mentor, of, 'no', NOW)
      return { ...mentor, of }
    }
    const [waits, saidNo] = [await asked(false), await asked(true)]
    await round(NOW + 1)
    expect(await outcomes(waits)).toEqual(['proposal: no-address'])
    expect(await outcomes(saidNo)).toEqual([])
    await answerProposal(waits, waits.of, 'no', NOW)
  })

  test('is not given about what was there before notices began, nor after two weeks', async () => {
    await shares(nadia, NOW - 2 * DAY_MS)
    expect(await round()).toEqual({ notices: 0, mails: 0 })
    await shares(nadia)
    expect(await round(NOW + 15 * DAY_MS)).toEqual({ notices: 0, mails: 0 })
    expect((await read(noticeMarksQuery())).looked).toMatchObject({ notices: 0, mails: 0 })
  })

  test('of what happened between the first start of all and the first look is given', async () => {
    await write([{ sql: 'DELETE FROM notice_marks', args: [] }])
    await shares(luz, NOW + 2)
    expect(await tellWhatWaits(ALL, noticeMail, NOW + 4, NOW)).toMatchObject({ notices: 1 })
  })

  test('does not go to somebody who has left, nor to a closed account', async () => {
    await shares(nadia)
    await shares(luz)
    await write([
      { sql: 'UPDATE roles SET archived_at = 1 WHERE person = ?', args: [nadia.id] },
      { sql: 'UPDATE people SET disabled_at = 1 WHERE id = ?', args: [luz.id] },
    ])
    expect(await round()).toEqual({ notices: 0, mails: 0 })
    await write([
      { sql: 'UPDATE roles SET archived_at = NULL WHERE person = ?', args: [nadia.id] },
      { sql: 'UPDATE people SET disabled_at = NULL WHERE id = ?', args: [luz.id] },
    ])
  })

  test('never goes by a mail with a line end in its address', async () => {
    await addressOf(nadia, 'nadia@example.org\r\nBcc: all@example.org')
    await chooseMail(nadia, ['message'], null, NOW)
    await shares(nadia)
    await round()
    const server = await startSmtp()
    await sendWaitingMail(sendBySmtp({ smtpUrl: server.url, from: 'a@example.org' }), NOW)
    server.close()
    expect(server.mails.filter((mail) => /^Bcc/im.test(mail))).toEqual([])
  })
})

describe('whether it is mailed', () => {
  test('is Nadia’s to say, kind by kind', async () => {
    await chooseMail(nadia, ['answer'], null, NOW)
    await shares(nadia)
    await round()
    expect(await outcomes(nadia)).toEqual(['message: off'])
    expect(await outbox()).toEqual([])
  })

  test('waits where nobody ever came in by that address, until its owner says that it is theirs', async () => {
    await addressOf(ray, 'ray@example.org')
    await shares(ray)
    await round()
    expect(await outcomes(ray)).toEqual(['message: not-proven'])
    await chooseMail(ray, ['message'], null, NOW)
    await shares(ray)
    await round()
    expect((await outcomes(ray)).sort()).toEqual(['message: mailed', 'message: not-proven'])
    await addressOf(ray, '')
  })

  test('ends with an address that came back, and is a task until its owner says that it is right', async () => {
    await shares(nadia)
    await round()
    await sendWaitingMail(() => Promise.reject(answered(550)), NOW)
    await shares(nadia, NOW + 1)
    await round(NOW + 1)
    expect((await outcomes(nadia)).sort()).toEqual(['message: mailed', 'message: refused-before'])
    expect(await tasksOf(nadia)).toContain('unreached')
    await chooseMail(nadia, ['message'], null, NOW + HOUR)
    expect(await tasksOf(nadia)).not.toContain('unreached')
    await shares(nadia, NOW + HOUR)
    expect(await round(NOW + HOUR)).toEqual({ notices: 1, mails: 1 })
  })

  test('that came back is no task any more once Nadia has another address', async () => {
    await shares(nadia)
    await round()
    await sendWaitingMail(() => Promise.reject(answered(552)), NOW)
    expect(await tasksOf(nadia)).toContain('unreached')
    await addressOf(nadia, 'nadia@other.example.org')
    expect(await tasksOf(nadia)).not.toContain('unreached')
  })

  test('is no task for a mail server that is away or lets nobody in', async () => {
    for (const code of [421, 535]) {
      await shares(nadia)
      await round()
      for (let day = 0; day < 9; day++)
        await sendWaitingMail(() => Promise.reject(answered(code)), NOW + day * DAY_MS)
      expect(await tasksOf(nadia)).not.toContain('unreached')
    }
  })

  test('comes once though the mail server was away for a day', async () => {
    await shares(nadia)
    await round()
    const away = () => Promise.reject(Object.assign(new Error('no'), { code: 'ECONNECTION' }))
    for (let hour = 0; hour < 24; hour++) await sendWaitingMail(away, NOW + hour * HOUR)
    await shares(nadia, NOW + 23 * HOUR)
    await round(NOW + 23 * HOUR)
    const came: string[] = []
    for (let hour = 24; hour < 48; hour++)
      await sendWaitingMail(({ to }) => Promise.resolve(came.push(to)), NOW + hour * HOUR)
    expect(came).toEqual(['nadia@example.org'])
    expect(await outcomes(nadia)).toEqual(['message: mailed', 'message: mailed'])
  })

  test('comes after a code that somebody waits for, however many notices wait', async () => {
    await shares(nadia)
    await round(NOW)
    await write([
      {
        sql: `INSERT INTO outbox (id, recipient, subject, text, created_at, next_try_at) VALUES (?, 'code@example.org', 'Your code', 'ABCD', ?, ?)`,
        args: [newId(NOW), NOW, NOW],
      },
    ])
    const order: string[] = []
    await sendWaitingMail(({ to }) => Promise.resolve(order.push(to)), NOW)
    expect(order).toEqual(['code@example.org', 'nadia@example.org'])
  })
})

describe('a digest', () => {
  const digests = async () =>
    (await outbox()).filter(({ recipient }) => recipient === 'carla@example.org')
  beforeEach(() => addressOf(carla, 'carla@example.org'))
  const waits = async (now: number) => {
    await write([
      {
        sql: `INSERT INTO notes (id, person, programme, author, kind, text, written_at) VALUES (?, ?, 'kidney', ?, 'concern', 'Her clinic called.', ?)`,
        args: [newId(now), nadia.id, carla.id, now],
      },
    ])
    await refreshDesk('kidney', momentOf('kidney', now))
  }

  test('comes at eight by the programme’s clock, once, with counts and without a name', async () => {
    await waits(NOW - HOUR)
    expect(await sendDigests(digestMail, NOW - 1)).toBe(0)
    await Promise.all([sendDigests(digestMail, NOW), sendDigests(digestMail, NOW)])
    await sendDigests(digestMail, NOW + HOUR)
    const found = await digests()
    expect(found).toHaveLength(1)
    expect(found[0]?.['text']).toContain('Please look first: 1')
    expect(found[0]?.['text']).not.toMatch(/Nadia|kidney|clinic|concern/i)
  })

  test('is caught up once after the server was off, on the same day and not on a Saturday', async () => {
    await waits(NOW - HOUR)
    await sendDigests(digestMail, NOW + 9 * HOUR)
    expect(await digests()).toHaveLength(1)
    const saturday = Date.UTC(2026, 11, 5, 18)
    await sendDigests(digestMail, saturday)
    expect(await digests()).toHaveLength(1)
    await chooseMail(carla, [], { isOn: true, hour: 8, weekdays: false }, saturday)
    await sendDigests(digestMail, saturday)
    expect(await digests()).toHaveLength(2)
  })

  test('comes at the hour that Carla chose, and not at all once she has switched it off', async () => {
    await waits(NOW - HOUR)
    await chooseMail(carla, [], { isOn: true, hour: 17, weekdays: true }, NOW)
    await sendDigests(digestMail, NOW + 8 * HOUR)
    expect(await digests()).toEqual([])
    await sendDigests(digestMail, NOW + 9 * HOUR)
    expect(await digests()).toHaveLength(1)
    await chooseMail(carla, [], { isOn: false, hour: 8, weekdays: true }, NOW)
    await sendDigests(digestMail, NOW + DAY_MS)
    expect(await digests()).toHaveLength(1)
  })

  test('is not mailed where nothing is to be done', async () => {
    await write([{ sql: 'DELETE FROM tasks', args: [] }])
    await write([{ sql: 'UPDATE desk_people SET stale_at = 9e15', args: [] }])
    await sendDigests(digestMail, NOW)
    expect(await digests()).toEqual([])
    expect(await platform.rows('SELECT outcome FROM notices WHERE person = ?', carla.id)).toEqual([
      { outcome: 'nothing' },
    ])
  })
})

/** Sundays: the clocks are set on at 2 in Chicago and at 1 in London, and set back there so that the hour before comes twice. */
const CLOCK_CHANGES = [
  ['kidney', '2027-03-14', 8],
  ['kidney', '2027-03-14', 2],
  ['kidney', '2027-11-07', 8],
  ['kidney', '2027-11-07', 1],
  ['long-term', '2027-03-28', 8],
  ['long-term', '2027-03-28', 1],
  ['long-term', '2027-10-31', 8],
  ['long-term', '2027-10-31', 1],
  ['long-term', '2027-10-31', 0],
  ['long-term', '2027-10-31', 23],
] as const

test.each(CLOCK_CHANGES)(
  'where the clocks of %s change on %s, a digest at %i comes once each day, at its hour or as soon as there is one',
  async (programme, sunday, hour) => {
    const { timeZone } = momentOf(programme, NOW)
    const reader = programme === 'kidney' ? carla : platform.cast.gwen
    const others = [carla, platform.cast.gwen].filter(({ id }) => id !== reader.id)
    await addressOf(reader, 'reader@example.org')
    for (const other of others) await addressOf(other, '')
    const noon = Date.parse(`${sunday}T12:00Z`)
    const from = noon - 3 * DAY_MS
    const trainee = programme === 'kidney' ? nadia : platform.cast.joyce
    await write([
      {
        sql: `INSERT INTO notes (id, person, programme, author, kind, text, written_at) VALUES (?, ?, ?, ?, 'concern', 'x', ?)`,
        args: [newId(from), trainee.id, programme, reader.id, from],
      },
    ])
    await chooseMail(reader, [], { isOn: true, hour, weekdays: false }, from)
    const came: string[] = []
    for (let now = from; now < noon + 3 * DAY_MS; now += HOUR / 2)
      if ((await sendDigests(digestMail, now)) > 0) {
        const { day, time } = wallTimeAt(now, timeZone)
        came.push(`${day} ${time}`)
      }
    // On the first of these days the hour may have been before we looked.
    const days = [-2, -1, 0, 1, 2].map((count) => plusDays(dayAt(noon, 'UTC'), count))
    const skipped = sunday.includes('-03-') && hour < 3
    const at = (day: string) =>
      `${day} ${String(day === sunday && skipped ? hour + 1 : hour).padStart(2, '0')}:00`
    expect(came.filter((one) => days.some((day) => one.startsWith(day)))).toEqual(days.map(at))
  },
)

test('no subject and no text of a notice or a digest, in any language, tells of an illness or names a programme', () => {
  const names = LANGUAGES.flatMap((language) =>
    loadProgrammes(language).flatMap(({ name, organisation }) => [name, organisation]),
  )
  const lines = Object.fromEntries(DIGEST_LINES.map((line) => [line, 501])) as Parameters<
    typeof digestMail
  >[1]['lines']
  const at = { url: 'https://example.org', wishes: 'https://example.org' }
  const said = LANGUAGES.flatMap((language) => [
    ...NOTICE_KINDS.map(() => noticeMail(language, at)),
    digestMail(language, { lines, ...at }),
  ])
  for (const { subject, text } of said) {
    expect(tellingWord(subject, names), subject).toBe(null)
    expect(tellingWord(text, names), text).toBe(null)
  }
})
