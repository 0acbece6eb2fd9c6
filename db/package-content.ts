/** What columns of packages hold as JSON, parsed: it came from strangers' archives and from older versions of ours. */
import { z } from 'zod'
import { LEVELS, type Finding, type Rule } from '#domain/packages/finding.ts'
import { STANDARDS } from '#domain/packages/packed.ts'
import type { Content } from '#domain/packages/part.ts'
import type { ReportedInteraction } from '#domain/packages/reported.ts'
import { json } from './client.ts'

const part = z.object({
  identifier: z.string(),
  title: z.string(),
  kind: z.enum(['sco', 'asset']),
  path: z.string(),
  query: z.string(),
  launchData: z.string(),
  masteryScore: z.string(),
  maxTimeAllowed: z.string(),
  timeLimitAction: z.string(),
  completionThreshold: z.string(),
  passingScore: z.string(),
})

const content = json(
  z.object({
    standard: z.enum(STANDARDS),
    schemaVersion: z.string(),
    title: z.string(),
    items: z.array(part),
  }),
)

const finding = z.object({
  level: z.enum(['stop', 'error', 'warning', 'note']),
  rule: z.enum(Object.keys(LEVELS) as [Rule, ...Rule[]]),
  file: z.string(),
  detail: z.string(),
})

const interactions = json(
  z.array(z.object({ id: z.string(), type: z.string(), response: z.string(), result: z.string() })),
)

const elements = json(z.record(z.string(), z.string()))

/** @param text of the column `manifest` */
export const contentIn = (text: string): Content => content.parse(text)

/** @param text of the column `findings` */
export const findingsIn = (text: string): readonly Finding[] => json(z.array(finding)).parse(text)

/** @param text of the column `interactions` */
export const interactionsIn = (text: string): readonly ReportedInteraction[] =>
  interactions.parse(text)

/** The data model as it was left, by element. @param text of the column `state` */
export const elementsIn = (text: string): Readonly<Record<string, string>> => elements.parse(text)
