import { listApiTokens } from '#db/api-tokens.ts'
import type { Language } from '#domain/course/language.ts'
import { mayAdminister } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { findProgramme, loadProgrammes } from '#server/course/load-course.ts'
import { scopesOf, stateOfToken, type Scope, type TokenState } from '#server/register/api-tokens.ts'

export interface ShownToken {
  /** SHA-256 of the token. */
  readonly id: string
  readonly name: string
  readonly programmeName: string
  readonly scopes: readonly Scope[]
  readonly expiresAt: number
  /** The day, or null. */
  readonly lastUsedAt: number | null
  readonly state: TokenState
}

export interface ShownTokens {
  /** Newest first. */
  readonly tokens: readonly ShownToken[]
  readonly programmes: readonly { readonly slug: string; readonly name: string }[]
}

/** Null for who is no administrator. */
export async function showTokens(
  by: Person,
  language: Language,
  now: number,
): Promise<ShownTokens | null> {
  if (!mayAdminister(by)) return null
  const tokens = await listApiTokens()
  return {
    tokens: tokens.map((row) => ({
      id: row.id,
      name: row.name,
      programmeName: findProgramme(row.programme, language)?.name ?? row.programme,
      scopes: scopesOf(row),
      expiresAt: row.expiresAt,
      lastUsedAt: row.lastUsedAt,
      state: stateOfToken(row, now),
    })),
    programmes: loadProgrammes(language),
  }
}
