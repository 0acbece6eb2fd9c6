import type { Query } from '#db/client.ts'
import type { LinkRow } from '#db/links.ts'
import { insertOwnCoordinator } from '#db/own-coordinators.ts'
import { newId } from '#server/trail/new-id.ts'

/** Who said yes to an application looks after whoever comes in by it, until somebody says otherwise. */
export function lookedAfterBy(link: LinkRow, person: string, now: number): Query[] {
  const { application, createdBy, programme, role } = link
  if (!application || !createdBy || createdBy === person || role !== 'trainee') return []
  const row = { id: newId(now), programme, person, coordinator: createdBy, by: createdBy, at: now }
  return [insertOwnCoordinator(row)]
}
