/**
 * What must not stand in a free text of a request: who somebody is, and what they have. A rule can only guess, so what
 * may be harmless is pointed out and may be confirmed; a phone number or an address of mail is never needed there.
 */
import { AILMENTS } from './ailments.ts'
import { FREE_TEXTS, type FreeText, type RequestAnswers } from './request.ts'

export const REFUSED = ['email', 'number'] as const
export const POINTED_OUT = ['name', 'date', 'record-number', 'ailment'] as const
export type TellTale = (typeof REFUSED)[number] | (typeof POINTED_OUT)[number]

export interface Found {
  readonly kind: TellTale
  /** As it stands in the text. */
  readonly words: string
}

const EMAIL = /[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+|[^\s@<>()]+@[^\s@<>()]{2,}/gu
/** A full date, or a day and a month in words with a year. */
const DATE =
  /\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}\b|\b(?:19|20)\d{2}-\d{1,2}-\d{1,2}\b|\b\d{1,2}\.?(?:st|nd|rd|th)?\s+(?:de\s+)?\p{L}{3,10}\.?\s+(?:de\s+|del\s+)?(?:19|20)\d{2}\b|\b\p{L}{3,10}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d{2}\b/giu
/** Seven digits or more, however they are parted: a phone number, or one of a record. */
const NUMBER = /\+?\(?\d(?:[\s().\-/]{0,3}\d){6,}/gu
const RECORD =
  /\b(?:MRN|NHC|NHS|CIP|DNI|NIE|SSN|medical record|record number|hospital number|historia cl[ií]nica|n[uú]mero de historia)\b[\s:#n.ºo°]*[A-Z]?\d{2,}[\w-]*|\b(?:MRN|NHC|DNI|NIE|SSN)\b/giu
/** Two words or more that begin with a capital. */
const NAME =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{Ll}’'-]+(?:[ \t]+(?:(?:de|del|la|las|los|van|von|da|dos|y)[ \t]+){0,2}\p{Lu}\p{L}*\p{Ll}[\p{L}’'-]*)+/gu

/** Words with a capital that are nobody's name. */
const NOBODY = new Set(
  [
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays',
    'January February March April May June July August September October November December',
    'English Spanish Chinese Vietnamese Tagalog Arabic French Haitian Creole Korean Russian Portuguese Polish Punjabi Urdu Bengali American Sign Language British Welsh',
    'Christmas Easter Ramadan Eid Diwali New Year God Bible Zoom Facebook WhatsApp Teams FaceTime Skype',
    'North South East West Street Road Avenue Park Square Station Centre Center Clinic Hospital Library Church Mosque Temple School College University Town City County Village Hall',
    'Norte Sur Este Oeste Calle Avenida Parque Plaza Estación Centro Clínica Hospital Biblioteca Iglesia Escuela Colegio Universidad Navidad Semana Santa Dios Zona Barrio',
    'My Our Your His Her Their The This That These Those She He They We It In On At By For With And But Or If When Then After Before Since As No Not Please Somebody Someone Anybody Anyone Both Any Every Each Only Most',
    'Mi Mis Su Sus Nuestro Nuestra El La Los Las Un Una En Por Para Con Y Pero O Si Cuando Después Antes Desde Como No Alguien Cualquier Cada Solo Ella Él Yo',
  ]
    .join(' ')
    .split(' ')
    .map((word) => word.toLocaleLowerCase('en')),
)

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en')

/**
 * @param harmless words of the programme that may stand there, such as the names of its areas and its own name
 * @returns what was found, in the order of its kinds, each once
 */
export function tellTales(text: string, harmless: readonly string[] = []): Found[] {
  const found: Found[] = []
  let rest = text
  const take = (kind: TellTale, pattern: RegExp): void => {
    rest = rest.replace(pattern, (words) => {
      found.push({ kind, words: words.trim() })
      return ' '.repeat(words.length)
    })
  }
  take('email', EMAIL)
  take('record-number', RECORD)
  take('date', DATE)
  take('number', NUMBER)
  const known = harmless.map(fold)
  for (const [words = ''] of rest.matchAll(NAME)) {
    const name = fromFirstName(words)
    if (!isNobody(name, known)) found.push({ kind: 'name', words: name })
  }
  for (const [word] of rest.matchAll(/\p{L}[\p{L}-]*/gu))
    if (AILMENTS.has(fold(word)) && !known.some((one) => one.includes(fold(word))))
      found.push({ kind: 'ailment', words: word })
  return found.filter(
    (one, at) =>
      found.findIndex(({ kind, words }) => kind === one.kind && words === one.words) === at,
  )
}

/** Without what begins a sentence before it. */
const fromFirstName = (words: string): string => {
  const [first = '', ...others] = words.trim().split(/\s+/)
  return others.length > 0 && isNobodys(first) ? fromFirstName(others.join(' ')) : words.trim()
}

const isNobodys = (word: string): boolean => NOBODY.has(word.toLocaleLowerCase('en'))

/** All but one of its words may be a name; then it has no surname. */
function isNobody(name: string, harmless: readonly string[]): boolean {
  if (harmless.some((one) => one.includes(fold(name)))) return true
  const capitals = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word))
  return capitals.filter((word) => !isNobodys(word)).length < 2
}

const isRefused = ({ kind }: Found): boolean => REFUSED.some((one) => one === kind)

export interface Pointed {
  readonly field: FreeText
  readonly found: readonly Found[]
  /** It cannot be confirmed. */
  readonly isRefused: boolean
}

/**
 * What must be looked at before it is sent, by field.
 * @param confirmed words that were pointed out before, and that may stay as they are
 */
export const pointedOut = (
  answers: Pick<RequestAnswers, FreeText>,
  harmless: readonly string[],
  confirmed: readonly string[],
): Pointed[] =>
  FREE_TEXTS.flatMap((field) => {
    const found = tellTales(answers[field], harmless).filter(
      (one) => isRefused(one) || !confirmed.includes(one.words),
    )
    return found.length ? [{ field, found, isRefused: found.some(isRefused) }] : []
  })

/** What must not stand in a coordinator's note about what was tried: a mentor's name may. */
export const noted = (text: string): TellTale[] => [
  ...new Set(
    tellTales(text)
      .filter(isRefused)
      .map(({ kind }) => kind),
  ),
]
