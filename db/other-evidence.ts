/** What a trainee's readiness rests on besides records and role plays, in one query. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ReflectionAnswer } from '#domain/readiness/evidence.ts'
import { flag, json, meaning, once, rows, type Reading } from './client.ts'
import { OUTSIDE_KIND, type SeenOutsideEvidence } from './outside-evidence.ts'
import type { TalkRow } from './talks.ts'

export interface Attended {
  readonly id: string
  readonly title: string
  readonly programme: string
  /** Milliseconds since 1970. */
  readonly startsAt: number
}

export interface OtherEvidence {
  /** Newest first. */
  readonly talks: readonly TalkRow[]
  /** Newest first. */
  readonly outside: readonly SeenOutsideEvidence[]
  /** Trainings, newest first; only where the programme that they are in shows attendance as evidence. */
  readonly attended: readonly Attended[]
  /** Oldest first. */
  readonly answers: readonly ReflectionAnswer[]
}

const text = z.string()
const time = z.number()
const list = <S extends z.ZodRawShape>(shape: S) => json(z.array(z.object(shape)))

const LISTS = {
  talks: list({
    id: text,
    person: text,
    programme: text,
    coordinator: text,
    competency: text,
    heldAt: time,
    accepted: flag,
    note: text,
    areas: z.array(text),
    coordinatorName: text,
  }),
  outside: list({
    id: text,
    competency: text,
    standsFor: OUTSIDE_KIND,
    enteredAt: time,
    enteredByName: text,
    source: text,
    happenedOn: text,
  }),
  attended: list({ id: text, title: text, programme: text, startsAt: time }),
  answers: list({ record: text, item: text, revision: time, repliedAt: time, accepted: flag }),
}
const NOTHING: OtherEvidence = { talks: [], outside: [], attended: [], answers: [] }

/** JSON arrays, since four lists are wanted at once. */
export const otherEvidenceQuery = once((person: string): Reading<OtherEvidence> =>
  meaning(
    rows(
      sql`SELECT
    (SELECT json_group_array(json_object('id', id, 'person', person, 'programme', programme, 'coordinator', coordinator,
        'competency', competency, 'heldAt', held_at, 'accepted', accepted, 'note', note, 'areas', json(areas), 'coordinatorName', name))
      FROM (SELECT t.*, p.name FROM talks t JOIN people p ON p.id = t.coordinator WHERE t.person = ${person}
        ORDER BY t.held_at DESC, t.id DESC)) AS talks,
    (SELECT json_group_array(json_object('id', id, 'competency', competency, 'standsFor', stands_for, 'enteredAt', entered_at,
        'enteredByName', name, 'source', source, 'happenedOn', happened_on))
      FROM (SELECT o.*, p.name FROM outside_evidence o JOIN people p ON p.id = o.entered_by WHERE o.person = ${person}
        ORDER BY o.entered_at DESC, o.id DESC)) AS outside,
    (SELECT json_group_array(json_object('id', id, 'title', title, 'programme', programme, 'startsAt', starts_at))
      FROM (SELECT g.* FROM attendances a JOIN group_sessions g ON g.id = a.group_session AND g.cancelled_at IS NULL AND g.kind = 'training'
        JOIN programme_rules w ON w.programme = g.programme AND w.group_sessions_count
        JOIN roles r ON r.person = a.person AND r.role = 'trainee' AND r.programme = g.programme AND r.archived_at IS NULL
        WHERE a.person = ${person} ORDER BY g.starts_at DESC, g.id DESC)) AS attended,
    (SELECT json_group_array(json_object('record', record, 'item', item, 'revision', revision, 'repliedAt', replied_at,
        'accepted', accepted))
      FROM (SELECT r.record, m.item, m.revision, r.replied_at, r.accepted FROM replies r
        JOIN records m ON m.id = r.record AND m.kind = 'reflection-sent'
        WHERE r.person = ${person} AND r.accepted IS NOT NULL ORDER BY r.replied_at, r.id)) AS answers`,
      LISTS,
    ),
    ([found]) => found ?? NOTHING,
  ),
)
