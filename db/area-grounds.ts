import { z } from 'zod'
import type { AreaGrounds } from '#domain/readiness/area-grounds.ts'
import { json } from './client.ts'

const GROUNDS = json(
  z.record(
    z.string(),
    z.discriminatedUnion('by', [
      z.object({
        by: z.literal('pack'),
        pack: z.string(),
        steps: z.record(z.string(), z.number()),
      }),
      z.object({ by: z.literal('talk'), talk: z.string(), heldAt: z.number() }),
    ]),
  ),
)

/** Of a row of sign_offs; null in rows from before there were area packs. */
export const toGrounds = (stored: string): AreaGrounds | null =>
  stored === '' ? null : GROUNDS.parse(stored)
