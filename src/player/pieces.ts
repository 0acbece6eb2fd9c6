/** The pieces of the course that are here, and how the others come: each by a script, when a page of it is opened. */
import { addPiece, type Folded, type Packed } from '#domain/packages/packed.ts'
import { pieceFile } from '#domain/packages/pieces.ts'
import { coursePages } from './course-pages.ts'
import { scriptEnds, sheetComes } from './fetched.ts'

/** A page needs its piece, where it has one, and what draws pages at all: of this the contents need nothing. */
export interface Pieces {
  /** Whether its pages can be drawn now. @param name null for what is drawn from the outline */
  has(name: string | null): boolean
  /** False where it did not come; whoever asks again tries again. */
  bring(name: string | null): Promise<boolean>
}

/** On a device of one's own the whole course is there. */
export const ALL_HERE: Pieces = { has: () => true, bring: () => Promise.resolve(true) }

const PAGES = 'pages.js'
const SHEET = 'player.css'
/** Some systems send style sheets under a type that no browser takes: pages can be read without. */
const MOST_SHEETS = 3

/** @param arrived where the scripts put what they bring @param now a number for an address that no cache knows */
export function piecesOfPackage(
  packed: Packed,
  arrived: Folded['pieces'],
  now: () => number,
): Pieces {
  const failed = new Set<string>()
  const here = new Set<string>()
  const coming = new Map<string, Promise<boolean>>()
  let sheets = 0

  const address = (file: string): string => file + (failed.has(file) ? `?again=${now()}` : '')

  const piece = async (name: string): Promise<boolean> => {
    const file = pieceFile(name)
    await scriptEnds(address(file))
    // A page that some server answers in its place is no piece, and of another release it may count otherwise.
    const came = arrived[name]
    if (came?.release !== packed.release) return false
    addPiece(packed, came)
    return true
  }

  const pages = async (): Promise<boolean> => {
    await scriptEnds(address(PAGES))
    return coursePages() !== null
  }

  const sheet = async (): Promise<boolean> => {
    sheets++
    return (await sheetComes(address(SHEET))) || sheets === MOST_SHEETS
  }

  /** Each file once, whoever waits for it. */
  const once = (file: string, ask: () => Promise<boolean>): Promise<boolean> => {
    if (here.has(file)) return Promise.resolve(true)
    const begun =
      coming.get(file) ??
      ask().then((came) => {
        coming.delete(file)
        ;(came ? here : failed).add(file)
        return came
      })
    coming.set(file, begun)
    return begun
  }

  return {
    has: (name) =>
      here.has(PAGES) &&
      (here.has(SHEET) || failed.has(SHEET)) &&
      (name === null || here.has(pieceFile(name))),
    bring: async (name) => {
      const wanted = [
        once(PAGES, pages),
        name === null ? Promise.resolve(true) : once(pieceFile(name), () => piece(name)),
        // Its page is drawn in the same moment, so that nothing flashes; where it does not come, without it.
        once(SHEET, sheet).then(() => true),
      ]
      return (await Promise.all(wanted)).every(Boolean)
    },
  }
}
