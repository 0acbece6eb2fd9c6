import type { Language } from '#domain/course/language.ts'
import type { ManageWords } from '#i18n/en/manage.ts'

/** What areas of experience are called, by slug. */
export type Areas = Readonly<Record<string, Readonly<Record<Language, string>>>>

/** What a field of a programme's file is called on the page. @param field as `changedFields` names it */
export function fieldInWords(
  field: string,
  areas: Areas,
  t: ManageWords,
  language: Language,
): string {
  const [first = '', second = ''] = field.split('.')
  if (first === 'terms') return t.terms[second] ?? second
  if (first === 'areas') return areas[second]?.[language] ?? second
  if (first === 'crisis') return `${t.crisisTitle}: ${t.crisisLine(Number(second) + 1)}`
  if (first === 'contact')
    return `${t.contactTitle}: ${{ name: t.contactName, phone: t.phone, email: t.email, replies: t.replies, example: t.example }[second] ?? second}`
  return (
    { name: t.name, organisation: t.organisation, country: t.country, timeZone: t.timeZone }[
      first
    ] ?? field
  )
}
