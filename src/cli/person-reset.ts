/** A way back for anybody of the staff: a link to a new password, and no second step where asked; a running server makes it. */
import { resetMails } from '#i18n/reset-mails.ts'
import { resetHere } from '#server/people/by-terminal.ts'
import type { Given } from './given.ts'
import { told } from './told.ts'

export function run(given: Given): Promise<number> {
  const [signInName = ''] = given.words
  const secondStep = given.is('second-step')
  return told({ command: 'person-reset', signInName, secondStep }, () =>
    resetHere(signInName, secondStep, resetMails, Date.now()),
  )
}
