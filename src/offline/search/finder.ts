/** How the page of a device and the script that searches meet. */
import type { findIn } from './find.ts'

export const FIND = 'ALONGSIDE_FIND'

export type Finder = Window & { [FIND]?: typeof findIn }
