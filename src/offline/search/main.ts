/** The script that comes with the first search on the page of a device (shell/search.ts): it says where it is. */
import { FIND, type Finder } from './finder.ts'
import { findIn } from './find.ts'

;(window as Finder)[FIND] = findIn
