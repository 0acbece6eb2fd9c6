/** Invites one person, with a link to hand over; a running server does it itself. */
import { inviteHere } from '#server/people/by-terminal.ts'
import type { Given } from './given.ts'
import { told } from './told.ts'

export function run(given: Given): Promise<number> {
  const asked = {
    name: given.words[0] ?? '',
    role: given.text('role') ?? '',
    programme: given.text('programme') ?? '',
    language: given.text('language') ?? 'en',
    email: given.text('email') ?? '',
  }
  return told({ command: 'person-invite', ...asked }, () => inviteHere(asked, Date.now()))
}
