/** Puts a package together: the shell, the player, the course, the control documents, the manifest. */
import {
  editionsOf,
  folded,
  foldedPieces,
  PACKED,
  varietyIn,
  type Packed,
} from '#domain/packages/packed.ts'
import { pieceFile } from '#domain/packages/pieces.ts'
import { manifestOf } from './manifest.ts'
import { playerFor } from './player-for.ts'
import { checkPage, indexPage } from './shell.ts'
import type { Files } from './zip.ts'

export interface PackageParts {
  readonly packed: Packed
  /** Empty for the whole course without packs: of these an LMS knows it again. */
  readonly modules: readonly string[]
  /** Scripts, player.css and fonts, as built. */
  readonly player: Files
  /** Control documents of the standard. */
  readonly schemas: Files
  /** Clips, by their path in the package; empty where only their words travel. */
  readonly media: Files
}

export function packageOf({ packed, modules, player, schemas, media }: PackageParts): Files {
  const files = new Map<string, Uint8Array>([
    ['index.html', bytes(indexPage(packed))],
    ['check.html', bytes(checkPage(packed))],
    ['course.js', bytes(`window.${PACKED} = ${data(folded(packed))};\n`)],
    ...[...foldedPieces(packed)].map(
      ([name, piece]) =>
        [
          pieceFile(name),
          bytes(`window.${PACKED}.pieces[${data(name)}] = ${data(piece)};\n`),
        ] as const,
    ),
    ...playerFor(player, editionsOf(packed).map(varietyIn), JSON.stringify(packed)),
    ...media,
  ])
  const manifest = manifestOf({
    packed,
    identifier: identifierOf(packed, modules),
    files: ['index.html', ...[...files.keys()].filter((name) => name !== 'index.html').sort()],
    schemas: [...schemas.keys()].sort(),
  })
  return new Map([['imsmanifest.xml', bytes(manifest)], ...files, ...schemas])
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** JSON is JavaScript but for two line separators, which old engines refuse in strings. */
const data = (value: unknown): string =>
  JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')

/** The same for every release, so that an LMS takes a new version for the same course. */
const identifierOf = (packed: Packed, modules: readonly string[]): string =>
  [
    'alongside',
    packed.programme.slug,
    ...editionsOf(packed).map(({ course }) => course.language),
    ...modules,
  ].join('-')
