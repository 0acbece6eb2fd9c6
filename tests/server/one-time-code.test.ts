import { describe, expect, test } from 'vitest'
import {
  appAddress,
  asAppCode,
  asBase32,
  codeOf,
  readAppCode,
  stepAt,
} from '#server/access/one-time-code.ts'

/** The secret of RFC 6238, appendix B. */
const SECRET = asBase32(Buffer.from('12345678901234567890'))
const AT = 1_111_111_109_000

test('the secret is written as apps read it', () => {
  expect(SECRET).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(appAddress(SECRET, 'ana@example.org', 'Alongside')).toBe(
    `otpauth://totp/Alongside%3Aana%40example.org?secret=${SECRET}&issuer=Alongside`,
  )
})

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i seconds the code is %s, as RFC 6238 says', (seconds, code) => {
  expect(codeOf(SECRET, stepAt(seconds * 1000))).toBe(code)
})

describe('a clock', () => {
  test.each([
    ['right', 0, 'right'],
    ['half a minute slow', -1, 'right'],
    ['half a minute fast', 1, 'right'],
    ['90 seconds slow', -3, 'clock'],
    ['90 seconds fast', 3, 'clock'],
    ['an hour off', 120, 'wrong'],
  ])('that is %s', (_, off, kind) => {
    expect(readAppCode(SECRET, codeOf(SECRET, stepAt(AT) + off), AT).kind).toBe(kind)
  })

  test('the half minute of the code is said, so that it is taken once', () => {
    const step = stepAt(AT) - 1
    expect(readAppCode(SECRET, codeOf(SECRET, step), AT)).toEqual({ kind: 'right', step })
  })
})

test.each([
  ['123 456', '123456'],
  [' 123-456 ', '123456'],
  ['１２３４５６', '123456'],
  ['12345', null],
  ['1234567', null],
  ['abcdef', null],
  ['', null],
])('%j is typed as %j', (typed, code) => {
  expect(asAppCode(typed)).toBe(code)
})
