/** The pages about one trainee: who may see them. */
import type { APIContext } from 'astro'
import { openRecord, type OpenRecord } from '#server/readiness/open-record.ts'
import { notFound } from './answers.ts'
import { requirePerson } from './enter.ts'

/** Somebody who coordinates or observes in the trainee's programme; for others the page is not there. */
export async function requireRecord(context: APIContext): Promise<OpenRecord | Response> {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const { language, now } = context.locals
  return (await openRecord(person, context.params['trainee'], language, now)) ?? notFound()
}

/** Only coordinators of the trainee's own programme. */
export async function requireDecider(context: APIContext): Promise<OpenRecord | Response> {
  const found = await requireRecord(context)
  return found instanceof Response || found.mayDecide ? found : notFound()
}
