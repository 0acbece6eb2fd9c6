/** The one line about what a person did here: kept on this device, saved with us, or not, and why. */
import type { Sent } from '#offline/send.ts'
import { stepsWaiting } from '#offline/send.ts'
import type { Kept, Queued } from '#offline/store.ts'
import type { SavedWords } from '#i18n/en/saved.ts'
import type { Saving } from '../recorder.ts'

export interface Known {
  readonly entries: readonly Queued[]
  /** Of the last write; null before the first. */
  readonly kept: Kept | null
  /** Of the last try to send; null before the first. */
  readonly sent: Sent | 'sending' | null
  /** When something was last saved with us in this visit, milliseconds since 1970; null where nothing was. */
  readonly savedAt: number | null
}

/**
 * @param here what the reader holds
 * @param time says when, by the clock of the device
 */
export function savingOf(
  { entries, kept, sent, savedAt }: Known,
  t: SavedWords,
  here: string,
  time: (at: number) => string,
): Saving {
  if (kept === 'full') return { kind: 'not-here', text: t.full(here) }
  if (kept === 'keeps-nothing') return { kind: 'not-here', text: t.keepsNothing }
  const count = stepsWaiting(entries)
  const said = (text: string): Saving => ({ kind: 'here', text })
  if (count === 0) return said(savedAt === null ? t.nothingYet(here) : t.savedAt(time(savedAt)))
  if (sent === 'sending') return said(`${t.kept(count, here)} ${t.sending}`)
  const why = sent && sent.kind !== 'saved' && sent.kind !== 'nothing' ? t.why[sent.kind] : ''
  return said(`${t.kept(count, here)} ${why}`.trim())
}
