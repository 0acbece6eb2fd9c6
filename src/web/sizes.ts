/** How much room something takes, in words. */
import type { Locale } from '#domain/programme/locale.ts'
import type { OfflineWords } from '#i18n/en/offline.ts'

type Units = Pick<OfflineWords['save'], 'megabytes' | 'kilobytes'>

/** Rounded up: it is never more than was said. */
export function sizeInWords(bytes: number, words: Units, { tag }: Pick<Locale, 'tag'>): string {
  const kilobytes = Math.ceil(bytes / 1000)
  if (kilobytes < 1000) return words.kilobytes(String(kilobytes))
  const megabytes = Math.ceil(kilobytes / 100) / 10
  return words.megabytes(new Intl.NumberFormat(tag).format(megabytes))
}
