/** Ways in without a password: codes of staff, codes by mail, the invitation itself; and what each of them opens. */
import { loadProgramme } from '#server/course/load-course.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { write } from '#db/client.ts'
import { findPersonRow, updateContact } from '#db/people.ts'
import type { Person } from '#domain/people/person.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import { answerNotice } from '#server/access/answer-notice.ts'
import { codeForTrainee } from '#server/access/code-for-trainee.ts'
import { mailCode } from '#server/access/mail-code.ts'
import { makeWayIn } from '#server/access/make-link.ts'
import { openByCode } from '#server/access/open-by-code.ts'
import { openLink } from '#server/access/open-link.ts'
import { choosePassword, saveContact } from '#server/access/own-ways.ts'
import { findSignedIn, whoAsks, type SignedIn } from '#server/access/session.ts'
import { signIn } from '#server/access/sign-in.ts'
import type { Whence } from '#server/access/throttle.ts'
import { useLink } from '#server/access/use-link.ts'
import { handedKeys } from '#server/forms/handed-keys.ts'
import { readLesson } from '#server/learning/read-lesson.ts'
import { disownCode } from '#server/learning/disown-code.ts'
import { ownLearner } from '#server/learning/learner.ts'
import { saveWriting, type WritingStep } from '#server/learning/save-writing.ts'
import { showSearch } from '#server/show/search.ts'
import { giveRole, moveTrainee, takeRole } from '#server/people/change-roles.ts'
import { newId } from '#server/trail/new-id.ts'
import { changedMail, codeMadeMail, mailedCode } from '#web/mail-words.ts'
import { allSteps } from '#domain/course/course.ts'
import { PASSWORD } from '#tests/cast.ts'
import {
  batchesOf,
  DAY,
  english,
  HOUR,
  MINUTE,
  NOW,
  openPlatform,
  type Platform,
} from './platform.ts'

// Before anything reads a setting: what waits in the outbox is looked at, and nothing is sent.
vi.hoisted(() => {
  process.env['SMTP_URL'] = 'smtp://localhost:1'
  process.env['MAIL_FROM'] = 'alongside@example.org'
})

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

let place = 0
const somewhere = (more: Partial<Whence> = {}): Whence => ({
  address: `203.0.113.${++place}`,
  device: '',
  session: null,
  ...more,
})
/** Of this device, whatever is tried next. */
let here: Whence
beforeEach(() => {
  here = somewhere()
})

const kidney = (person: Person) => ({ id: person.id, programme: 'kidney' })
const codeFor = async (by: Person, person: Person, now = NOW): Promise<string> => {
  const made = await codeForTrainee(by, kidney(person), (one) => codeMadeMail(one, by.name), now)
  if (made.kind !== 'made') throw new Error('no code')
  return made.code
}
const typeCode = (code: string, now = NOW, from = here) => openByCode(code, false, from, now)
const sessionOf = async (code: string, now = NOW): Promise<{ by: Person; signedIn: SignedIn }> => {
  const answer = await typeCode(code, now)
  if (answer.kind !== 'joined') throw new Error(`the code was ${answer.kind}`)
  return sessionBy(answer.secret, now)
}
const sessionBy = async (secret: string, now: number) => {
  const asks = await whoAsks(secret, now)
  if (!asks) throw new Error('nobody is signed in')
  return { by: asks.person, signedIn: asks.signedIn }
}
const byPassword = async (name: string, password = PASSWORD, now = NOW) => {
  const answer = await signIn({ name, password, shared: false }, somewhere(), now)
  if (answer.kind !== 'signed-in') throw new Error(`the password was ${answer.kind}`)
  return sessionBy(answer.secret, now)
}
const questionsOf = async ({ id }: Person): Promise<string[]> =>
  (
    await platform.rows(
      "SELECT value ->> '$.text' AS text FROM records WHERE person = ? AND kind = 'help-asked'",
      id,
    )
  ).map(({ text }) => String(text))
const mailsTo = async (address: string): Promise<string[]> =>
  (await platform.rows('SELECT text FROM outbox WHERE recipient = ? ORDER BY rowid', address)).map(
    ({ text }) => String(text),
  )
const codeIn = (text = ''): string => /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(text)?.[0] ?? ''

const reflection = allSteps(english).find((step) => step.kind === 'reflection') as WritingStep
const write_ = async (by: Person, text: string, share: boolean, now: number) =>
  saveWriting(
    await ownLearner(by, english),
    reflection,
    { text, share, fields: {} },
    newId(now),
    now,
  )
const readsOf = async (by: Person) =>
  (await ownLearner(by, english)).progress[reflection.item.id] as { text: string }

describe('a code that a coordinator made', () => {
  test.each([
    ['as it was dictated', (code: string) => code.toLowerCase().replaceAll('-', ' ')],
    ['with dots and in one piece', (code: string) => `${code.replaceAll('-', '.')}.`],
    ['with look-alikes', (code: string) => code.replaceAll(/[DQ]/g, 'O').replaceAll(/[LJ]/g, '1')],
  ])('typed %s lets its person in', async (_, spoil) => {
    const { carla, nadia } = platform.cast
    const { by, signedIn } = await sessionOf(spoil(await codeFor(carla, nadia)))
    expect([by.id, signedIn.shared]).toEqual([nadia.id, false])
  })

  test('works once, for a day, and a newer one ends it', async () => {
    const { carla, ray } = platform.cast
    const [first, second] = [await codeFor(carla, ray), await codeFor(carla, ray)]
    expect(await typeCode(first)).toEqual({ kind: 'closed', role: null })
    expect((await typeCode(second, NOW + DAY - 1)).kind).toBe('joined')
    expect((await typeCode(second)).kind).toBe('closed')
    const late = await codeFor(carla, ray)
    expect((await typeCode(late, NOW + DAY)).kind).toBe('closed')
  })

  test('is not used up by looking at it, and the link beside it needs no more than a press', async () => {
    const { carla, ray } = platform.cast
    const code = await codeFor(carla, ray)
    for (let look = 0; look < 3; look++)
      expect(await openLink(code, NOW)).toMatchObject({ kind: 'open', name: 'Ray' })
    expect((await useLink(code, { shared: true }, here, NOW)).kind).toBe('joined')
  })

  test('on a shared computer ends in 30 minutes', async () => {
    const { carla, ray } = platform.cast
    const answer = await openByCode(await codeFor(carla, ray), true, here, NOW)
    const secret = answer.kind === 'joined' ? answer.secret : ''
    expect(await findSignedIn(secret, NOW)).toMatchObject({ shared: true })
    expect(await findSignedIn(secret, NOW + 31 * MINUTE)).toBeNull()
  })

  test('is made by nobody but a coordinator of the programme, and never into an account that reaches further', async () => {
    const { carla, gwen, oscar, ana, nadia, cesar } = platform.cast
    for (const by of [gwen, oscar, ana, nadia])
      expect(await codeForTrainee(by, kidney(nadia), () => Promise.resolve(null), NOW)).toEqual(
        NOT_ALLOWED,
      )
    expect(await codeForTrainee(carla, kidney(cesar), () => Promise.resolve(null), NOW)).toEqual(
      NOT_ALLOWED,
    )
  })

  test('is told by mail, and nothing of it can be read in a row', async () => {
    const { carla, luz } = platform.cast
    await write([updateContact(luz.id, { email: 'luz@example.org', phone: '' })])
    const code = await codeFor(carla, luz)
    expect((await mailsTo('luz@example.org')).at(-1)).toContain('Carla')
    expect((await mailsTo('luz@example.org')).join()).not.toContain(code)
    const rows = JSON.stringify([
      await platform.rows('SELECT * FROM links'),
      await platform.rows('SELECT * FROM audit'),
    ])
    expect(rows).not.toContain(code.replaceAll('-', ''))
    expect(rows).toContain('link-made:code')
  })

  test('ten wrong ones of one browser wait; the right one of another browser beside it does not', async () => {
    const { carla, nadia } = platform.cast
    const code = await codeFor(carla, nadia)
    const wrong = (n: number): string =>
      `ABCD-EFGH-${['JK', 'LM', 'NP'][n % 3]}${n + 10}`.replaceAll(/[01]/g, '7')
    const [phone, tablet] = [
      { ...here, agent: 'a phone' },
      { ...here, agent: 'a tablet' },
    ]
    const tries = []
    for (let n = 0; n < 12; n++) tries.push((await typeCode(`${wrong(n)}`, NOW, phone)).kind)
    expect(tries).toEqual([...Array<string>(10).fill('unknown'), 'too-many', 'too-many'])
    expect((await typeCode(code, NOW, phone)).kind).toBe('too-many')
    expect((await typeCode(code, NOW, tablet)).kind).toBe('joined')
  })

  test('mistyped by a letter too few is no try at all', async () => {
    for (let n = 0; n < 30; n++) expect((await typeCode('ABCD-EFGH')).kind).toBe('malformed')
  })
})

describe('what a code of staff opens', () => {
  test('private words of before stay closed, what was shared and what is written now do not', async () => {
    const { carla, nadia } = platform.cast
    await write_(nadia, 'Only for me.', false, NOW - HOUR)
    const { by, signedIn } = await sessionOf(await codeFor(carla, nadia))
    expect(signedIn.heldUntil).toBe(NOW + 7 * DAY)
    expect(await readsOf(by)).toMatchObject({ text: '', isClosed: true })
    expect(
      (
        await showSearch(
          'only for me',
          { course: english, programme: loadProgramme('kidney', 'en') },
          by,
        )
      ).found.map(({ name }) => name),
    ).not.toContain('own')
    // Their coordinator reads nothing else than before, and so does she by her own way.
    expect(await readsOf((await byPassword('nadia')).by)).toMatchObject({ text: 'Only for me.' })
    await write_(by, 'Written now.', false, NOW + 1)
    expect(await readsOf(by)).toMatchObject({ text: 'Written now.' })
    await write_(by, 'For my coordinator.', true, NOW + 2)
    expect(await readsOf((await sessionOf(await codeFor(carla, nadia), NOW + 3)).by)).toMatchObject(
      {
        text: 'For my coordinator.',
      },
    )
  })

  test('what lies locked on her device stays locked: the session has keys of its own, which her own way knows', async () => {
    const { carla, nadia } = platform.cast
    const before = await handedKeys((await byPassword('nadia')).signedIn, NOW)
    const first = await handedKeys((await sessionOf(await codeFor(carla, nadia))).signedIn, NOW)
    const second = await handedKeys(
      (await sessionOf(await codeFor(carla, nadia, NOW + 5), NOW + 5)).signedIn,
      NOW + 5,
    )
    expect([before.held, first.held, second.held]).toEqual([false, true, true])
    expect([first.earlier, second.earlier]).toEqual([[], []])
    expect(new Set([before, first, second].map(({ key }) => key)).size).toBe(3)
    expect(new Set([before, first, second].map(({ privateKey }) => privateKey)).size).toBe(3)
    const after = await handedKeys((await byPassword('nadia')).signedIn, NOW + 6)
    expect(after).toMatchObject({ key: before.key, privateKey: before.privateKey, held: false })
    for (const { key, publicKey, privateKey } of [first, second])
      expect(after.earlier).toContainEqual({ key, publicKey, privateKey })
  })

  test('seven days after she was told they are open', async () => {
    const { carla, ray } = platform.cast
    await write_(ray, 'For me.', false, NOW - HOUR)
    const answer = await typeCode(await codeFor(carla, ray))
    const secret = answer.kind === 'joined' ? answer.secret : ''
    const at = async (now: number) => readsOf((await sessionBy(secret, now)).by)
    expect(await at(NOW + 7 * DAY - 1)).toMatchObject({ text: '' })
    expect(await at(NOW + 7 * DAY)).toMatchObject({ text: 'For me.' })
  })

  test('a way that was made in such a session opens no more than the session did', async () => {
    const { carla, ray } = platform.cast
    const { by, signedIn } = await sessionOf(await codeFor(carla, ray))
    const typed = { signInName: 'ray', password: 'four green windows' }
    expect((await choosePassword(by, signedIn, typed, changedMail, NOW)).kind).toBe('saved')
    const contact = { email: 'mine@example.org', phone: '' }
    expect((await saveContact(by, signedIn, contact, changedMail, NOW)).kind).toBe('saved')
    expect(await readsOf((await byPassword('ray', 'four green windows')).by)).toMatchObject({
      text: '',
    })
    await mailCode('mine@example.org', here, mailedCode, NOW)
    const mailed = codeIn((await mailsTo('mine@example.org')).at(-1))
    expect(await readsOf((await sessionOf(mailed)).by)).toMatchObject({ text: '' })
  })

  test('she says that it was not her: the code, its session and its ways are gone, and hers stays', async () => {
    const { carla, luz } = platform.cast
    const hers = await byPassword('luz')
    const { by, signedIn } = await sessionOf(await codeFor(carla, luz))
    // Whoever came by it cannot say that it is known.
    expect(await answerNotice(by, signedIn, true, NOW)).toEqual(NOT_ALLOWED)
    await saveContact(by, signedIn, { email: 'not-hers@example.org', phone: '' }, changedMail, NOW)
    const open = await codeFor(carla, luz)
    const learner = await ownLearner(hers.by, english)
    const told = { id: newId(NOW), tell: (maker: string) => `Not mine: ${maker}` }
    expect(await disownCode(await ownLearner(by, english), signedIn, told, NOW)).toEqual(
      NOT_ALLOWED,
    )
    expect(await questionsOf(luz)).toEqual([])
    const disowned = () => disownCode(learner, hers.signedIn, told, NOW)
    expect(await disowned()).toEqual({ kind: 'noted' })
    // Pressed twice it is told once; where nothing was made, nothing is told.
    expect(await disowned()).toEqual({ kind: 'noted' })
    expect(await questionsOf(luz)).toEqual(['Not mine: Carla'])
    expect((await typeCode(open)).kind).toBe('closed')
    const left = await platform.rows('SELECT id FROM sessions WHERE person = ?', luz.id)
    expect(left.map(({ id }) => id)).toEqual([hers.signedIn.sessionId])
    expect((await findPersonRow(luz.id))?.email).toBe('')
    expect(
      await platform.rows('SELECT id FROM links WHERE person = ? AND told_at IS NULL', luz.id),
    ).toEqual([])
  })
})

describe('a code by mail', () => {
  const rosa = async (): Promise<Person> => {
    const { nadia } = platform.cast
    await write([updateContact(nadia.id, { email: 'shared@example.org', phone: '' }, null)])
    return nadia
  }

  test('typed lets in once, for an hour', async () => {
    const { id } = await rosa()
    expect((await mailCode(' Shared@Example.org', here, mailedCode, NOW)).kind).toBe('asked')
    const code = codeIn((await mailsTo('shared@example.org')).at(-1))
    const { by, signedIn } = await sessionOf(code)
    expect([by.id, signedIn.heldUntil]).toEqual([id, null])
    expect((await typeCode(code)).kind).toBe('closed')
    await mailCode('shared@example.org', here, mailedCode, NOW)
    const late = codeIn((await mailsTo('shared@example.org')).at(-1))
    expect((await typeCode(late, NOW + HOUR)).kind).toBe('closed')
  })

  test('the link beside it lets in where it was asked for; in another browser, a scanner’s too, the code is typed', async () => {
    await rosa()
    const asked = await mailCode('shared@example.org', here, mailedCode, NOW)
    const code = codeIn((await mailsTo('shared@example.org')).at(-1))
    expect(await useLink(code, { shared: false, asked: 'x' }, here, NOW)).toEqual({
      kind: 'refused',
      problems: [{ field: 'code', problem: 'missing' }],
    })
    const held = asked.kind === 'asked' ? asked.asked : ''
    expect((await useLink(code, { shared: false, asked: held }, here, NOW)).kind).toBe('joined')
  })

  test('an address of nobody, of staff, and one that is known are answered alike, with as much written', async () => {
    await rosa()
    const { carla } = platform.cast
    await write([updateContact(carla.id, { email: 'carla@example.org', phone: '' })])
    const counts = []
    for (const address of ['shared@example.org', 'nobody@example.org', 'carla@example.org']) {
      let kind = ''
      counts.push([
        await batchesOf(async () => {
          kind = (await mailCode(address, somewhere(), mailedCode, NOW)).kind
        }),
        kind,
      ])
    }
    expect(new Set(counts.map(String)).size).toBe(1)
    expect(await mailsTo('nobody@example.org')).toEqual([])
    expect(await mailsTo('carla@example.org')).toEqual([])
  })

  test('two who share an address get a code each, with their name on it', async () => {
    await rosa()
    const { joyce } = platform.cast
    await write([updateContact(joyce.id, { email: 'shared@example.org', phone: '' })])
    const before = (await mailsTo('shared@example.org')).length
    await mailCode('shared@example.org', here, mailedCode, NOW)
    const mails = (await mailsTo('shared@example.org')).slice(before)
    expect(mails.map((text) => /^\S+ (\S+),/.exec(text)?.[1]).sort()).toEqual(['Joyce', 'Nadia'])
    await write([updateContact(joyce.id, { email: '', phone: '' })])
  })

  test('nobody fills a mailbox: five in 15 minutes, whatever the address they come from', async () => {
    const kinds = []
    for (let n = 0; n < 7; n++)
      kinds.push((await mailCode('patient@example.org', somewhere(), mailedCode, NOW)).kind)
    expect(kinds).toEqual([...Array<string>(5).fill('asked'), 'too-many', 'too-many'])
  })

  test('what is no address is refused, and nothing is asked where mail is not sent', async () => {
    expect((await mailCode('shared@', here, mailedCode, NOW)).kind).toBe('malformed')
  })
})

describe('an invitation lets a trainee in with nothing invented', () => {
  const invite = async (name: string, email = ''): Promise<string> =>
    (
      await makeWayIn(
        {
          kind: 'invitation',
          role: 'trainee',
          programme: 'kidney',
          name,
          email,
          createdBy: platform.cast.carla.id,
        },
        NOW,
      )
    ).code
  const press = (code: string, now = NOW) => useLink(code, { shared: false }, here, now)

  test('by a press: the name, the address and the language are the inviter’s, and there is no password', async () => {
    const answer = await press(await invite('Tomás Núñez', 'tomas@example.org'))
    if (answer.kind !== 'joined') throw new Error(`answered ${answer.kind}`)
    const row = await findPersonRow(answer.person.id)
    expect(row).toMatchObject({
      name: 'Tomás Núñez',
      email: 'tomas@example.org',
      signInName: 'tomas.nunez',
      passwordHash: null,
    })
    // Nobody gets in with an empty password, nor with any.
    for (const password of [' ', PASSWORD])
      expect(
        (await signIn({ name: 'tomas.nunez', password, shared: false }, somewhere(), NOW)).kind,
      ).toMatch(/wrong|missing/)
    const other = await press(await invite('Tomas Nunez'))
    expect(other.kind === 'joined' && other.person.signInName).toMatch(
      /^tomas\.nunez\.[a-z2-9]{5}$/,
    )
  })

  test('it lets in again until the first lesson is done, and whoever was in by it is not any longer', async () => {
    const code = await invite('Vera')
    const first = await press(code)
    const again = await press(code)
    if (first.kind !== 'joined' || again.kind !== 'joined') throw new Error('not in')
    expect(again.person.id).toBe(first.person.id)
    expect(await findSignedIn(first.secret, NOW)).toBeNull()
    expect(await findSignedIn(again.secret, NOW)).toMatchObject({ heldUntil: null })
    expect((await press(code, NOW + 30 * DAY)).kind).toBe('used')
    const lesson = allSteps(english).find((step) => step.kind === 'lesson')
    if (lesson?.kind !== 'lesson') throw new Error('no lesson')
    await readLesson(await ownLearner(again.person, english), lesson.item, newId(NOW), NOW)
    expect((await press(code)).kind).toBe('used')
    expect((await typeCode(code)).kind).toBe('closed')
  })

  test('whoever was made one of the staff meanwhile does not come in by it: the inviter holds it as well', async () => {
    const code = await invite('Wanda')
    const first = await press(code)
    if (first.kind !== 'joined') throw new Error('not in')
    const given = await giveRole(platform.cast.ana, first.person.id, 'administrator', '', NOW)
    expect(given.kind).toBe('done')
    expect((await press(code)).kind).toBe('used')
    expect((await typeCode(code)).kind).toBe('closed')
  })

  test('with a password of their own it is used up', async () => {
    const code = await invite('Pía')
    const filled = { shared: false, signInName: 'pia', password: PASSWORD }
    expect((await useLink(code, filled, here, NOW)).kind).toBe('joined')
    expect((await press(code)).kind).toBe('used')
  })
})

describe('a way into an account that was made before its person', () => {
  const made = async (by: Person, person: Person): Promise<string> => {
    const answer = await codeForTrainee(by, kidney(person), () => Promise.resolve(null), NOW)
    if (answer.kind !== 'made') throw new Error('no link')
    return answer.url.split('/').at(-1) ?? ''
  }

  test('became one of the staff opens nothing, neither a code nor a link to a password', async () => {
    const { ana, carla, ray } = platform.cast
    const link = await made(carla, ray)
    expect((await openLink(link, NOW)).kind).toBe('open')
    await giveRole(ana, ray.id, 'observer', 'kidney', NOW)
    expect((await openLink(link, NOW)).kind).toBe('withdrawn')
    // An observer of her programme gets a link to a password of her; an administrator would be more than she reaches.
    const reset = await made(carla, ray)
    await giveRole(ana, ray.id, 'administrator', '', NOW)
    const password = 'four green windows'
    expect((await useLink(reset, { password, shared: false }, here, NOW)).kind).toBe('withdrawn')
    await takeRole(ana, ray.id, 'administrator', '', NOW)
    await takeRole(ana, ray.id, 'observer', 'kidney', NOW)
  })

  test('went to another programme opens nothing there', async () => {
    const { ana, carla, nadia } = platform.cast
    const link = await made(carla, nadia)
    const there = { programme: 'long-term', cohort: null }
    const moved = await moveTrainee(ana, nadia.id, 'kidney', there, NOW)
    expect([moved.kind, (await openLink(link, NOW)).kind]).toEqual(['done', 'withdrawn'])
    await moveTrainee(ana, nadia.id, 'long-term', { programme: 'kidney', cohort: null }, NOW)
  })
})

describe('somebody’s own ways', () => {
  test('the contact is checked, kept, and told at the address that was there before', async () => {
    const { by, signedIn } = await byPassword('joyce')
    const save = (email: string, phone: string) =>
      saveContact(by, signedIn, { email, phone }, changedMail, NOW)
    expect(await save('joyce', 'call me')).toEqual({
      kind: 'refused',
      problems: ['email-malformed', 'phone-malformed'],
    })
    expect((await save('Joyce@example.org', '+1 (555) 010-9')).kind).toBe('saved')
    expect(await findPersonRow(by.id)).toMatchObject({
      email: 'joyce@example.org',
      phone: '+1 (555) 010-9',
    })
    await save('new@example.org', '')
    expect(await mailsTo('joyce@example.org')).toHaveLength(1)
    // Signing in takes the address as well, and it is one account that is counted.
    expect((await byPassword('new@example.org')).by.id).toBe(by.id)
  })

  test('another address asks for a fresh proof, a phone number does not', async () => {
    const { by, signedIn } = await byPassword('joyce')
    const { email } = (await findPersonRow(by.id)) ?? { email: '' }
    const later = NOW + 6 * MINUTE
    const save = (typed: string, phone: string) =>
      saveContact(by, signedIn, { email: typed, phone }, changedMail, later)
    for (const other of ['thief@example.org', ''])
      expect((await save(other, '')).kind).toBe('not-fresh')
    expect((await save(email, '+1 555 0101')).kind).toBe('saved')
    expect(await findPersonRow(by.id)).toMatchObject({ email, phone: '+1 555 0101' })
  })

  test('a new password ends the other sessions, and is told', async () => {
    const [phone, tablet] = [await byPassword('joyce'), await byPassword('joyce')]
    const typed = { signInName: 'joyce.k', password: 'four green windows' }
    expect((await choosePassword(phone.by, phone.signedIn, typed, changedMail, NOW)).kind).toBe(
      'saved',
    )
    const left = await platform.rows('SELECT id FROM sessions WHERE person = ?', phone.by.id)
    expect(left.map(({ id }) => id)).toEqual([phone.signedIn.sessionId])
    expect(tablet.signedIn.sessionId).not.toBe(phone.signedIn.sessionId)
    expect((await byPassword('joyce.k', 'four green windows')).by.id).toBe(phone.by.id)
    const taken = { signInName: 'ray', password: 'short' }
    expect(await choosePassword(phone.by, phone.signedIn, taken, changedMail, NOW)).toEqual({
      kind: 'refused',
      problems: [
        { field: 'signInName', problem: 'taken' },
        { field: 'password', problem: 'too-short' },
      ],
    })
  })

  test('whatever name is tried, ten tries are ten tries of one account', async () => {
    const { carla } = platform.cast
    await write([updateContact(carla.id, { email: 'carla@example.org', phone: '' })])
    const kinds = []
    for (let n = 0; n < 12; n++) {
      const name = n % 2 ? 'carla' : 'carla@example.org'
      const typed = { name, password: `guess ${n}`, shared: false }
      kinds.push((await signIn(typed, somewhere(), NOW)).kind)
    }
    expect(kinds.filter((kind) => kind === 'too-many')).toHaveLength(2)
  })
})
