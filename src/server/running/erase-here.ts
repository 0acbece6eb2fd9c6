/** What whoever runs the server erases at its terminal: first only told, then, on a second word, done. */
import type { Said } from '#server/people/by-terminal.ts'
import { erasePerson, previewErasure, type ErasurePreview } from './erase.ts'

const REFUSED = {
  'last-administrator':
    'Nothing was erased: they are the only administrator. Make somebody else one first.',
  'open-pairing':
    'Nothing was erased: they support somebody. End that pairing first, so that whoever asked is told and gets another mentor.',
} as const

/** @param forGood false: only what would go and stay; nothing is written */
export async function eraseHere(signInName: string, forGood: boolean, now: number): Promise<Said> {
  const preview = await previewErasure(signInName)
  if (!preview) return { ok: false, says: `Nobody signs in as ${signInName}.` }
  if (!forGood) return { ok: true, says: inWords(preview) }
  const answer = await erasePerson(preview.person, now)
  if (answer !== 'erased') return { ok: false, says: REFUSED[answer] }
  return {
    ok: true,
    says: 'Erased for good, and written into erasures.log: keep that file beside the database.',
  }
}

const inWords = ({ name, goes, stays }: ErasurePreview): string =>
  [
    `Nothing is erased yet. Of ${name} would go for good:`,
    ...goes.map(({ table, rows }) => `  ${table}: ${rows}`),
    'What stays without a name, and why:',
    ...stays.map(({ table, why }) => `  ${table}: ${why}`),
    'Out of reach: backups (let none grow older than 12 months; a restore erases again), results in learning systems of others,',
    'words that others wrote about them in texts of their own, and what they saved or printed themselves.',
    'It cannot be taken back. To do it: the same command with --for-good',
  ].join('\n')
