/** What of proposals and pairings other statements ask: SQL about a row of `proposals` or `pairings` under an alias. */
import { sql, type SQL } from 'drizzle-orm'
import type { Moment } from '#domain/calendar/days.ts'
import { signedOff } from './register-rows.ts'

/** Consent is given and the request has not ended. @param request SQL of its id */
export const requestStands = (request: string): string =>
  `(NOT EXISTS (SELECT 1 FROM request_ends z WHERE z.request = ${request})
    AND coalesce((SELECT z.given FROM request_consents z WHERE z.request = ${request} ORDER BY z.at DESC, z.id DESC LIMIT 1), 0))`

/** No row has ended it: neither an answer, nor an end, nor that the two were connected. What the clock ends still has none. */
export const isUnclosed = (x: string): string =>
  `(NOT EXISTS (SELECT 1 FROM proposal_answers z WHERE z.proposal = ${x}.id AND z.answer <> 'yes')
    AND NOT EXISTS (SELECT 1 FROM proposal_ends z WHERE z.proposal = ${x}.id)
    AND NOT EXISTS (SELECT 1 FROM requester_answers z WHERE z.proposal = ${x}.id AND z.answer = 'no')
    AND NOT EXISTS (SELECT 1 FROM pairings z WHERE z.proposal = ${x}.id))`

const saidYes = (x: string): string =>
  `EXISTS (SELECT 1 FROM proposal_answers z WHERE z.proposal = ${x}.id AND z.answer = 'yes')`

/** It waits, or was accepted and the two are not connected yet. Whether the mentor is ready is not asked. @param today `YYYY-MM-DD` */
export const holdsPlace = (x: string, today: string): string =>
  `(${isUnclosed(x)} AND (${x}.ends_on > '${today}' OR ${saidYes(x)}) AND ${requestStands(`${x}.request`)})`

/** Accepted, and the two are not connected yet. */
export const isAccepted = (x: string): string =>
  `(${isUnclosed(x)} AND ${saidYes(x)} AND ${requestStands(`${x}.request`)})`

export const isOngoing = (x: string): string =>
  `(NOT EXISTS (SELECT 1 FROM pairing_ends z WHERE z.pairing = ${x}.id))`

/** How many open pairings a mentor has. @param person, programme SQL */
export const openPairings = (person: string, programme: string): string =>
  `(SELECT count(*) FROM pairings q WHERE q.mentor = ${person} AND q.programme = ${programme} AND ${isOngoing('q')})`

/** How many places of a mentor are taken. @param person, programme SQL */
export const placesTaken = (person: string, programme: string, today: string): string =>
  `(${openPairings(person, programme)} + (SELECT count(*) FROM proposals q
    WHERE q.mentor = ${person} AND q.programme = ${programme} AND ${holdsPlace('q', today)}))`

/** SQL of a table with one row where the mentor is in the register today: the columns of `signedOff`. */
export const readyToday = (mentor: string, programme: string, moment: Moment): SQL =>
  sql`(SELECT * FROM (${signedOff(programme, moment, sql`AND t.person = ${mentor}`)}) WHERE absence = '')`
