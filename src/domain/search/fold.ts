/** How words are compared: without accents, plural, or the letters that are most often mixed up, in English and Spanish alike. */

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu

export interface Word {
  readonly folded: string
  /** Where it stands in the text, from and to. */
  readonly from: number
  readonly to: number
}

/** @param fold one that remembers, where many texts are read */
export const wordsWithPlaces = (text: string, fold = foldWord): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    folded: fold(word),
    from: index,
    to: index + word.length,
  }))

/** Folded, in their order. */
export const wordsOf = (text: string, fold = foldWord): string[] =>
  wordsWithPlaces(text, fold).map(({ folded }) => folded)

/** `médicos` → `medico`, `fistulas` → `fistula`, `dialisys` and `diálisis` → `dialisi`, `biopsies` → `biopsi`. */
export function foldWord(word: string): string {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
  return singular(plain)
    .replaceAll('ph', 'f')
    .replaceAll('y', 'i')
    .replace(/([a-z])\1+/g, '$1')
}

/** No grammar: only so that one and many of the same word become the same letters. */
function singular(word: string): string {
  if (word.length < 3 || /\d/.test(word)) return word
  const one = word.length > 3 && !word.endsWith('ss') ? word.replace(/s$/, '') : word
  // `riñones` and `riñón`, `nurses` and `nurse`, `luces` and `luz`.
  return (one.length > 3 ? one.replace(/e$/, '') : one).replace(/z$/, 'c')
}

/** Small words that stand in nearly every sentence. */
const SMALL = new Set(
  wordsOf(
    `a an and are as at be been but by can could did do does for from had has have he her him his how i if in is it its
    me my not of on or our she should so than that the their them then there they this to up was we were what when where
    which who why will with would you your
    al como con cuando cual de del donde e el ella ellas ellos en era es esa ese eso esta este esto fue ha hay la las le
    les lo los mas mi mis muy ni no nos o para pero por porque que quien se ser si sin son su sus tambien te tengo tiene
    tu tus u un una uno unos unas usted y ya yo`,
  ),
)

export const isSmall = (folded: string): boolean => SMALL.has(folded)
