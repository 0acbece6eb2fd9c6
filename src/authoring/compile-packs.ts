/** Area packs: what goes with an area of a programme, and which pack each area belongs to. */
import type { Course, Module, Pack } from '#domain/course/course.ts'
import { CARDS_SLUG } from '#domain/course/decision-cards.ts'
import type { Language } from '#domain/course/language.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { Bench } from './bench.ts'
import { compileUnit, type HtmlOf } from './compile.ts'
import { areasFile, packFile } from './schema.ts'

const PACK = /^en\/areas\/([^/]+)\/pack\.yaml$/
const TABLE = 'areas.yaml'
const NONE = 'none'

const rowsOf = (bench: Bench): Readonly<Record<string, string>> =>
  (bench.source.has(TABLE) && bench.read(TABLE, areasFile)?.areas) || {}

export function compilePacks(bench: Bench, language: Language, htmlOf: HtmlOf): Pack[] {
  const rows = Object.entries(rowsOf(bench))
  return [...bench.source.keys()].flatMap((found) => {
    const slug = PACK.exec(found)?.[1]
    const file = slug ? bench.read(found, packFile) : null
    if (!slug || !file) return []
    const folder = `areas/${slug}`
    const own = { ...file, star: false, sessions: file.sessions.filter((one) => !isShared(one)) }
    return [
      {
        ...compileUnit(
          bench,
          language,
          { slug, folder, path: `${folder}/pack.yaml`, file: own },
          htmlOf,
        ),
        areas: rows.flatMap(([area, pack]) => (pack === slug ? [area] : [])),
        shared: file.sessions.filter(isShared),
      },
    ]
  })
}

/** It stands in a module, or in another pack. */
const isShared = (session: string): boolean => session.includes('/')

/** Each area has a row, each row a pack that somebody wrote, and each pack what it names. */
export function checkPacks(
  bench: Bench,
  { modules }: Course,
  packs: readonly Pack[],
  programmes: readonly Programme[],
): void {
  const rows = rowsOf(bench)
  for (const { slug, areas } of programmes)
    for (const id of Object.keys(areas))
      if (!rows[id])
        bench.error(
          `programmes/${slug}.yaml`,
          ['areas', id],
          `no row of ${TABLE} says which pack the area "${id}" belongs to`,
          `add "${id}: <pack>" to ${TABLE}, or "${id}: ${NONE}"`,
        )
  for (const [area, pack] of Object.entries(rows))
    if (pack !== NONE && !packs.some(({ slug }) => slug === pack))
      bench.error(
        TABLE,
        ['areas', area],
        `nobody wrote the pack "${pack}"`,
        `write en/areas/${pack}/pack.yaml, or "${NONE}" until it is there`,
      )
  const sessions = [...modules, ...packs].flatMap((one) => one.sessions.map(({ id }) => id))
  for (const pack of packs) checkPack(bench, pack, modules, sessions)
}

function checkPack(
  bench: Bench,
  pack: Pack,
  modules: readonly Module[],
  sessions: readonly string[],
): void {
  const { slug, areas, shared, sessionsToEnd = 1 } = pack
  const file = `en/areas/${slug}/pack.yaml`
  if (
    slug === NONE ||
    ['quiz', 'resources', 'teaching', 'areas'].includes(slug) ||
    modules.some((one) => one.slug === slug)
  )
    bench.error(file, '', `"${slug}" is the name of something else`, 'give the folder another name')
  if (areas.length === 0)
    bench.warning(file, '', `no area belongs to the pack "${slug}"`, `name it in a row of ${TABLE}`)
  for (const id of shared)
    if (!sessions.includes(id))
      bench.error(
        file,
        'sessions',
        `there is no session "${id}"`,
        'write module/session or pack/session, as they stand in their folders',
      )
  const all = pack.sessions.length + shared.length
  if (sessionsToEnd > all)
    bench.error(
      file,
      'sessionsToEnd',
      `${sessionsToEnd} sessions are to be ended, and there are ${all}`,
      'add sessions, or lower the number',
    )
  const ids = [...pack.lessons, ...pack.sessions].map((one) => one.slug)
  for (const id of new Set(
    ids.filter((one, n) => one === 'quiz' || one === CARDS_SLUG || ids.indexOf(one) < n),
  ))
    bench.error(file, '', `"${id}" is used twice`, 'give each of its parts its own slug')
  for (const session of pack.sessions)
    for (const need of session.needs)
      if (!modules.some((one) => one.slug === need))
        bench.error(
          `en/areas/${session.id}.yaml`,
          'needs',
          `the course has no module "${need}"`,
          `use one of: ${modules.map((one) => one.slug).join(', ')}`,
        )
}
