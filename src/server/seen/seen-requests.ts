/**
 * What proxies said of the last requests: counts and a host, no address of anybody. It hangs on globalThis because the door
 * and Astro's bundle each carry a copy of this module.
 */
import type { Seen } from '#domain/doctor/judge.ts'

interface State {
  seen: Seen | null
  refusedHost: string | null
}
const shared = globalThis as unknown as Record<symbol, State | undefined>
const state: State = (shared[Symbol.for('alongside.seen-requests')] ??= {
  seen: null,
  refusedHost: null,
})

interface Headers {
  readonly host?: string | undefined
  readonly 'x-forwarded-for'?: string | string[] | undefined
  readonly 'x-forwarded-proto'?: string | string[] | undefined
}

/** Before the headers are taken off. One that names no client says nothing of a proxy, once another did. */
export function noteSeen(headers: Headers): void {
  const forwarded = headers['x-forwarded-for']?.toString()
  state.refusedHost = null
  if (forwarded === undefined && state.seen !== null) return
  const [proto = null] = headers['x-forwarded-proto']?.toString().split(',') ?? []
  state.seen = {
    entries: forwarded === undefined ? null : forwarded.split(',').length,
    proto: proto?.trim() ?? null,
  }
}

/** It was answered 421. Anybody may write there what they like. */
export function noteRefusedHost(host: string | undefined): void {
  state.refusedHost = (host ?? '').replace(/[^\w.:[\]-]/g, '').slice(0, 80)
}

export const seenRequests = (): Readonly<State> => state
