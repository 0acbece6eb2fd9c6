/** Somebody who was signed off an hour before `now`, with a commitment, and nothing else. */
import { write } from '#db/client.ts'
import { newId } from '#server/trail/new-id.ts'
import { insert, rowsOf, type Life } from './lives.ts'
import { NOW, type Platform } from './platform.ts'

export async function mentorOf(
  platform: Platform,
  programme: string,
  now = NOW,
): Promise<{ id: string; programme: string }> {
  const id = newId(now)
  const bare = { ...{ archived: false, asked: null, help: null, helpFollowed: null } }
  const none = { reflection: null, stopped: null, stuck: false, lapsed: false, pause: null }
  const lists = {
    meetings: [],
    reviews: [],
    observations: [],
    concerns: [],
    signOffs: [],
    pairings: [],
  }
  const of: Life = {
    ...{ ...bare, ...none, ...lists, incidents: [] },
    ...{
      checked: false,
      checks: [],
      needs: ['', '', ''],
      refused: null,
      dataAsked: null,
      worked: 0,
    },
  }
  const signOff = newId(now)
  const at = now - 3_600_000
  await write([
    ...rowsOf(platform, id, programme, of),
    insert('sign_offs', {
      ...{ id: signOff, person: id, programme, decided_by: platform.cast.carla.id },
      ...{ decided_at: at, decision: 'ready', expires_on: '2099-01-01', reason: 'x' },
      ...{ conditions: '', internal_note: '', otherwise: '', evidence: '[]', evidence_hash: '' },
      // Whom a register lists: how many people they take, and where.
      ...{ capacity: 1, place: '', comfort_areas: '[]', no_go_areas: '[]' },
      ...{ languages: '[]', contact_ways: '[]' },
    }),
    insert('commitments', { sign_off: signOff, declared_name: 'x', signed_at: at }),
  ])
  return { id, programme }
}
