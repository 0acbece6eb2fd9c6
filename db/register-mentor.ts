/** A mentor as the register shows one. */
import { z } from 'zod'
import type { AreaGrounds } from '#domain/readiness/area-grounds.ts'
import { toGrounds } from './area-grounds.ts'
import { flag, json } from './client.ts'

export interface Mentor {
  readonly id: string
  readonly name: string
  readonly programme: string
  readonly conditions: string
  readonly comfortAreas: readonly string[]
  /** What each of them rests on; null where the sign-off is from before there were area packs. */
  readonly areaGrounds: AreaGrounds | null
  readonly noGoAreas: readonly string[]
  readonly languages: readonly string[]
  readonly contactWays: readonly string[]
  /** As the latest support review says it, else the sign-off. */
  readonly capacity: number
  readonly place: string
  /** Milliseconds since 1970. */
  readonly decidedAt: number
  /** `YYYY-MM-DD`, the first day on which it no longer holds. */
  readonly expiresOn: string | null
  /** JSON: what each line asked for at the sign-off in force; '' in old rows (src/domain/readiness/earlier-needs.ts). */
  readonly needs: string
  /** Whether something harmful was seen that stands. Only coordinators read it. */
  readonly harm: boolean
}

const ids = json(z.array(z.coerce.string()))

/** As libSQL answers: column names, JSON as text. */
export const MENTOR = {
  id: z.string(),
  name: z.string(),
  programme: z.string(),
  conditions: z.string(),
  comfort_areas: ids,
  area_grounds: z.string(),
  no_go_areas: ids,
  languages: ids,
  contact_ways: ids,
  capacity: z.number(),
  place: z.string(),
  decided_at: z.number(),
  expires_on: z.string().nullable(),
  needs: z.string(),
  harm: flag,
}

export const toMentor = (raw: z.infer<z.ZodObject<typeof MENTOR>>): Mentor => ({
  id: raw.id,
  name: raw.name,
  programme: raw.programme,
  conditions: raw.conditions,
  comfortAreas: raw.comfort_areas,
  areaGrounds: toGrounds(raw.area_grounds),
  noGoAreas: raw.no_go_areas,
  languages: raw.languages,
  contactWays: raw.contact_ways,
  capacity: raw.capacity,
  place: raw.place,
  decidedAt: raw.decided_at,
  expiresOn: raw.expires_on,
  needs: raw.needs,
  harm: raw.harm,
})
