/** What must not stand in a mail: who reads it over a shoulder must not learn that somebody is ill, or with what. */

/** Beginnings of words, folded: no accents, lower case. */
const TELLING = [
  ...['kidney', 'renal', 'nephro', 'nefro', 'dialys', 'dialis', 'transplant', 'trasplant', 'rinon'],
  ...['cancer', 'oncolog', 'tumor', 'tumour', 'diabet', 'heart', 'cardi', 'corazon', 'stroke'],
  ...['asthma', 'asma', 'copd', 'epoc', 'epilep', 'arthrit', 'artrit', 'lupus', 'sclerosis'],
  ...['esclerosis', 'parkinson', 'dementia', 'demencia', 'alzheimer', 'hiv', 'vih', 'sida'],
  ...['hepati', 'liver', 'higado', 'cystic', 'fibros', 'crohn', 'colitis', 'haemo', 'hemo'],
  ...['mental', 'depress', 'depresi', 'anxiety', 'ansiedad', 'suicid', 'psych', 'psiqui', 'psicol'],
  ...['ill', 'illness', 'disease', 'disorder', 'enferm', 'dolencia', 'chronic', 'cronic'],
  ...['long-term', 'largo plazo', 'condition', 'padec', 'patient', 'paciente', 'health', 'salud'],
  ...['clinic', 'hospital', 'medic', 'doctor', 'nurse', 'therap', 'terap', 'treatment'],
  ...['tratamiento', 'diagnos', 'symptom', 'sintoma', 'surg', 'cirug', 'donor', 'donante'],
  ...['disab', 'discap', 'peer support', 'danger', 'peligro', 'concern', 'wellbeing', 'bienestar'],
] as const

/** Whole words: as a beginning they would catch others. */
const WHOLE: readonly string[] = ['ill', 'hiv', 'vih', 'sida', 'hemo']

/** The first word of a text that tells of an illness, or null. @param more names that tell too, such as programmes' */
export function tellingWord(text: string, more: readonly string[] = []): string | null {
  const folded = plain(text)
  const found = TELLING.find((word) => {
    const at = WHOLE.includes(word) ? `${word}(?![\\p{L}])` : word
    return new RegExp(`(?<![\\p{L}])${at}`, 'u').test(folded)
  })
  return found ?? more.find((name) => folded.includes(plain(name))) ?? null
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Of "Name <address>" or an address alone. */
export function senderOf(from: string): { readonly name: string; readonly address: string } {
  const [, name = '', address = from] = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(from) ?? []
  const plainName = name.replace(/[\p{Cc}]+/gu, ' ').trim()
  return {
    name: plainName && tellingWord(plainName) === null ? plainName : NEUTRAL_NAME,
    address: address.trim(),
  }
}

const NEUTRAL_NAME = 'Alongside'
