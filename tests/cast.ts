/** The people of the tests, by name, and the one place that makes them. */
import { write } from '#db/client.ts'
import { findPerson, insertPerson, insertRole } from '#db/people.ts'
import type { Language } from '#domain/course/language.ts'
import type { Person, Role } from '#domain/people/person.ts'
import { newId } from '#server/trail/new-id.ts'
import { hashPassword } from '#server/access/password.ts'

export const PASSWORD = 'seven quiet lamps'

interface Character {
  readonly name: string
  readonly role: Role
  /** '' for an administrator. */
  readonly programme: string
  readonly language: Language
}

const trainee = (name: string, programme: string, language: Language = 'en'): Character => ({
  name,
  role: 'trainee',
  programme,
  language,
})

/** Two programmes: kidney, with Carla and Óscar; long-term, with Gwen. */
const CHARACTERS = {
  ana: { name: 'Ana', role: 'administrator', programme: '', language: 'en' },
  carla: { name: 'Carla', role: 'coordinator', programme: 'kidney', language: 'en' },
  cesar: { name: 'César', role: 'coordinator', programme: 'kidney', language: 'es' },
  gwen: { name: 'Gwen', role: 'coordinator', programme: 'long-term', language: 'en' },
  oscar: { name: 'Óscar', role: 'observer', programme: 'kidney', language: 'es' },
  nadia: trainee('Nadia', 'kidney'),
  ray: trainee('Ray', 'kidney'),
  luz: trainee('Luz', 'kidney', 'es'),
  joyce: trainee('Joyce', 'long-term'),
} as const satisfies Record<string, Character>

export type Name = keyof typeof CHARACTERS
export type Cast = Readonly<Record<Name, Person>>

/** Makes everybody in the open database; each signs in with their name here and PASSWORD. */
export async function makeCast(now: number): Promise<Cast> {
  const passwordHash = await hashPassword(PASSWORD)
  const made: [string, Person][] = []
  for (const [signInName, { name, role, programme, language }] of Object.entries(CHARACTERS)) {
    const id = newId(now)
    await write([
      insertPerson({ id, signInName, name, language, passwordHash, createdAt: now }),
      insertRole({ person: id, role, programme, createdAt: now }),
    ])
    const person = await findPerson(id)
    if (!person) throw new Error(`${name} was not made`)
    made.push([signInName, person])
  }
  return Object.fromEntries(made) as unknown as Cast
}

/** The same person with one more role, as who acts: nothing is written. */
export const also = (person: Person, role: Role, programme: string): Person => ({
  ...person,
  roles: [...person.roles, { role, programme }],
})
