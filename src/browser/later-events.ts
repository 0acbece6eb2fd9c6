/** What in-place.ts, which is on every page, tells later.ts, which comes when it is needed. */

/** There is something to type, or something waits on this device. */
export const BEGIN = 'later-begin'
/** A form that stays in its page was sent. */
export const SEND = 'later-send'
/** Somebody signs out whose words wait on this device. */
export const LEAVE = 'later-leave'

/** Asked of queue.ts: to send what was done without a connection, or to throw it away. */
export const QUEUE = 'later-queue'

export interface AskedOfQueue {
  readonly act: 'send' | 'drop'
  /** @param left how many still wait */
  readonly done: (left: number) => void
}

/** The page's main part is another one: what was brought to life there is gone. */
export const MAIN_SHOWN = 'main-shown'

export interface Sent {
  readonly form: HTMLFormElement
  readonly pressed: HTMLElement | null
}
