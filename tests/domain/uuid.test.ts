import { describe, expect, test } from 'vitest'
import { isUuid, uuidV7 } from '#domain/learning/uuid.ts'

describe('an id', () => {
  test('is the one of RFC 9562, appendix A.6', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
    expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  test('sorts by the time at which it was made', () => {
    const most = new Uint8Array(10).fill(0xff)
    const least = new Uint8Array(10)
    const times = [0, 1, 255, 256, 1_700_000_000_000, 2 ** 32, 2 ** 48 - 1].sort((a, b) => a - b)
    const ids = times.map((time, n) => uuidV7(time, n % 2 ? least : most))
    expect([...ids].sort()).toEqual(ids)
  })

  test('has version 7 and the right variant, whatever chance says', () => {
    for (const fill of [0, 0x5a, 0xff])
      expect(uuidV7(1, new Uint8Array(10).fill(fill))).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/,
      )
  })
})

describe('what is taken for an id', () => {
  test.each([
    ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f', true],
    ['017F22E2-79B0-7CC3-98C4-DC0C0C07398F', false],
    ['017f22e279b07cc398c4dc0c0c07398f', false],
    ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n', false],
    [' 017f22e2-79b0-7cc3-98c4-dc0c0c07398f', false],
    ["' or 1=1 --", false],
    ['', false],
    [7, false],
    [null, false],
    [['017f22e2-79b0-7cc3-98c4-dc0c0c07398f'], false],
  ])('%j: %s', (value, expected) => {
    expect(isUuid(value)).toBe(expected)
  })
})
