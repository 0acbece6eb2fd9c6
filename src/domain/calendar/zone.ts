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

interface Said {
  readonly second: number
  readonly offset: number
}
/** Each request asks for the moment at which it is made: within one second clocks are never set. */
const said = new Map<string, Said>()

/** Milliseconds by which the clocks there are ahead of UTC. @param instant milliseconds since 1970 @param timeZone IANA name */
export function offsetAt(instant: number, timeZone: string): number {
  const second = Math.floor(instant / 1000)
  const known = said.get(timeZone)
  if (known?.second === second) return known.offset
  const offset = offsetAnew(instant, timeZone)
  said.set(timeZone, { second, offset })
  return offset
}

function offsetAnew(instant: number, timeZone: string): number {
  const parts = formatIn(timeZone).formatToParts(instant)
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
  const local = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  )
  return local - Math.floor(instant / 1000) * 1000
}
