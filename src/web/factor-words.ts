/** What somebody has for the second step, in one line. */
import type { Words } from '#i18n/words.ts'
import type { OwnFactor } from '#server/show/factor.ts'

export function factorInWords({ hasApp, passkeys, codesLeft }: OwnFactor, words: Words): string {
  const { state } = words.factor
  if (!hasApp && passkeys === 0) return state.none
  return [
    hasApp ? state.app : '',
    passkeys > 0 ? state.passkeys(passkeys) : '',
    codesLeft === null ? state.noCodes : state.left(codesLeft),
  ]
    .filter(Boolean)
    .join(' ')
}
