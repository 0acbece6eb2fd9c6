import type { Language } from '#domain/course/language.ts'
import type { Words } from '#i18n/words.ts'

/** What areas of experience are called, by slug. */
export type Areas = Readonly<
  Record<string, Readonly<Partial<Record<Language, string | undefined>>>>
>

const CHECK_PARTS = ['name', 'level', 'why', 'months', 'window', 'status', 'statusMonths'] as const

/** What a field of a programme's file is called on the page. @param field as `changedFields` names it */
export function fieldInWords(
  field: string,
  areas: Areas,
  { manage: t, programmes, checks }: Pick<Words, 'manage' | 'programmes' | 'checks'>,
  language: Language,
): string {
  const [first = '', second = '', third = ''] = field.split('.')
  if (first === 'terms') return t.terms[second] ?? second
  if (first === 'areas')
    return areas[second]?.[language] ?? areas[second]?.en ?? areas[second]?.es ?? second
  if (first === 'checks' || first === 'new-check') {
    const part = CHECK_PARTS.find((one) => one === third)
    const name = first === 'checks' ? second : checks.manage.newCheck
    return part ? `${name}: ${checks.manage[part]}` : name
  }
  if (first === 'crisis') {
    const part = { name: t.contactName, number: t.number, what: t.what, example: t.example }[third]
    const line = `${t.crisisTitle}: ${t.crisisLine(Number(second) + 1)}`
    return part ? `${line}, ${part}` : line
  }
  if (first === 'contact')
    return `${t.contactTitle}: ${{ name: t.contactName, phone: t.phone, email: t.email, replies: t.replies, example: t.example }[second] ?? second}`
  return (
    {
      name: t.name,
      organisation: t.organisation,
      country: t.country,
      timeZone: t.timeZone,
      languages: programmes.languages,
      state: programmes.states.open,
    }[first] ?? field
  )
}
