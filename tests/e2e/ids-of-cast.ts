/** Ids of what the invented cast has, for the lists of pages-of-roles.ts. */
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect } from '@playwright/test'
import { newId } from '#server/trail/new-id.ts'
import type { DemoServer } from './demo-server.ts'

/** By the word behind `of:`; where there are several, the newest. */
const OF: Readonly<Record<string, string>> = {
  dataRequest: 'SELECT id FROM data_requests ORDER BY id DESC',
  amend: `SELECT o.person || '/amend/' || o.id AS id FROM observations o JOIN people p ON p.id = o.observer
    WHERE p.sign_in_name = 'carla' ORDER BY o.id DESC`,
  decision: `SELECT person || '/decisions/' || id AS id FROM sign_offs WHERE programme = 'kidney' ORDER BY id DESC`,
  request: `SELECT r.id FROM mentor_requests r JOIN request_contacts c ON c.request = r.id
    WHERE r.programme = 'kidney' ORDER BY r.id DESC`,
  pairing: `SELECT a.proposal AS id FROM pairings a JOIN people p ON p.id = a.mentor WHERE p.sign_in_name = 'ines'`,
  groupSession: 'SELECT id FROM group_sessions ORDER BY id DESC',
  application: 'SELECT id FROM applications ORDER BY id DESC',
  question: "SELECT id FROM records WHERE kind = 'help-asked' ORDER BY id DESC",
}

/** @returns the real path; it throws where the cast has no such thing */
export function fillPath({ dataDir }: Pick<DemoServer, 'dataDir'>, listed: string): string {
  if (!listed.includes('{')) return listed
  const database = new DatabaseSync(path.join(dataDir, 'alongside.db'), { timeout: 5000 })
  const one = (sql: string, ...args: string[]): string => {
    const id = database.prepare(sql).get(...args)?.['id']
    if (typeof id !== 'string') throw new Error(`The cast has nothing for ${listed}`)
    return id
  }
  try {
    return listed.replace(/\{(of:)?(\w+)\}/g, (_, of: string | undefined, name: string) =>
      of
        ? one(OF[name] ?? `SELECT NULL AS id`)
        : one('SELECT id FROM people WHERE sign_in_name = ?', name),
    )
  } finally {
    database.close()
  }
}

/** Luz asks for a correction: nothing of that kind stands in the cast's days. */
export async function asksForCorrection(server: DemoServer): Promise<void> {
  const { origin } = server
  const send = (to: string, cookie: string, body: Readonly<Record<string, string>>) =>
    fetch(origin + to, {
      method: 'POST',
      headers: { origin, cookie },
      redirect: 'manual',
      body: new URLSearchParams(body),
    })
  const entered = await send('/sign-in', '', { owner: '', name: 'luz', password: server.password })
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.replace(/;.*/, ''))
    .join('; ')
  const form = {
    owner: fillPath(server, '{luz}'),
    id: newId(Date.now()),
    text: 'May 3, not May 5.',
  }
  const asked = await send('/account/data/correct', cookie, form)
  expect([entered.status, asked.status]).toEqual([303, 303])
}
