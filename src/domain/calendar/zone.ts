/** How far the clocks of a time zone are from UTC. */

const formats = new Map<string, Intl.DateTimeFormat>()

/** Made once for each zone: making one takes longer than what a page asks of it. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, made)
  return made
}

/** Milliseconds by which the clocks there are ahead of UTC. @param instant milliseconds since 1970 @param timeZone IANA name */
export function offsetAt(instant: number, timeZone: string): number {
  const parts = formatIn(timeZone).formatToParts(instant)
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
  const said = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  )
  return said - Math.floor(instant / 1000) * 1000
}
