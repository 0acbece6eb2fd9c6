/** From where somebody comes, for counting: a household or a clinic owns a whole /64 of IPv6, and one address of IPv4. */
export function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/%.*$/, '')
  const mapped = /^(?:0*:)*:?ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  if (mapped) return mapped
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = (part: string): string[] => (part ? part.split(':') : [])
  const [before, after] = [groups(head), groups(tail ?? '')]
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const all = [...before, ...Array<string>(zeros).fill('0'), ...after]
  const network = all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
  return `${network.join(':')}::/64`
}

/** The same, too coarse for one household: what may be kept. @returns for example `192.0.2.0/24`, `2001:db8:1::/48`; '' for none */
export function shortenedAddress(address: string): string {
  const network = networkOf(address)
  const four = /^(\d+\.\d+\.\d+)\.\d+$/.exec(network)?.[1]
  if (four) return `${four}.0/24`
  const groups = /^([\da-f:]+)::\/64$/.exec(network)?.[1]?.split(':')
  return groups ? `${groups.slice(0, 3).join(':')}::/48` : ''
}
