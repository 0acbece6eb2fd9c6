/** What the learner's page and the shell on the content host say to each other (promises.md, R27). */
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
  /** The package's page is gone, and has said what it had to say. */
  | { readonly kind: 'left' }
