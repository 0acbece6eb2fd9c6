/** Passkeys: what page, script and server say to each other, and the rules of one's ways in. */
import { asName } from './person.ts'

/** What a passkey is asked for: to sign in, to show once more who one is, or to be made. */
export const PASSKEY_USES = ['enter', 'prove', 'add'] as const
export type PasskeyUse = (typeof PASSKEY_USES)[number]

/** The hidden field in which the script puts what the device answered. */
export const PASSKEY_FIELD = 'passkey'

/** More than anybody has devices. */
export const MOST_PASSKEYS = 10

const LONGEST_NAME = 60

export type PasskeyNameProblem = 'missing' | 'too-long'

/** It stands in a list, so it has no line ends. */
export const asPasskeyName = asName

/** @param name as `asPasskeyName` gives it */
export function problemWithPasskeyName(name: string): PasskeyNameProblem | null {
  if (!name) return 'missing'
  return [...name].length > LONGEST_NAME ? 'too-long' : null
}

const DEVICES = [
  ['iphone', /iPhone/],
  ['ipad', /iPad/],
  ['android', /Android/],
  ['windows', /Windows/],
  ['mac', /Macintosh/],
  ['linux', /Linux|CrOS/],
] as const
export type Device = (typeof DEVICES)[number][0] | 'other'

/** What a new passkey is called until its owner calls it otherwise. @param userAgent as the browser says it */
export const deviceOf = (userAgent: string): Device =>
  DEVICES.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'other'

/** Nobody takes their last way in away from themselves. */
export const isOnlyWay = ({
  passkeys,
  hasPassword,
}: {
  readonly passkeys: number
  readonly hasPassword: boolean
}): boolean => passkeys <= 1 && !hasPassword
