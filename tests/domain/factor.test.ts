import { describe, expect, test } from 'vitest'
import {
  asksForFactor,
  factorStateOf,
  proofsOf,
  type Factors,
  type FactorState,
  type Proofs,
} from '#domain/people/factor.ts'

const NONE: Factors = { app: false, passkey: false, codes: false }
const APP: Factors = { ...NONE, app: true, codes: true }
const OLD_PASSKEY: Factors = { ...NONE, passkey: true }
const [BEFORE, DUE, AFTER] = [1000, 2000, 3000]
const state = (factors: Factors, now: number, shownAt: number | null = null, isStaff = true) =>
  factorStateOf({ isStaff, factors, shownAt, from: DUE, now })

describe('when a session has to show a second factor', () => {
  test.each([
    ['Ray, a trainee, never', state(APP, AFTER, null, false), 'free'],
    ['Carla without one is told before the day', state(NONE, BEFORE), 'wanted'],
    ['Carla without one can only set one up from the day on', state(NONE, DUE), 'to-set-up'],
    ['even where this session showed one that is gone', state(NONE, AFTER, 900), 'to-set-up'],
    ['Carla with an app shows it, before the day too', state(APP, BEFORE), 'to-show'],
    ['and once a session', state(APP, AFTER, 2500), 'shown'],
    ['a passkey of before asks nobody before the day', state(OLD_PASSKEY, BEFORE), 'wanted'],
    ['a passkey of before counts from the day on', state(OLD_PASSKEY, DUE), 'to-show'],
    ['recovery codes say that she knows', state({ ...OLD_PASSKEY, codes: true }, 1), 'to-show'],
    ['codes alone are no factor', state({ ...NONE, codes: true }, AFTER), 'to-set-up'],
  ])('%s', (_, found, right) => {
    expect(found).toBe(right)
  })

  test('an app always asks', () => {
    expect(asksForFactor({ ...NONE, app: true }, false)).toBe(true)
  })
})

describe('by what somebody shows again who they are', () => {
  type Row = [string, Factors, FactorState, Partial<Proofs>, isDue: boolean]
  test.each<Row>([
    ['a password where there is no more', NONE, 'wanted', { password: true }, false],
    [
      'a trainee: password or passkey',
      OLD_PASSKEY,
      'free',
      { password: true, passkey: true },
      true,
    ],
    ['a passkey before the day', OLD_PASSKEY, 'shown', { password: true, passkey: true }, false],
    ['a passkey alone, from the day on', OLD_PASSKEY, 'shown', { passkey: true }, true],
    ['an app: never the password alone', APP, 'shown', { code: true }, false],
    [
      'an app and a passkey',
      { ...APP, passkey: true },
      'shown',
      { code: true, passkey: true },
      false,
    ],
    [
      'a passkey of the second step',
      { ...OLD_PASSKEY, codes: true },
      'shown',
      { code: true, passkey: true },
      false,
    ],
  ])('%s', (_, factors, found, right, isDue) => {
    const all = { password: false, code: false, passkey: false }
    expect(proofsOf(factors, true, found, isDue)).toEqual({ ...all, ...right })
  })
})
