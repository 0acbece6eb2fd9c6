/** What was ticked on the export page, and what is wrong with it. */
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { isStandard } from '#domain/packages/packed.ts'
import { INTERACTIONS, SCOPES, TRIES, type TypedExport } from '#domain/packages/export-choices.ts'
import { packsOf } from '#domain/course/packs.ts'
import type { Built } from '#scorm/build/built.ts'
import type { ExportWish } from '#scorm/build/export.ts'
import { isPreset } from '#domain/packages/presets.ts'

const EXPORT_FIELDS = [
  'programme',
  'language',
  'standard',
  'preset',
  'scope',
  'modules',
  'packs',
  'tries',
  'interactions',
] as const
export type ExportField = (typeof EXPORT_FIELDS)[number]

export type ReadExport =
  | { readonly kind: 'wish'; readonly wish: ExportWish }
  | { readonly kind: 'refused'; readonly fields: readonly ExportField[] }

export function readExportWish(typed: TypedExport, built: Built): ReadExport {
  const known = built.courses.en.modules.map(({ slug }) => slug)
  const packs = packsOf(built.courses.en).map(({ slug }) => slug)
  const { standard, preset } = typed
  const programme = built.programmes.en.find(({ slug }) => slug === typed.programme)
  const languages = languagesOf(typed.language)
  // Another language would hold this one's words in the middle of its sentences.
  const isOffered = languages.every((one) => !programme || programme.languages.includes(one))
  const scope = SCOPES.find((choice) => choice === typed.scope)
  const interactions = INTERACTIONS.find((choice) => choice === typed.interactions)
  const modules = scope === 'chosen' ? typed.modules : []
  const wrong: Record<ExportField, boolean> = {
    programme: !programme,
    language: languages.length === 0 || !isOffered,
    standard: !isStandard(standard),
    preset: !isPreset(preset),
    scope: scope === undefined,
    modules:
      scope === 'chosen' && (!modules.length || modules.some((slug) => !known.includes(slug))),
    packs: typed.packs.some((slug) => !packs.includes(slug)),
    tries: !TRIES.some((choice) => choice === typed.tries),
    interactions: interactions === undefined,
  }
  const fields = EXPORT_FIELDS.filter((field) => wrong[field])
  if (fields.length || !isStandard(standard) || !isPreset(preset) || !scope || !interactions)
    return { kind: 'refused', fields }
  return {
    kind: 'wish',
    wish: {
      programme: typed.programme,
      languages,
      standard,
      preset,
      modules: known.filter((slug) => modules.includes(slug)),
      packs: packs.filter((slug) => typed.packs.includes(slug)),
      perModule: scope === 'each',
      tries: Number(typed.tries),
      interactions,
      sessions: typed.sessions,
      media: typed.media,
    },
  }
}

const languagesOf = (typed: string): readonly Language[] =>
  typed === 'both' ? LANGUAGES : LANGUAGES.filter((language) => language === typed)
