/** A package of others as pages show it, and what it reported of one person. */
import type { Language } from '#domain/course/language.ts'
import type { Content, Part, Result } from './part.ts'
import type { ReportedInteraction } from './reported.ts'

export interface SeenPackage {
  readonly id: string
  /** Slug. */
  readonly programme: string
  /** Titles in both languages; '' until it is placed. */
  readonly titleEn: string
  readonly titleEs: string
  /** Of the version that is in use. */
  readonly fileName: string
  readonly content: Content
  /** Order among the programme's packages, small first. */
  readonly position: number
  readonly required: boolean
  /** Raised when a new version makes everybody start again. */
  readonly generation: number
  /** Since when trainees see it; null before. */
  readonly placedAt: number | null
  readonly archivedAt: number | null
}

export interface SeenResult extends Result {
  readonly generation: number
  readonly updatedAt: number
  /** The newest ones. */
  readonly interactions: readonly ReportedInteraction[]
}

export interface PackageWithResults extends SeenPackage {
  /** Of one person, all parts and generations, oldest first. */
  readonly results: readonly SeenResult[]
}

/** As it was placed, else as the package calls itself. */
export const titleOfPackage = (
  { titleEn, titleEs, content, fileName }: SeenPackage,
  language: Language,
): string => (language === 'es' ? titleEs : titleEn) || content.title || fileName

export const nameOfPart = ({ title, identifier }: Part): string => title || identifier

/** Whether the programme's trainees have it. */
export const isPlaced = ({ placedAt, archivedAt }: SeenPackage): boolean =>
  placedAt !== null && archivedAt === null

/** The part that an address counts from 1, or null. */
export const partAt = ({ content }: SeenPackage, number: string | undefined): Part | null =>
  /^[1-9]\d{0,2}$/.test(number ?? '') ? (content.items[Number(number) - 1] ?? null) : null
