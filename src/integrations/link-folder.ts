/** Files under a second name: that takes no room, and whoever replaces one of the two leaves the other. */
import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** @param takes asked for each name of a file or folder @returns how many files there were */
export function linkFolder(from: string, to: string, takes = (_name: string) => true): number {
  let files = 0
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [place, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (!takes(entry.name)) continue
    if (entry.isDirectory()) files += linkFolder(place, target, takes)
    else if (entry.isFile()) {
      linkFile(place, target)
      files++
    }
  }
  return files
}

export function linkFile(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true })
  try {
    linkSync(from, to)
  } catch {
    // Another disk, or one without links.
    copyFileSync(from, to)
  }
}
