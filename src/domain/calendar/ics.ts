/** A calendar file of one event (RFC 5545), so that a date reaches a phone without any service. */

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
  /** How often it was changed so far: calendars keep the file with the higher number. */
  readonly sequence: number
  /** An address; nobody needs to read there, but a published file must name one (RFC 5546). */
  readonly organiser: string
  /** When this file was made, milliseconds since 1970. */
  readonly stamp: number
}

/** Lines end with CR LF and are folded at 75 octets. */
export function icsOf(event: CalendarEvent): string {
  const { start } = event
  const when =
    typeof start === 'string'
      ? [`DTSTART;VALUE=DATE:${start.replaceAll('-', '')}`]
      : [`DTSTART:${utc(start)}`, `DTEND:${utc(start + (event.minutes ?? 60) * 60_000)}`]
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Alongside//EN',
    `METHOD:${event.cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${event.id}@alongside`,
    `DTSTAMP:${utc(event.stamp)}`,
    `SEQUENCE:${event.sequence}`,
    `ORGANIZER;CN=Alongside:mailto:${event.organiser}`,
    ...when,
    `SUMMARY:${escaped(event.title)}`,
    ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
    ...(event.text ? [`DESCRIPTION:${escaped(event.text)}`] : []),
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
}

const utc = (time: number): string =>
  new Date(time).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

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
