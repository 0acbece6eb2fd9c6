import { findModule } from '#domain/course/course.ts'
import { barChart } from '#view/chart.ts'
import { bars, upTo, type Found, type Report, type ReportFrame } from './report.ts'

/** Where people stop who have not finished. */
export function stops(
  { stops: stopped }: Found<'stops'>,
  { words, course }: ReportFrame,
): Report | null {
  const t = words.reports
  const byModule = new Map<string, number>()
  for (const { item, people } of stopped) {
    const [slug = ''] = item.split('/')
    const module = findModule(course, slug)?.slug ?? (item === '' ? '' : 'elsewhere')
    byModule.set(module, (byModule.get(module) ?? 0) + people)
  }
  const named: (readonly [string, string])[] = [
    ['', t.notBegun],
    ...course.modules.map(({ slug, title }) => [slug, title] as const),
    ['elsewhere', t.elsewhere],
  ]
  const entries = named
    .map(([slug, title]) => [title, byModule.get(slug) ?? 0] as const)
    .filter(([, n]) => n > 0)
  const all = entries.reduce((sum, [, n]) => sum + n, 0)
  const most = entries.reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as const)
  const sentence = t.stops(all, most[0])
  return {
    sentence,
    help: t.stopsHelp,
    picture: all === 0 ? null : barChart(sentence, bars(entries, all, t), upTo(t.people(all))),
    columns: [t.columns.module, t.columns.people],
    rows: entries.map(([label, n]) => [label, n]),
  }
}
