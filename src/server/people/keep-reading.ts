/** In which language somebody reads, and how: what they choose counts wherever they sign in. */
import { write } from '#db/client.ts'
import { updateDisplay, updateLanguage } from '#db/people.ts'
import type { Language } from '#domain/course/language.ts'
import type { Person } from '#domain/people/person.ts'

/** In the account of whoever chooses it. */
export async function keepLanguage(person: Person, language: Language): Promise<void> {
  await write([updateLanguage(person.id, language)])
}

/** @param display as `keptDisplay` writes it */
export async function keepDisplay(person: Person, display: string): Promise<void> {
  await write([updateDisplay(person.id, display)])
}
