import type { InvitationsWords } from '../en/invitations.ts'
import type { Otherwise } from '../otherwise.ts'

export const invitations: Otherwise<InvitationsWords> = {
  invite: {
    cohortWrong: 'Choose a cohort of this programme',
    accountHelp:
      'Who has an account already needs no second one: look under “People”. To bring them into this programme too, invite them alone, without the address, and hand over the link. They sign in first and then open it.',
    hasAccount:
      'Somebody has an account with this address already. If they should join this programme too, leave the address empty and hand over the link: they sign in first and then open it',
  },
}
