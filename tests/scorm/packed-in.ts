/** What a package carries, read from its scripts as the player reads them. */
import {
  addPiece,
  PACKED,
  unfolded,
  type Folded,
  type FoldedPiece,
  type Packed,
} from '#domain/packages/packed.ts'
import { pieceFile, piecesOf } from '#domain/packages/pieces.ts'

/** Without a piece, as it is when the first page is drawn. @param read the text of a file of the package */
const outlineIn = (read: (name: string) => string): Packed =>
  unfolded(dataIn(read('course.js')) as Folded)

/** With all pieces. */
export function packedIn(read: (name: string) => string): Packed {
  const packed = outlineIn(read)
  for (const name of piecesOf(packed.course).keys())
    addPiece(packed, dataIn(read(pieceFile(name))) as FoldedPiece)
  return packed
}

function dataIn(script: string): unknown {
  const [, said = ''] =
    new RegExp(`^window\\.${PACKED}(?:\\.pieces\\[.*?\\])? = (.*);\n$`, 's').exec(script) ?? []
  return JSON.parse(said)
}
