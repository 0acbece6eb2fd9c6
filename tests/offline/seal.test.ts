/** Private words lie sealed on a device: by anybody there, for their person alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { privateKeyOf, seal, unseal } from '#offline/seal.ts'
import { privateHalf, publicHalf } from '#server/forms/device-pair.ts'
import { openPlatform, type Platform } from '../server/platform.ts'

const WORDS = 'She told me that she is afraid of the needle. ¡Ánimo! 🫶'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

/** A session by a way of their own. */
const own = (person: string) => ({ person, shared: false, heldUntil: null })

const keyOf = async (person: string): Promise<CryptoKey> => {
  const half = await privateHalf(own(person), 1)
  return privateKeyOf(await publicHalf(own(person), 1), half ?? '')
}

test('what was sealed with Nadia’s public key opens with the private key of her session', async () => {
  const sealed = await seal(await publicHalf(own('nadia'), 1), WORDS, 'record-1')
  expect(sealed).not.toContain(btoa('needle').slice(0, 6))
  expect(await unseal(await keyOf('nadia'), sealed, 'record-1')).toBe(WORDS)
})

test('the same words sealed twice look different each time', async () => {
  const key = await publicHalf(own('nadia'), 1)
  expect(await seal(key, WORDS, 'a')).not.toBe(await seal(key, WORDS, 'a'))
})

test('another person’s key, another record, or a changed letter opens nothing', async () => {
  const sealed = await seal(await publicHalf(own('nadia'), 1), WORDS, 'record-1')
  const hers = await keyOf('nadia')
  const changed = sealed.slice(0, -8) + (sealed.at(-8) === 'A' ? 'B' : 'A') + sealed.slice(-7)
  await expect(unseal(await keyOf('ray'), sealed, 'record-1')).rejects.toThrow()
  await expect(unseal(hers, sealed, 'record-2')).rejects.toThrow()
  await expect(unseal(hers, changed, 'record-1')).rejects.toThrow()
  await expect(unseal(hers, 'no base64 at all!', 'record-1')).rejects.toThrow()
})

test('the pair of a person is the same at each time; another’s is another one', async () => {
  expect(await publicHalf(own('nadia'), 2)).toBe(await publicHalf(own('nadia'), 1))
  expect(await publicHalf(own('ray'), 1)).not.toBe(await publicHalf(own('nadia'), 1))
})

test('a session at a computer that others use is handed no private key', async () => {
  expect(await privateHalf({ ...own('nadia'), shared: true }, 1)).toBeNull()
})

test('a session that a code of staff opened has a pair of its own, which opens nothing of before', async () => {
  const byCode = { ...own('nadia'), heldUntil: 99 }
  const sealed = await seal(await publicHalf(own('nadia'), 1), WORDS, 'record-1')
  const key = await privateKeyOf(await publicHalf(byCode, 1), (await privateHalf(byCode, 1)) ?? '')
  await expect(unseal(key, sealed, 'record-1')).rejects.toThrow()
  expect(await publicHalf({ ...byCode, heldUntil: 100 }, 1)).not.toBe(await publicHalf(byCode, 1))
})
