/** Shuts an account, or opens it again; a running server does it itself. */
import { setAccountHere } from '#server/people/by-terminal.ts'
import type { Given } from './given.ts'
import { told } from './told.ts'

export function run(given: Given): Promise<number> {
  const [signInName = ''] = given.words
  const on = given.is('undo')
  return told({ command: 'person-disable', signInName, on }, () =>
    setAccountHere(signInName, on, Date.now()),
  )
}
