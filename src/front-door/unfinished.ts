/** Connections that have not finished the headers of a first request: a bounded number for each address. */
import { BlockList, isIPv6, type Socket } from 'node:net'

/** A clinic's browsers behind one address open some ahead of need; nobody needs more at one moment. */
const MOST_UNFINISHED = 100

export interface Unfinished {
  /** A connection has come; beyond the bound the one of its address that waits longest is cut off. */
  add(socket: Socket): void
  /** Its headers have arrived. */
  finish(socket: Socket): void
}

export function countUnfinished(most = MOST_UNFINISHED): Unfinished {
  const byAddress = new Map<string, Set<Socket>>()
  const keys = new WeakMap<Socket, string>()
  const finish = (socket: Socket): void => {
    const key = keys.get(socket) ?? ''
    const waiting = byAddress.get(key)
    waiting?.delete(socket)
    if (waiting?.size === 0) byAddress.delete(key)
  }
  return {
    add(socket) {
      const key = networkOf(socket.remoteAddress ?? '')
      const waiting = byAddress.get(key) ?? new Set()
      byAddress.set(key, waiting.add(socket))
      keys.set(socket, key)
      socket.once('close', () => finish(socket))
      const [oldest] = waiting
      if (waiting.size > most) oldest?.destroy()
    },
    finish,
  }
}

const WHOLE_V4 = new BlockList()
WHOLE_V4.addSubnet('::ffff:0:0', 96, 'ipv6')

/** One household has a whole /64 of IPv6. */
function networkOf(address: string): string {
  if (!isIPv6(address) || WHOLE_V4.check(address, 'ipv6')) return address
  const [head = '', tail = ''] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const zeros = Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0')
  return [...groups, ...zeros, ...after].slice(0, 4).join(':')
}
