/** Which voice of a device reads: of the language, near, and on the device itself. */
import { expect, test } from 'vitest'
import { voiceFor } from '#read-aloud/voice.ts'

const voice = (name: string, lang: string, localService = true) => ({
  name,
  lang,
  localService,
  default: false,
})
const Ava = voice('Ava', 'en-US')
const Daniel = voice('Daniel', 'en-GB')
const Karen = voice('Karen', 'en-AU')
const Monica = voice('Mónica', 'es-ES')
const Paulina = voice('Paulina', 'es_MX')
const Google = voice('Google', 'es-US', false)

test.each([
  ['none at all', [], 'en', undefined],
  ['none of the language', [Monica], 'en', undefined],
  ['the nearest', [Karen, Daniel, Ava], 'en', 'Ava'],
  ['any of the language', [Karen, Monica], 'en', 'Karen'],
  [
    'Mexican before European Spanish, also on Android with its underscore',
    [Monica, Paulina],
    'es',
    'Paulina',
  ],
  ['none that sends the text away', [Google], 'es', undefined],
  [
    'one on the device before a nearer one that sends the text away',
    [Google, Monica],
    'es',
    'Mónica',
  ],
  [
    'what the person chose, among equals',
    [Ava, { ...Ava, name: 'Zoe', default: true }],
    'en',
    'Zoe',
  ],
] as const)('%s', (_, voices, language, name) => {
  expect(voiceFor(voices, language)?.name).toBe(name)
})
