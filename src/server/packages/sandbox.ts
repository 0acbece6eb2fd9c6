/**
 * What the frame of a stranger's package may do, as its header and as the frame's attribute. Their origin, so that
 * the package and the shell see each other; scripts, forms, and questions ("Go on where you left off?"). No windows,
 * no downloads, no way to the top, as a header too: so it holds for an address that is opened by itself. What needs a
 * window or is a file goes by the player (scorm/host/desk.ts).
 */
export const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-modals'
