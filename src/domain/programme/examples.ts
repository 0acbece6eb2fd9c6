import type { Programme } from './programme.ts'

/** Names that RFC 2606 keeps for examples: nobody reads mail there. */
const NOBODYS = /@([^@]+\.)?(example(\.(com|net|org))?|test|invalid)$/i

type Contacts = {
  readonly contact: Pick<Programme['contact'], 'email' | 'example'>
  readonly crisis: readonly Pick<Programme['crisis'][number], 'example'>[]
}

/** Fields that still hold an example, by their names in the programme's file: nobody would answer there. */
export function exampleFields({ contact, crisis }: Contacts): string[] {
  return [
    ...(contact.example ? ['contact'] : NOBODYS.test(contact.email) ? ['contact.email'] : []),
    ...crisis.flatMap((line, index) => (line.example ? [`crisis.${index}`] : [])),
  ]
}
