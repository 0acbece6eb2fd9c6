/** Who has a form open that others could send too: a light row, forgotten after some minutes. */
import { and, asc, eq, gt, lte, ne } from 'drizzle-orm'
import { database, type Query } from './client.ts'
import { openForms, people } from './schema.ts'

/** Nobody is said to be writing longer than this after the form was opened, milliseconds. */
export const OPEN_FOR = 15 * 60_000

export interface OpenForm {
  readonly name: string
  readonly openedAt: number
}

/** Written anew at each opening; what is over goes with it. */
export const noteOpenForm = (about: string, person: string, openedAt: number): Query[] => [
  database()
    .delete(openForms)
    .where(lte(openForms.openedAt, openedAt - OPEN_FOR)),
  database()
    .insert(openForms)
    .values({ about, person, openedAt })
    .onConflictDoUpdate({ target: [openForms.about, openForms.person], set: { openedAt } }),
]

/** In the batch of what was sent. */
export const closeForm = (about: string, person: string): Query =>
  database()
    .delete(openForms)
    .where(and(eq(openForms.about, about), eq(openForms.person, person)))

/** Of others than this person, the longest open first. */
export const othersWriting = (about: string, but: string, now: number): Promise<OpenForm[]> =>
  database()
    .select({ name: people.name, openedAt: openForms.openedAt })
    .from(openForms)
    .innerJoin(people, eq(people.id, openForms.person))
    .where(
      and(
        eq(openForms.about, about),
        ne(openForms.person, but),
        gt(openForms.openedAt, now - OPEN_FOR),
      ),
    )
    .orderBy(asc(openForms.openedAt))
