/** What in-place.ts asks for on a device of one's own: the course is made ready for being without a connection. */
import { lookAfter } from '#offline/look-after.ts'

const { device } = document.body.dataset
// Where it does not come about, the next page tries again.
if (device) void lookAfter(device).catch(() => undefined)
