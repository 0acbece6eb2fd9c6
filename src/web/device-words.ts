/** A device in words: "Firefox on an Android device". */
import { readDeviceName, type DeviceName } from '#domain/people/device-name.ts'
import type { Words } from '#i18n/words.ts'

/** @param device as it is stored, or read from it */
export function deviceInWords(device: string | DeviceName, words: Words): string {
  const t = words.security
  const { browser, system } = typeof device === 'string' ? readDeviceName(device) : device
  if (browser === null && system === null) return t.unknownDevice
  return t.on(
    browser === null ? t.aBrowser : t.browsers[browser],
    system === null ? t.aDevice : t.systems[system],
  )
}
