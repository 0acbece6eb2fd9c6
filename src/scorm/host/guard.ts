/**
 * Runs first in each page of a package, in the page itself (front-door/guarded-page.ts): takes away what could carry
 * words out, and leads links, windows and files to where they work here.
 */
import { guardLinks } from './guard-links.ts'
import { withoutCalls } from './no-calls.ts'

const own = document.currentScript
withoutCalls(window, own?.textContent ?? '')
// A package that counts its scripts finds its own ones.
own?.remove()
guardLinks(window)
