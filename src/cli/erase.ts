/** Erases a person: first only what would go and stay, then, with `--for-good`, the act itself; a running server does it. */
import { eraseHere } from '#server/running/erase-here.ts'
import type { Given } from './given.ts'
import { told } from './told.ts'

export function run(given: Given): Promise<number> {
  const [signInName = ''] = given.words
  const forGood = given.is('for-good')
  return told({ command: 'erase', signInName, forGood }, () =>
    eraseHere(signInName, forGood, Date.now()),
  )
}
