/** Random bytes for ids, a few at a time: to ask the system for ten costs as much as to ask for some thousands. */
import { randomBytes } from 'node:crypto'

const AT_ONCE = 4096
let left = Buffer.alloc(0)

/** None are handed out twice. @param count at most 4096 */
export function fewRandomBytes(count: number): Uint8Array {
  if (left.length < count) left = randomBytes(AT_ONCE)
  const taken = left.subarray(0, count)
  left = left.subarray(count)
  return taken
}
