/** Addresses of what runs the course without a connection: one for the page, however it is reached. */

/** The page of this device: what is saved here, and whom to call. */
export const SHELL = '/saved'

/** The same, after a form that could not be sent. */
export const NOT_SENT = '/saved?not-sent'

export const WORKER = '/sw.js'
