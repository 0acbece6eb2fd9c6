/** The slow telephone of the bench: what the parts in a browser have in common. */

/** "Slow 4G" of Chrome's own tools: to each request is added `latency` ms; bytes a second. */
export const NETWORK = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
}
/** Times slower than this processor. */
export const SLOWER = 4
