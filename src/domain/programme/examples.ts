import type { Programme } from './programme.ts'

/** Names that RFC 2606 keeps for examples: nobody reads mail there. */
const NOBODYS = /@([^@]+\.)?(example(\.(com|net|org))?|test|invalid)$/i

/** Telephone numbers that nobody has, kept for stories: 555-01xx in the US, and Ofcom's numbers for drama in the UK. */
const NOBODYS_PHONE = [
  /^1?(\d{3})?55501\d{2}$/,
  /^(0|44)(1(1[3-8]|[2-6]1)4960|2079460|1914980|2896496|2920180|1632960|7700900|8081570|3069990)\d{3}$/,
]

/** Whether nobody would answer there. @param phone as somebody wrote it */
export const isNobodys = (phone: string): boolean =>
  NOBODYS_PHONE.some((kept) => kept.test(phone.replace(/\D/g, '')))

/** @param email as somebody wrote it */
export const isNobodysMail = (email: string): boolean => NOBODYS.test(email)

type Contacts = {
  readonly contact: Pick<Programme['contact'], 'email' | 'example'>
  readonly crisis: readonly Pick<Programme['crisis'][number], 'example'>[]
}

/** Fields that still hold an example, by their names in the programme's file: nobody would answer there. */
export function exampleFields({ contact, crisis }: Contacts): string[] {
  return [
    ...(contact.example ? ['contact'] : isNobodysMail(contact.email) ? ['contact.email'] : []),
    ...crisis.flatMap((line, index) => (line.example ? [`crisis.${index}`] : [])),
  ]
}
