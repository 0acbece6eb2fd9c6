/** Whoever takes an area out of a programme sees first who was signed off with it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { write } from '#db/client.ts'
import type { ProgrammeFile } from '#programme-file/programme-file.ts'
import { fileOfProgramme } from '#server/course/load-course.ts'
import { readVersionBack, saveProgramme } from '#server/course/save-programme.ts'
import { newestVersion } from '#server/course/programme-files.ts'
import { boxesOf } from '#programme-file/boxes.ts'
import { previewOf } from '#server/show/manage/programme-preview.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Name } from '#tests/cast.ts'
import { insert } from './lives.ts'
import { mentorOf } from './mentor-of.ts'
import { NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const read = (): ProgrammeFile => {
  const file = fileOfProgramme('kidney')
  if (!file) throw new Error('no kidney')
  return file
}

function signedOffWith(who: Name, comfort: readonly string[], noGo: readonly string[]) {
  const id = newId(NOW)
  const at = NOW - 3_600_000
  return [
    insert('sign_offs', {
      ...{ id, person: platform.cast[who].id, programme: 'kidney', decided_at: at },
      ...{ decided_by: platform.cast.carla.id, decision: 'ready', expires_on: '2099-01-01' },
      ...{ reason: 'x', conditions: '', internal_note: '', otherwise: '', evidence: '[]' },
      ...{ evidence_hash: '', capacity: 1, place: '', languages: '[]', contact_ways: '[]' },
      comfort_areas: JSON.stringify(comfort),
      no_go_areas: JSON.stringify(noGo),
    }),
    insert('commitments', { sign_off: id, declared_name: 'x', signed_at: at }),
  ]
}

test('they are named, who left it out as well, and nobody else', async () => {
  const before = read()
  const [gone = '', stays = ''] = Object.keys(before.areas)
  const { [gone]: _, ...areas } = before.areas
  const after: ProgrammeFile = { ...before, areas }
  const losing = async () => (await previewOf('kidney', before, after, 'en', NOW)).losing
  expect(await losing()).toEqual({ rows: [], total: 0, areas: [before.areas[gone]?.en] })
  await write([
    ...signedOffWith('nadia', [gone, stays], []),
    ...signedOffWith('luz', [stays], [gone]),
    ...signedOffWith('ray', [stays], []),
  ])
  expect(await losing()).toMatchObject({
    total: 2,
    rows: [
      { name: 'Luz', isNoGo: true },
      { name: 'Nadia', isNoGo: false },
    ],
  })
  // Only another name for it takes nobody's area away.
  expect((await previewOf('kidney', before, before, 'en', NOW)).losing).toBeNull()
})

test('who brings an older version back sees it too: an area that was made since goes with it', async () => {
  const { ana } = platform.cast
  const boxes = { ...boxesOf(read()), 'new-area.0.en': 'Rivers', 'new-area.0.es': 'Ríos' }
  const saved = await saveProgramme(ana, 'kidney', 'areas', boxes, newestVersion('kidney'), NOW)
  expect(saved).toEqual({ kind: 'saved' })
  const [made = ''] = Object.keys(read().areas).filter(
    (area) => read().areas[area]?.en === 'Rivers',
  )
  const { id } = await mentorOf(platform, 'kidney')
  await write([
    {
      sql: 'UPDATE sign_offs SET comfort_areas = ? WHERE person = ?',
      args: [JSON.stringify([made]), id],
    },
  ])
  const back = readVersionBack(ana, 'kidney', 'shipped', newestVersion('kidney'))
  if (back.kind !== 'file') throw new Error(back.kind)
  const { losing } = await previewOf('kidney', back.before, back.file, 'en', NOW)
  expect(losing).toMatchObject({ total: 1, areas: ['Rivers'], rows: [{ id }] })
  expect(Object.keys(read().areas)).toContain(made)
})
