/** One code of a second factor, of an app or of the paper: right or not, and never taken twice (R49). */
import type { Query } from '#db/client.ts'
import { findCodeApp, findRecoveryCodes, takeAppCode, takeRecoveryCode } from '#db/factors.ts'
import { readingsOf } from '#domain/people/code.ts'
import { asAppCode, readAppCode } from './one-time-code.ts'
import { hashOfSecret } from './secret.ts'

export type FactorWay = 'app' | 'recovery-code'

export type FactorProblem =
  /** `clock`: right two minutes ago, or in two minutes. `used`: right, and taken before. `malformed`: no such code looks so. */
  'wrong' | 'clock' | 'used' | 'malformed'

export type CheckedFactor =
  /** `taking`: for the batch of what it opens; it fails where the code was taken meanwhile. */
  | { readonly kind: 'right'; readonly way: FactorWay; readonly taking: readonly Query[] }
  | { readonly kind: FactorProblem; readonly way: FactorWay }

/** @param person id @param typed six digits of their app, or a recovery code */
export async function checkFactor(
  person: string,
  typed: string,
  now: number,
): Promise<CheckedFactor> {
  const digits = asAppCode(typed)
  if (digits !== null) return checkAppCode(person, digits, now)
  const ids = readingsOf(typed).map(hashOfSecret)
  if (ids.length === 0) return { kind: 'malformed', way: 'app' }
  const way = 'recovery-code'
  const found = await findRecoveryCodes(person, ids)
  const unused = found.find(({ usedAt }) => usedAt === null)
  if (!unused) return { kind: found.length > 0 ? 'used' : 'wrong', way }
  return { kind: 'right', way, taking: takeRecoveryCode(unused.id, now) }
}

async function checkAppCode(person: string, digits: string, now: number): Promise<CheckedFactor> {
  const way = 'app'
  const app = await findCodeApp(person)
  if (!app) return { kind: 'wrong', way }
  const answer = readAppCode(app.secret, digits, now)
  if (answer.kind !== 'right') return { kind: answer.kind, way }
  if (answer.step <= app.usedStep) return { kind: 'used', way }
  return { kind: 'right', way, taking: takeAppCode(app, answer.step) }
}
