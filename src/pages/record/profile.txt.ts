/** One's own details as a file, for oneself. */
import type { APIRoute } from 'astro'
import { PROFILE_FIELDS } from '#domain/people/profile.ts'
import { showOwnProfile } from '#server/show/learn/profile.ts'
import { dayInWords } from '#view/days.ts'
import { profileValue } from '#view/profile.ts'
import { requirePerson } from '#web/enter.ts'

export const GET: APIRoute = async (context) => {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const { words, language, locale, now } = context.locals
  const t = words.profile
  const profile = await showOwnProfile(person, language)
  const lines = PROFILE_FIELDS.flatMap((field) => {
    const value = profileValue(field, profile.values[field], profile.areas, language, words)
    const trail = profile.trail[field]
    if (!value && !trail) return []
    const last = trail ? ` (${t.file.last(trail.by, dayInWords(trail.at, locale))})` : ''
    return [`${t.fields[field]}: ${value || t.nothing}${last}`]
  })
  const head = t.file.of(person.name, dayInWords(now, locale))
  return new Response(`${[head, '', ...lines].join('\n')}\n`, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="my-details.txt"',
      'cache-control': 'no-store',
    },
  })
}
