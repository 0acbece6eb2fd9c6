/** Whose request it is, when proxies stand in front; and no other word of theirs. */
import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'

const FORWARDED =
  /^(x-forwarded-.*|forwarded|via|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip|fastly-client-ip|fly-client-ip|x-original-.*|x-rewrite-url|x-http-method.*|x-method-override)$/

/**
 * Each proxy appends the address that it was called from, so the client's is counted from the right.
 * @param hops TRUSTED_PROXY_HOPS
 * @returns an IP address; the socket's own where the proxies said nothing that can be one
 */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | undefined,
  hops: number,
) {
  if (hops === 0 || forwardedFor === undefined) return socketAddress
  const told = forwardedFor.split(',').at(-hops)
  const address = told === undefined ? '' : withoutPort(told.trim())
  return isIP(address) ? address : socketAddress
}

const withoutPort = (address: string): string =>
  /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ??
  /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address)?.[1] ??
  address

/** Removes every header by which a request could claim another address, host, path or method. */
export function dropForwarded(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) if (FORWARDED.test(name)) delete headers[name]
}
