/** Inviting, roles, mail, words and retention, against a real database. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, database, openDatabase, write } from '#db/client.ts'
import { searchAudit } from '#db/audit.ts'
import { findPerson, insertPerson, insertRole } from '#db/people.ts'
import { listApplications, listPeople, listWaitingInvitations, loadHome } from '#tests/read-desk.ts'
import {
  applications,
  attempts,
  audit,
  firstTalks,
  links,
  notes,
  outbox,
  roles,
  taskHolds,
} from '#db/schema.ts'
import { listSignOffs } from '#db/sign-offs.ts'
import { findTrainee } from '#db/trainees.ts'
import { dayAt } from '#domain/calendar/days.ts'
import type { Person } from '#domain/people/person.ts'
import { also } from '#tests/cast.ts'
import { utc } from '#tests/moment.ts'
import { newFolder, type Folder } from '#tests/db/temporary.ts'
import {
  APPLICATION_STATES,
  stateOfApplication,
  type ApplicationState,
} from '#domain/people/application.ts'
import { INVITES } from '#domain/people/person.ts'
import { apply } from '#server/people/apply.ts'
import {
  archiveTrainee,
  bringBack,
  disableAccount,
  moveTrainee,
  takeRole,
} from '#server/people/change-roles.ts'
import {
  invite,
  type InviteWish,
  type MadeInvitation,
  type MailWords,
} from '#server/people/invite.ts'
import { newId } from '#server/trail/new-id.ts'
import { noteSeen } from '#server/access/note-seen.ts'
import { recordFirstTalk } from '#server/people/record-first-talk.ts'
import { resendInvitation } from '#server/people/resend-invitation.ts'
import { runRetention } from '#server/running/run-retention.ts'
import { takesLetters } from '#server/people/mail-letters.ts'
import { checkInvitationList } from '#server/people/check-invitation-list.ts'
import { sendBySmtp, sendWaitingMail, type Mail } from '#server/running/send-mail.ts'
import { startSmtp } from './smtp.ts'
import { backUp } from '#server/running/back-up.ts'
import { readGroupSession, typedStart } from '#server/people/read-group-session.ts'
import { openLink } from '#server/access/open-link.ts'
import { useLink } from '#server/access/use-link.ts'
import { eq } from 'drizzle-orm'

const NOW = Date.UTC(2026, 10, 21, 12)
const DAY = 86_400_000
const mailWords: MailWords = (_, mail) => ({ subject: 'Your invitation', text: mail.url })
let folder: Folder

beforeAll(async () => {
  folder = newFolder()
  process.env['DATA_DIR'] = folder.dataDir
  process.env['SMTP_URL'] = 'smtp://localhost:1'
  process.env['MAIL_FROM'] = 'alongside@example.org'
  await openDatabase({ url: folder.url, authToken: undefined, dataDir: folder.dataDir })
})
afterAll(async () => {
  await closeDatabase()
  folder.remove()
})

async function person(
  name: string,
  role: 'trainee' | 'coordinator' | 'administrator',
  programme = 'kidney',
): Promise<Person> {
  const id = newId(NOW)
  await write([
    insertPerson({
      id,
      signInName: `${name.toLowerCase()}-${id.slice(-6)}`,
      name,
      language: 'en',
      createdAt: NOW,
    }),
    insertRole({
      person: id,
      role,
      programme: role === 'administrator' ? '' : programme,
      createdAt: NOW,
    }),
  ])
  const found = await findPerson(id)
  if (!found) throw new Error('not made')
  return found
}

/** What an invitation made; it is one that may be made. */
async function invited(by: Person, wish: InviteWish): Promise<readonly MadeInvitation[]> {
  const answer = await invite(by, wish, mailWords, NOW)
  if (answer.kind !== 'made') throw new Error(answer.kind)
  return answer.made
}

describe('an invitation', () => {
  const reach = (programme: string) => ({ programmes: [programme], roles: INVITES.coordinator })

  test('is opened by its code in any spelling, and the cohort comes with it', async () => {
    const carla = await person('Carla', 'coordinator')
    await write([
      {
        sql: `INSERT INTO cohorts (id, programme, name, created_at) VALUES ('spring', 'kidney', 'Spring', 1)`,
      },
    ])
    const [made] = await invited(carla, {
      role: 'trainee',
      programme: 'kidney',
      batch: newId(NOW),
      people: [{ name: 'Rosa', email: '', language: 'es', cohort: 'spring' }],
    })
    expect(made?.mailed).toBe(false)
    const typed = (made?.code ?? '').toLowerCase().replaceAll('-', ' ')
    expect((await openLink(typed, NOW)).kind).toBe('open')
    const joined = await useLink(
      typed,
      {
        name: 'Rosa',
        signInName: 'rosa-by-code',
        password: 'seven quiet lamps',
        language: 'es',
        shared: false,
      },
      { address: '192.0.2.1', device: '', session: null },
      NOW,
    )
    const id = joined.kind === 'joined' ? joined.person.id : ''
    const [role] = await database().select().from(roles).where(eq(roles.person, id))
    expect(role).toMatchObject({ role: 'trainee', programme: 'kidney', cohort: 'spring' })
    expect((await openLink(typed, NOW)).kind).toBe('used')
  })

  test('of the same form twice is made once', async () => {
    const carla = await person('Carla', 'coordinator', 'twice')
    const wish = {
      role: 'trainee' as const,
      programme: 'twice',
      batch: newId(NOW),
      people: [{ name: 'Tom', email: '', language: 'en' as const, cohort: null }],
    }
    expect(await invited(carla, wish)).toHaveLength(1)
    expect(await invite(carla, wish, mailWords, NOW)).toEqual({ kind: 'twice' })
    expect((await listWaitingInvitations(reach('twice'), 'waiting', NOW, 1)).total).toBe(1)
  })

  test('made again: the old link stops working; one of another programme is not found', async () => {
    const carla = await person('Carla', 'coordinator', 'again')
    const people = [{ name: 'Tom', email: '', language: 'en' as const, cohort: null }]
    const wish = { role: 'trainee' as const, programme: 'again', batch: newId(NOW), people }
    const [old] = await invited(carla, wish)
    const [row] = (await listWaitingInvitations(reach('again'), 'waiting', NOW, 1)).rows
    expect(
      await resendInvitation(carla, reach('elsewhere'), row?.id ?? '', mailWords, NOW),
    ).toBeNull()
    const made = await resendInvitation(carla, reach('again'), row?.id ?? '', mailWords, NOW)
    expect((await openLink(old?.code ?? '', NOW)).kind).toBe('withdrawn')
    expect((await openLink(made?.code ?? '', NOW)).kind).toBe('open')
  })

  test('of a coordinator is made again by an administrator alone: whoever does sees its code', async () => {
    const carla = await person('Carla', 'coordinator', 'staff')
    const people = [{ name: 'Cesar', email: '', language: 'en' as const, cohort: null }]
    const wish = { role: 'coordinator' as const, programme: 'staff', batch: newId(NOW), people }
    const ana = await person('Ana', 'administrator')
    expect(await invite(carla, wish, mailWords, NOW)).toEqual({ kind: 'not-allowed' })
    await invited(ana, wish)
    const staff = { programmes: ['staff'], roles: INVITES.administrator }
    expect((await listWaitingInvitations(reach('staff'), 'waiting', NOW, 1)).rows).toEqual([])
    const [row] = (await listWaitingInvitations(staff, 'waiting', NOW, 1)).rows
    expect(await resendInvitation(carla, reach('staff'), row?.id ?? '', mailWords, NOW)).toBeNull()
    expect(await resendInvitation(carla, staff, row?.id ?? '', mailWords, NOW)).toBeNull()
    const made = await resendInvitation(ana, staff, row?.id ?? '', mailWords, NOW)
    expect((await openLink(made?.code ?? '', NOW)).kind).toBe('open')
  })
})

describe('mail', () => {
  test('is written with the invitation, tried again after a failure, sent once, and then emptied', async () => {
    const carla = await person('Carla', 'coordinator', 'mail')
    const people = [
      { name: 'Luz', email: 'luz@example.org', language: 'es' as const, cohort: null },
    ]
    await invite(
      carla,
      { role: 'trainee', programme: 'mail', batch: newId(NOW), people },
      mailWords,
      NOW,
    )
    const away = (): Promise<never> =>
      Promise.reject(Object.assign(new Error('luz@example.org'), { code: 'ECONNECTION' }))
    expect(await sendWaitingMail(away, NOW)).toBe(0)
    const [failed] = await database().select().from(outbox)
    expect(failed).toMatchObject({
      tries: 1,
      problem: 'ECONNECTION',
      nextTryAt: NOW + 60_000,
      sentAt: null,
    })
    const sent: Mail[] = []
    const send = (mail: Mail): Promise<unknown> => Promise.resolve(sent.push(mail))
    expect(await sendWaitingMail(send, NOW + 59_000)).toBe(0)
    const both = await Promise.all([
      sendWaitingMail(send, NOW + 60_000),
      sendWaitingMail(send, NOW + 60_000),
    ])
    expect(both[0] + both[1]).toBe(1)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.text).toMatch(/\/join\/[A-Z2-9-]{14}$/)
    const [row] = await database().select().from(outbox)
    expect(row).toMatchObject({ text: '', sentAt: NOW + 60_000 })
  })
})

test('mail goes out as plain text over SMTP, with nothing but the words', async () => {
  const smtp = await startSmtp()
  const send = sendBySmtp({ smtpUrl: `${smtp.url}?ignoreTLS=true`, from: 'alongside@example.org' })
  await send({ to: 'luz@example.org', subject: 'Su invitación', text: 'Abra este enlace' })
  smtp.close()
  expect(smtp.mails).toHaveLength(1)
  expect(smtp.mails[0]).toContain('To: luz@example.org')
  expect(smtp.mails[0]).toContain('Content-Type: text/plain; charset=utf-8')
  expect(smtp.mails[0]).toContain('Abra este enlace')
  expect(smtp.mails[0]).not.toContain('html')
})

test('E3: to josé@example.org nothing is queued where the mail server lacks SMTPUTF8 or does not answer', async () => {
  const [plain, able] = [await startSmtp(), await startSmtp(true)]
  const url = (smtp: { readonly url: string }): string => `${smtp.url}?ignoreTLS=true`
  const send = sendBySmtp({ smtpUrl: url(plain), from: 'alongside@example.org' })
  const mail = { to: 'josé@example.org', subject: 'Su invitación', text: 'Abra este enlace' }
  await expect(send(mail)).rejects.toMatchObject({ responseCode: 555 })
  expect(await takesLetters(url(plain))).toBe(false)
  expect(await takesLetters(url(able))).toBe(true)
  plain.close()
  able.close()
  expect(await takesLetters(url(plain))).toBe(false)

  // No mail server answers under the address that these tests are set up with.
  const carla = await person('Carla', 'coordinator', 'mail')
  const addresses = ['josé@example.org', 'jose@exámple.org', 'luz@example.org']
  const people = addresses.map((email) => ({
    name: email[0] ?? '',
    email,
    language: 'es' as const,
    cohort: null,
  }))
  const wish = { role: 'trainee' as const, programme: 'mail', batch: newId(NOW), people }
  const made = await invited(carla, wish)
  expect(made.map(({ mailed, isUnreachable }) => [mailed, isUnreachable])).toEqual([
    [false, true],
    [true, false],
    [true, false],
  ])
  const queued = await database().select().from(outbox)
  expect(queued.map(({ recipient }) => recipient)).not.toContain('josé@example.org')
  const checked = await checkInvitationList(
    also(carla, 'coordinator', 'kidney'),
    'José, JOSÉ@example.org\nLuz, ines@example.org',
    { programme: 'kidney', language: 'es' },
    NOW,
  )
  if ('kind' in checked) throw new Error('not allowed')
  expect(checked.list).toMatchObject({ good: 2 })
  expect([...checked.unreachable]).toEqual(['josé@example.org'])
})

describe('roles', () => {
  test('an archived trainee has no role with the next request, and all of it when brought back', async () => {
    const carla = await person('Carla', 'coordinator')
    const nadia = await person('Nadia', 'trainee')
    expect(await archiveTrainee(carla, nadia.id, 'kidney', ' ', NOW)).toEqual({
      kind: 'refused',
      reason: 'reason-missing',
    })
    expect(await archiveTrainee(carla, nadia.id, 'kidney', 'Moved away', NOW)).toEqual({
      kind: 'done',
    })
    expect((await findPerson(nadia.id))?.roles).toEqual([])
    expect((await findTrainee(nadia.id, ['kidney']))?.name).toBe('Nadia')
    expect(await bringBack(carla, nadia.id, 'kidney', NOW)).toEqual({ kind: 'done' })
    expect((await findPerson(nadia.id))?.roles).toEqual([{ role: 'trainee', programme: 'kidney' }])
  })

  test('who moved is seen in the new programme alone', async () => {
    const ana = await person('Ana', 'administrator')
    const ray = await person('Ray', 'trainee')
    await moveTrainee(ana, ray.id, 'kidney', { programme: 'long-term', cohort: null }, NOW)
    expect(await findTrainee(ray.id, ['kidney'])).toBeNull()
    expect((await findTrainee(ray.id, ['long-term']))?.programme).toBe('long-term')
    const left = await listPeople({
      programme: 'kidney',
      role: 'trainee',
      cohort: '',
      archived: true,
      search: 'Ray',
      language: 'en',
      page: 1,
    })
    expect(left.rows).toHaveLength(1)
    expect(
      await moveTrainee(ana, ray.id, 'kidney', { programme: 'long-term', cohort: null }, NOW),
    ).toEqual({
      kind: 'refused',
      reason: 'not-now',
    })
  })

  test('what one programme decided says nothing in the next, and comes back with who comes back', async () => {
    const ana = await person('Ana', 'administrator')
    const tess = await person('Tess', 'trainee')
    await write([
      {
        sql: `INSERT INTO sign_offs (id, person, programme, decided_by, decided_at, decision, reason, conditions, internal_note, otherwise, expires_on, evidence, evidence_hash)
              VALUES (?, ?, 'kidney', ?, ?, 'ready', 'x', '', '', '', '2099-01-01', '[]', '')`,
        args: [newId(NOW), tess.id, ana.id, NOW],
      },
    ])
    expect(await listSignOffs(tess.id)).toHaveLength(1)
    await moveTrainee(ana, tess.id, 'kidney', { programme: 'long-term', cohort: null }, NOW)
    expect(await listSignOffs(tess.id)).toEqual([])
    const gwen = await person('Gwen', 'coordinator', 'long-term')
    await archiveTrainee(gwen, tess.id, 'long-term', 'Moved away', NOW)
    expect(await listSignOffs(tess.id)).toHaveLength(1)
  })

  test('nobody takes their own role, and the last administrator stays', async () => {
    await write([
      {
        sql: `UPDATE people SET disabled_at = 1 WHERE id IN (SELECT person FROM roles WHERE role = 'administrator')`,
      },
    ])
    const ana = await person('Ana', 'administrator')
    const bea = await person('Bea', 'administrator')
    expect(await takeRole(ana, ana.id, 'administrator', '', NOW)).toEqual({
      kind: 'refused',
      reason: 'oneself',
    })
    expect(await disableAccount(ana, bea.id, NOW)).toEqual({ kind: 'done' })
    expect(await findPerson(bea.id)).toBeNull()
    expect(await disableAccount(bea, ana.id, NOW)).toEqual({
      kind: 'refused',
      reason: 'last-administrator',
    })
    expect((await findPerson(ana.id))?.name).toBe('Ana')
  })

  test('of two who remove each other at the same moment one is an administrator no more, and does nothing', async () => {
    const [ana, bea] = [await person('Ana', 'administrator'), await person('Bea', 'administrator')]
    await person('Cora', 'administrator')
    const answers = await Promise.all([
      disableAccount(ana, bea.id, NOW),
      takeRole(bea, ana.id, 'administrator', '', NOW),
    ])
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['done', 'not-allowed'])
  })
})

test('an application sent twice stands once, and an address that sends too many waits', async () => {
  const id = newId(NOW)
  const form = {
    id,
    name: 'Rosa',
    contact: '555',
    why: 'Because',
    experience: '',
    areas: [],
    notAreas: [],
    languages: '',
    times: '',
    access: '',
  }
  expect(await apply('apply', 'en', form, '192.0.2.9', NOW)).toEqual({ kind: 'sent' })
  expect(await apply('apply', 'en', form, '192.0.2.9', NOW)).toEqual({ kind: 'sent' })
  const total = async () => (await listApplications('apply', 'open', '2026-11-21', 1)).total
  expect(await total()).toBe(1)
  // Its answer was lost, and Rosa wrote more before she sent it again: both are there.
  const more = { ...form, why: 'Because, and because' }
  expect(await apply('apply', 'en', more, '192.0.2.9', NOW)).toEqual({ kind: 'sent' })
  expect(await total()).toBe(2)
  for (let n = 0; n < 7; n++)
    await apply('apply', 'en', { ...form, id: newId(NOW) }, '192.0.2.9', NOW)
  expect(await apply('apply', 'en', { ...form, id: newId(NOW) }, '192.0.2.9', NOW)).toEqual({
    kind: 'too-many',
    minutes: 60,
  })
})

test('an application stands where its talk and its invitation brought it', async () => {
  const carla = await person('Carla', 'coordinator', 'stands')
  const blank = { experience: '', areas: [], notAreas: [], languages: '', times: '', access: '' }
  const offer = { ...blank, id: newId(NOW), name: 'Rosa', contact: '555', why: 'Because' }
  await apply('stands', 'en', offer, '192.0.2.77', NOW)
  const where = async (): Promise<ApplicationState[]> => {
    const all: ApplicationState[] = []
    for (const state of APPLICATION_STATES)
      if ((await listApplications('stands', state, '2026-11-21', 1)).total) all.push(state)
    const [row] = (await listApplications('stands', '', '2026-11-21', 1)).rows
    expect(row && stateOfApplication(row)).toBe(all[0])
    return all
  }
  expect(await where()).toEqual(['open'])
  const [application] = (await listApplications('stands', '', '2026-11-21', 1)).rows
  if (!application) throw new Error('not sent')
  const talk = {
    id: newId(NOW),
    outcome: 'invite' as const,
    message: 'Come',
    internalNote: '',
    againOn: '',
    seen: 0,
  }
  await recordFirstTalk(carla, application, talk, NOW)
  expect(await where()).toEqual(['invite'])
  const people = [{ name: 'Rosa', email: '', language: 'en' as const, cohort: null }]
  const wish = { role: 'trainee' as const, programme: 'stands', batch: newId(NOW), people }
  await invite(carla, { ...wish, application: application.id }, mailWords, NOW)
  expect(await where()).toEqual(['invited'])
  await runRetention(NOW + 200 * DAY, dayAt(NOW + 200 * DAY, 'UTC'))
  expect(await where()).toEqual(['invited'])
  const later = { ...talk, id: newId(NOW), outcome: 'later' as const, againOn: '2027-01-31' }
  await recordFirstTalk(carla, application, later, NOW + 1)
  expect(await where()).toEqual(['later'])
})

test('a name is found without its accents and sorted as people read it', async () => {
  for (const name of ['Óscar', 'Ray', 'nadia', 'José Núñez', 'Jose 100% [sic]'])
    await person(name, 'trainee', 'names')
  const found = async (search: string) => {
    const filter = {
      programme: 'names',
      role: null,
      cohort: '',
      archived: false,
      search,
      page: 1,
      language: 'en',
    } as const
    return (await listPeople(filter)).rows.map(({ name }) => name)
  }
  const home = async (search: string) => {
    const wish = {
      programme: 'names',
      tab: 'all',
      search,
      cohort: '',
      reason: null,
      viewer: '',
      mayDecide: true,
      language: 'en',
      page: 1,
    } as const
    return (await loadHome(wish, utc(NOW))).rows.map(({ name }) => name)
  }
  for (const list of [found, home]) {
    expect(await list('')).toEqual(['Jose 100% [sic]', 'José Núñez', 'nadia', 'Óscar', 'Ray'])
    expect(await list('nunez')).toEqual(['José Núñez'])
    expect(await list('JOSÉ')).toEqual(['Jose 100% [sic]', 'José Núñez'])
    expect(await list('100% [s')).toEqual(['Jose 100% [sic]'])
    expect(await list('nunez josé ')).toEqual(['José Núñez'])
    expect(await list('*')).toEqual([])
  }
})

test('looking at a record is written once an hour', async () => {
  const carla = await person('Carla', 'coordinator')
  const luz = await person('Luz', 'trainee')
  for (const later of [0, 1000, 3_600_000])
    await noteSeen(carla.id, 'record', luz.id, 'kidney', NOW + later)
  const found = await searchAudit({
    person: 'Luz',
    act: 'seen:record',
    from: null,
    before: null,
    programmes: null,
    page: 1,
  })
  expect(found.rows.map(({ actorName, subjectName }) => [actorName, subjectName])).toEqual([
    ['Carla', 'Luz'],
    ['Carla', 'Luz'],
  ])
})

test('retention deletes what is over and nothing else', async () => {
  const carla = await person('Carla', 'coordinator', 'keep')
  const gone = await person('Gone', 'trainee', 'keep')
  const here = await person('Here', 'trainee', 'keep')
  const ids = { old: newId(NOW), young: newId(NOW), open: newId(NOW) }
  const application = (id: string, sentAt: number) =>
    database().insert(applications).values({
      id,
      programme: 'keep',
      name: 'x',
      contact: 'x',
      language: 'en',
      answers: '{}',
      sentAt,
    })
  const talk = (of: string, at: number) => [
    database()
      .insert(firstTalks)
      .values({
        id: newId(NOW),
        application: of,
        coordinator: carla.id,
        at,
        outcome: 'later',
        message: 'm',
        internalNote: '',
      }),
    database()
      .insert(audit)
      .values({
        id: newId(NOW),
        at,
        actor: carla.id,
        act: 'first-talk:later',
        subject: of,
        programme: 'keep',
      }),
  ]
  const note = (of: Person, kind: 'shared' | 'internal') =>
    database()
      .insert(notes)
      .values({
        id: newId(NOW),
        person: of.id,
        programme: 'keep',
        author: carla.id,
        kind,
        text: 't',
        writtenAt: NOW - 1000 * DAY,
      })
  const held = (of: Person) =>
    database()
      .insert(taskHolds)
      .values({
        ...{ id: newId(NOW), person: of.id, programme: 'keep', reason: 'idle', since: 0 },
        ...{ owner: carla.id, why: 'Away', by: carla.id, at: NOW - 1000 * DAY },
      })
  await write([
    held(gone),
    held(here),
    application(ids.old, NOW - 400 * DAY),
    ...talk(ids.old, NOW - 366 * DAY),
    application(ids.young, NOW - 400 * DAY),
    ...talk(ids.young, NOW - 364 * DAY),
    application(ids.open, NOW - 400 * DAY),
    note(gone, 'internal'),
    note(gone, 'shared'),
    note(here, 'internal'),
    { sql: 'UPDATE roles SET archived_at = ? WHERE person = ?', args: [NOW - 731 * DAY, gone.id] },
    database()
      .insert(links)
      .values({ id: 'ended', kind: 'invitation', createdAt: 1, expiresAt: NOW - 91 * DAY }),
    database()
      .insert(links)
      .values({ id: 'waits', kind: 'invitation', createdAt: 1, expiresAt: NOW + DAY }),
    database()
      .insert(attempts)
      .values({ key: 'over', count: 1, windowEndsAt: NOW - 2 * DAY }),
  ])
  await runRetention(NOW, dayAt(NOW, 'UTC'))
  const left = (
    await database()
      .select({ id: applications.id })
      .from(applications)
      .where(eq(applications.programme, 'keep'))
  ).map(({ id }) => id)
  expect(left.sort()).toEqual([ids.young, ids.open].sort())
  const kept = await database().select().from(notes)
  expect(kept.map(({ person: of, kind }) => [of, kind]).sort()).toEqual(
    [
      [gone.id, 'shared'],
      [here.id, 'internal'],
    ].sort(),
  )
  const holds = await database().select({ person: taskHolds.person }).from(taskHolds)
  expect(holds).toEqual([{ person: here.id }])
  const linkIds = (await database().select({ id: links.id }).from(links)).map(({ id }) => id)
  expect(linkIds).toContain('waits')
  expect(linkIds).not.toContain('ended')
  expect(await database().select().from(attempts).where(eq(attempts.key, 'over'))).toEqual([])
  expect(await runRetention(NOW, dayAt(NOW, 'UTC'))).toMatchObject({
    kind: 'done',
    gone: { applications: 0 },
  })
})

test('a backup brings the words that an administrator edited', async () => {
  const words = path.join(folder.dataDir, 'programmes')
  mkdirSync(words, { recursive: true })
  writeFileSync(path.join(words, 'river.yaml'), 'name: River')
  const copy = path.join(folder.dataDir, 'backups', 'today')
  await backUp(`${copy}.db`, false)
  expect(existsSync(`${copy}.db`)).toBe(true)
  expect(readFileSync(`${copy}.files/programmes/river.yaml`, 'utf8')).toBe('name: River')
  rmSync(path.join(words, 'river.yaml'))
})

test('a group session starts when the programme’s clocks say so, in winter and in summer', () => {
  const form = { title: 'Tea', place: 'Room 2', time: '10:00', which: '' }
  const starts = (day: string, timeZone: string) =>
    new Date(readGroupSession({ ...form, day }, timeZone).read?.startsAt ?? 0).toISOString()
  expect(starts('2027-02-03', 'America/Chicago')).toBe('2027-02-03T16:00:00.000Z')
  expect(starts('2027-07-03', 'America/Chicago')).toBe('2027-07-03T15:00:00.000Z')
  expect(starts('2027-07-03', 'Europe/London')).toBe('2027-07-03T09:00:00.000Z')
  expect(typedStart(Date.UTC(2027, 6, 3, 15), 'America/Chicago')).toEqual({
    day: '2027-07-03',
    time: '10:00',
    which: String(Date.UTC(2027, 6, 3, 15)),
  })
  expect(readGroupSession({ ...form, day: '2027-02-30' }, 'Europe/London').problems).toEqual([
    'day-malformed',
  ])
})
