/** Another release of what is built, for a server that is started with it: a copy in which something is changed. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { builtFolder, RUN } from '#builds.mjs'

const ID = '20261129000000-000000'

export interface Releases {
  /** @returns the folder for `ALONGSIDE_DIST` @param change is handed the folder of the copy */
  make(name: string, change: (folder: string) => void): string
  remove(): void
}

export function releases(): Releases {
  const root = mkdtempSync(path.join(tmpdir(), 'alongside-release-'))
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'))
  return {
    make(name, change) {
      const dist = path.join(root, name)
      mkdirSync(dist)
      // Run by the source, with its packages.
      const filter = (file: string): boolean => path.basename(file) !== RUN
      cpSync(builtFolder(), path.join(dist, ID), { recursive: true, filter })
      writeFileSync(path.join(dist, 'current'), `${ID}\n`)
      change(path.join(dist, ID))
      return dist
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** Rewrites one file of a release. @param change is handed what it says */
export function rewrite(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`nothing changed in ${file}`)
  writeFileSync(file, after)
}
