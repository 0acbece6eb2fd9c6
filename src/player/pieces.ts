/** The pieces of the course that are here, and how the others come: each by a script, when a page of it is opened. */
import { addPiece, type Folded, type Packed } from '#domain/packages/packed.ts'
import { pieceFile } from '#domain/packages/pieces.ts'

export interface Pieces {
  /** Whether its pages can be drawn now. */
  has(name: string): boolean
  /** False where it did not come; whoever asks again tries again. */
  bring(name: string): Promise<boolean>
}

/** On a device of one's own the whole course is there. */
export const ALL_HERE: Pieces = { has: () => true, bring: () => Promise.resolve(true) }

/** @param arrived where the scripts put what they bring @param now a number for an address that no cache knows */
export function piecesOfPackage(
  packed: Packed,
  arrived: Folded['pieces'],
  now: () => number,
): Pieces {
  const failed = new Set<string>()
  const here = new Set<string>()
  const coming = new Map<string, Promise<boolean>>()

  const ask = async (name: string): Promise<boolean> => {
    await scriptEnds(pieceFile(name) + (failed.has(name) ? `?again=${now()}` : ''))
    coming.delete(name)
    // A page that some server answers in its place is no piece, and of another release it may count otherwise.
    const piece = arrived[name]
    if (piece?.release !== packed.release) {
      failed.add(name)
      return false
    }
    addPiece(packed, piece)
    here.add(name)
    return true
  }

  return {
    has: (name) => here.has(name),
    bring: (name) => {
      if (here.has(name)) return Promise.resolve(true)
      const begun = coming.get(name) ?? ask(name)
      coming.set(name, begun)
      return begun
    },
  }
}

/** No fetch: packages are opened from files too. */
const scriptEnds = (source: string): Promise<void> =>
  new Promise((ended) => {
    const script = document.createElement('script')
    const end = (): void => {
      script.remove()
      ended()
    }
    script.addEventListener('load', end)
    script.addEventListener('error', end)
    script.src = source
    document.head.append(script)
  })
