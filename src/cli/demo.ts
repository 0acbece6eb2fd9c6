/** An invented cast in a database of its own, and links to sign in as each of them. */
import { findBySignInName, hasPeople, insertPerson, insertRole } from '#db/people.ts'
import { write } from '#db/client.ts'
import type { Language } from '#domain/course/language.ts'
import type { Role } from '#domain/people/person.ts'
import { settings } from '#settings.ts'
import { makeLink } from '#server/access/make-link.ts'
import { newId } from '#server/trail/new-id.ts'
import { hashPassword } from '#server/access/password.ts'
import { markCast } from '#server/access/cast.ts'
import { newSecret } from '#server/access/secret.ts'
import { playCast } from './demo/play-cast.ts'
import { importSample } from './demo/sample-package.ts'
import { Refused } from './command.ts'
import { withDatabase } from './with-database.ts'

interface Character {
  readonly signInName: string
  readonly name: string
  readonly role: Role
  readonly programme: string
  readonly language: Language
  readonly is: string
}

const CAST: readonly Character[] = [
  {
    signInName: 'ana',
    name: 'Ana',
    role: 'administrator',
    programme: '',
    language: 'en',
    is: 'administrator',
  },
  {
    signInName: 'carla',
    name: 'Carla',
    role: 'coordinator',
    programme: 'kidney',
    language: 'en',
    is: 'coordinator, kidney',
  },
  {
    signInName: 'gwen',
    name: 'Gwen',
    role: 'coordinator',
    programme: 'long-term',
    language: 'en',
    is: 'coordinator, long-term',
  },
  {
    signInName: 'oscar',
    name: 'Óscar',
    role: 'observer',
    programme: 'kidney',
    language: 'es',
    is: 'observer, in Spanish',
  },
  {
    signInName: 'nadia',
    name: 'Nadia',
    role: 'trainee',
    programme: 'kidney',
    language: 'en',
    is: 'trainee who has not begun',
  },
  {
    signInName: 'ray',
    name: 'Ray',
    role: 'trainee',
    programme: 'kidney',
    language: 'en',
    is: 'trainee, half-way',
  },
  {
    signInName: 'luz',
    name: 'Luz',
    role: 'trainee',
    programme: 'kidney',
    language: 'es',
    is: 'trainee who waits for sign-off, in Spanish',
  },
  {
    signInName: 'marcus',
    name: 'Marcus',
    role: 'trainee',
    programme: 'kidney',
    language: 'en',
    is: 'mentor, ready to be matched',
  },
  {
    signInName: 'ines',
    name: 'Inés',
    role: 'trainee',
    programme: 'kidney',
    language: 'es',
    is: 'mentor, ready to be matched, in Spanish',
  },
  {
    signInName: 'walt',
    name: 'Walt',
    role: 'trainee',
    programme: 'kidney',
    language: 'en',
    is: 'mentor who has still to sign the commitment',
  },
  {
    signInName: 'joyce',
    name: 'Joyce',
    role: 'trainee',
    programme: 'long-term',
    language: 'en',
    is: 'trainee of the UK programme, half-way',
  },
]

const STAFF = CAST.filter(({ role }) => role !== 'trainee')

export const run = (): Promise<number> =>
  withDatabase(async () => {
    await refuseRealPeople()
    const now = Date.now()
    const isNew = (await findBySignInName('ana')) === null
    const password = newSecret().slice(0, 16)
    if (isNew) await createCast(now, password)
    await markCast(now)
    console.log(
      '\nThe demo. Everybody here is invented. Each link works once; the next start prints new ones.\n',
    )
    for (const { signInName, is } of CAST) {
      const person = await findBySignInName(signInName)
      if (!person) continue
      const url = await makeLink({ kind: 'sign-in', person: person.id, createdBy: null }, now)
      console.log(`  ${is.padEnd(46)} ${url}`)
    }
    const invited = await makeLink(
      {
        kind: 'invitation',
        role: 'trainee',
        programme: 'kidney',
        name: 'Tom',
        language: 'en',
        createdBy: null,
      },
      now,
    )
    console.log(`  ${'invited, without account yet'.padEnd(46)} ${invited}`)
    if (isNew) console.log(`\nEverybody's password, shown only this once: ${password}`)
    console.log(`\nThe address is ${settings().origin}\n`)
    return 0
  }, 'if-missing')

/** Invented people, and links to sign in as each of them, never come among real ones. */
async function refuseRealPeople(): Promise<void> {
  const isDemo = await Promise.all(
    STAFF.map(async ({ signInName }) => (await findBySignInName(signInName)) !== null),
  )
  if (isDemo.every(Boolean) && !settings().production) return
  if ((await hasPeople()) || settings().production)
    throw new Refused(
      `The database in ${settings().dataDir} is not one of a demo, so nothing was written. The demo has a database of its own: npm run demo`,
    )
}

/** Days since somebody joined; the others long ago. */
const JOINED: Readonly<Record<string, number>> = {
  nadia: 1,
  ray: 6,
  joyce: 10,
  luz: 21,
  walt: 44,
  ines: 58,
  marcus: 75,
}

async function createCast(now: number, password: string): Promise<void> {
  const passwordHash = await hashPassword(password)
  const ids = new Map<string, string>()
  for (const { signInName, name, role, programme, language } of CAST) {
    const id = newId(now)
    const createdAt = now - (JOINED[signInName] ?? 120) * 86_400_000
    ids.set(signInName, id)
    await write([
      insertPerson({ id, signInName, name, language, passwordHash, createdAt }),
      insertRole({ person: id, role, programme, createdAt }),
    ])
  }
  await playCast(ids, now)
  if (settings().contentOrigin) await importSample(ids.get('carla') ?? '', now)
}
