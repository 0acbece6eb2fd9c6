/** What a package of others may be (R26). Bytes unless said otherwise. */
export const LIMITS = {
  zipped: 100_000_000,
  unpacked: 500_000_000,
  files: 5000,
  /** Unpacked to zipped. */
  ratio: 100,
  /** A single file may be packed more tightly than `ratio` up to this size. */
  smallFile: 1_000_000,
  /** Characters of a path. */
  path: 240,
  /** Bytes of one name in it: what file systems take. */
  name: 255,
  manifest: 5_000_000,
  items: 200,
} as const
