/** What the learner's page and the shell on the content host say to each other (R27). */
import type { Elements } from '#domain/packages/runtime-data.ts'
import type { Call } from './runtime.ts'

/** Shell to page, by window.postMessage, until it is opened. */
export interface Ready {
  readonly kind: 'alongside-ready'
}

/** Page to shell, once, with a port for everything after it. */
export interface Open {
  readonly kind: 'alongside-open'
  readonly elements: Elements
  /** `/files/…` on the content host. */
  readonly address: string
  /** Whether each call is told: a preview shows them. */
  readonly watched: boolean
  readonly over: OverWords
}

/** Words of a page that the package opens above the course. */
export interface OverWords {
  readonly language: string
  readonly title: string
  readonly close: string
}

/** Page to shell, through the port: the person goes, so the package says good-bye first. */
export interface Leave {
  readonly kind: 'leave'
}

/** Shell to page, through the port. */
export type Told =
  | { readonly kind: 'commit'; readonly elements: Elements; readonly ended: boolean }
  /** It began to talk to us. */
  | { readonly kind: 'started' }
  | { readonly kind: 'call'; readonly call: Call }
  /** What it wanted to save is gone: a call broke. */
  | { readonly kind: 'lost' }
  /** A file of the package, for the person to take. @see Open.address */
  | { readonly kind: 'file'; readonly path: string; readonly name: string }
  /** A file that the package made, such as a certificate. */
  | { readonly kind: 'made'; readonly bytes: ArrayBuffer; readonly name: string }
  /** A link to another site, which does not open here. */
  | { readonly kind: 'outside'; readonly host: string }
  /** The package's page is gone, and has said what it had to say. */
  | { readonly kind: 'left' }
