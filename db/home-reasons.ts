/** Why somebody stands on the coordinator's home, as columns of one row each: `r_help`, `r_review` … of 0 or 1. */
import { sql, type SQL } from 'drizzle-orm'
import { plusDays, type Moment } from '#domain/calendar/days.ts'
import {
  EXPIRING_WITHIN,
  FIRST_REVIEW_AFTER,
  IDLE_AFTER,
  MEETINGS_BEFORE_REVIEW,
  type PersonReason,
} from '#domain/readiness/attention.ts'

export const nameOf = (reason: PersonReason): string => `r_${reason.replaceAll('-', '_')}`

/**
 * Each reason is one condition. Who pauses is never listed for what they leave undone; their questions, and what others
 * have to do about them, still are. A decision of "not this role" ends every reason but a question and a danger.
 */
export const conditions = (
  { now, today, tomorrow }: Moment,
  viewer: string,
): Record<PersonReason, SQL> => {
  // The programme's clock as it stands today: a sign-off before the clocks changed may be counted an hour off.
  const offset = Date.parse(plusDays(today, 1)) - tomorrow
  return {
    harm: sql`harm_at IS NOT NULL`,
    concern: sql`concern_at IS NOT NULL`,
    wellbeing: sql`low_at IS NOT NULL`,
    incident: sql`incident_at IS NOT NULL`,
    'incident-open': sql`incident_open_at IS NOT NULL`,
    lapsed: sql`here AND decided = 'lapsed'`,
    stopped: sql`here AND stopped_at IS NOT NULL`,
    'on-hold': sql`here AND decided = 'on-hold' AND on_hold_at IS NOT NULL`,
    // Whoever is not ready any more has people who count on them.
    pairing: sql`paired_at IS NOT NULL AND NOT (here AND standing IN ('ready', 'ready-with-conditions'))`,
    bereaved: sql`bereaved_at IS NOT NULL`,
    help: sql`help_at IS NOT NULL`,
    proposal: sql`accepted_at IS NOT NULL AND here AND standing IN ('ready', 'ready-with-conditions')`,
    'check-in': sql`here AND check_in_at IS NOT NULL`,
    'sign-off': sql`here AND wished = 'waiting-for-sign-off'`,
    'second-signature': sql`here AND needs_second AND decided_by <> ${viewer}`,
    data: sql`data_at IS NOT NULL`,
    reflection: sql`here AND reflection_at IS NOT NULL`,
    action: sql`here AND action_due IS NOT NULL`,
    pause: sql`here AND pause_until IS NOT NULL`,
    unreached: sql`here AND unreached_at IS NOT NULL`,
    stuck: sql`here AND stuck_on <> '' AND NOT paused AND decided <> 'not-this-role'`,
    // Who is on hold stands there for that: both lead to the same page.
    check: sql`here AND check_at IS NOT NULL AND decided NOT IN ('on-hold', 'withdrawn', 'not-this-role')`,
    review: sql`here AND in_force IS NOT NULL AND NOT paused AND coalesce(
      (SELECT v.next_on FROM support_reviews v WHERE v.person = trainee.id AND v.programme = trainee.programme
        ORDER BY v.held_at DESC, v.id DESC LIMIT 1) < ${today},
      held_since < ${tomorrow - FIRST_REVIEW_AFTER} OR ${MEETINGS_BEFORE_REVIEW} <= (
        SELECT count(*) FROM progress m, json_each(m.state, '$.meetings') d
        WHERE m.person = trainee.id AND m.item = 'meetings'
          AND d.value ->> 'day' >= date((held_since + ${offset}) / 1000, 'unixepoch'))
    )`,
    expiring: sql`here AND decided NOT IN ('withdrawn', 'more-practice', 'not-this-role')
      AND expires_on <= ${plusDays(today, EXPIRING_WITHIN)}`,
    idle: sql`here AND standing IN ('in-training', 'more-practice')
      AND coalesce(nullif(last_at, 0), joined_at) < ${now - IDLE_AFTER}`,
  }
}

/** Since when each reason stands there, milliseconds; about, where only the day or the last work tells it. */
export const SINCE: Readonly<Record<PersonReason, string>> = {
  harm: 'harm_at',
  concern: 'concern_at',
  wellbeing: 'low_at',
  incident: 'incident_at',
  'incident-open': 'incident_open_at',
  lapsed:
    '(SELECT max(l.lapsed_at) FROM lapses l WHERE l.person = marked.id AND l.refreshed_at IS NULL)',
  stopped: 'stopped_at',
  'on-hold': 'on_hold_at',
  pairing: 'paired_at',
  bereaved: 'bereaved_at',
  proposal: 'accepted_at',
  'check-in': 'check_in_at',
  help: 'help_at',
  'sign-off': 'asked_at',
  'second-signature': 'decided_at',
  reflection: 'reflection_at',
  data: 'data_at',
  action: 'unixepoch(action_due) * 1000',
  pause: 'unixepoch(pause_until) * 1000',
  unreached: 'unreached_at',
  stuck: 'last_at',
  check: 'check_at',
  review: `coalesce((SELECT unixepoch(v.next_on) * 1000 FROM support_reviews v WHERE v.person = marked.id
    AND v.programme = marked.programme ORDER BY v.held_at DESC, v.id DESC LIMIT 1), held_since + ${FIRST_REVIEW_AFTER})`,
  expiring: `unixepoch(expires_on, '-${EXPIRING_WITHIN} days') * 1000`,
  idle: `coalesce(nullif(last_at, 0), joined_at) + ${IDLE_AFTER}`,
}
