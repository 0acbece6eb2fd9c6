/** Calendar files (RFC 5545), so that a date reaches a phone without any service: one event, or somebody's own dates. */

export interface CalendarEvent {
  /** Stays the same when the event changes, and when the next one of its kind takes its place. */
  readonly id: string
  /** Milliseconds since 1970, or `YYYY-MM-DD` for a whole day. */
  readonly start: number | string
  /** Only with a time; default 60. */
  readonly minutes?: number
  readonly title: string
  readonly place?: string
  readonly text?: string
  readonly cancelled?: boolean
  /** It may yet come to nothing: somebody waits for a place. */
  readonly tentative?: boolean
  /** How often it was changed so far: calendars keep the file with the higher number. */
  readonly sequence: number
  /** When it was last changed or, in a file of its own, when that was made; milliseconds since 1970. */
  readonly stamp: number
}

/** An event in a file of its own. Lines end with CR LF and are folded at 75 octets. */
export const icsOf = ({
  organiser,
  ...event
}: CalendarEvent & {
  /** An address; nobody needs to read there, but a published file must name one (RFC 5546). */
  readonly organiser: string
}): string =>
  file([
    `METHOD:${event.cancelled ? 'CANCEL' : 'PUBLISH'}`,
    ...linesOf(event, `ORGANIZER;CN=Alongside:mailto:${organiser}`),
  ])

/** What a calendar reads again and again at one address. @param name what it is called there */
export const icsFeedOf = (name: string, events: readonly CalendarEvent[]): string =>
  file([
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    'X-PUBLISHED-TTL:PT4H',
    // A calendar without any component is none.
    ...(events.length ? events.flatMap((event) => linesOf(event)) : NO_EVENTS),
  ])

const NO_EVENTS = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
]

const file = (lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Alongside//EN', ...lines, 'END:VCALENDAR', '']
    .map(folded)
    .join('\r\n')

function linesOf(event: CalendarEvent, ...more: readonly string[]): string[] {
  const { start } = event
  const when =
    typeof start === 'string'
      ? [`DTSTART;VALUE=DATE:${start.replaceAll('-', '')}`]
      : [`DTSTART:${utc(start)}`, `DTEND:${utc(start + (event.minutes ?? 60) * 60_000)}`]
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@alongside`,
    `DTSTAMP:${utc(event.stamp)}`,
    `SEQUENCE:${event.sequence}`,
    ...more,
    ...when,
    `SUMMARY:${escaped(event.title)}`,
    ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
    ...(event.text ? [`DESCRIPTION:${escaped(event.text)}`] : []),
    `STATUS:${event.cancelled ? 'CANCELLED' : event.tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

const utc = (time: number): string =>
  new Date(time).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')

/** TEXT (RFC 5545, 3.3.11): of control characters only the tab may stand in it. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\r\n]/g, '\\n')
    .replace(/[^\P{Cc}\t]/gu, '')

function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length
    if (octets + size > 75) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += sign
    octets += size
  }
  return [...parts, part].join('\r\n')
}
