/** Pages under load beside the bare app's lesson and plain HTML of the same size; then the memory that is left in use. */
import { figure, ratio, short, spread, times, type Table } from '../figures.ts'
import { press, type Pressed, type Target } from '../load.ts'
import { PAGE_CLIENTS, type Measured } from '../part.ts'
import { PAGES } from '../product.ts'
import { barePage, plainPage, type Stage } from '../stage.ts'

/** Until everything was read and compiled. */
const WARM = { clients: 2, seconds: 2 }

export async function measure(stage: Stage): Promise<Measured> {
  const product = await stage.product()
  for (const name of PAGES) await product.pageOf(name)
  const targets: Record<string, Target> = {
    ...Object.fromEntries(PAGES.map((name) => [name, product.page(name)])),
    'bare app': barePage(await stage.bare()),
    'plain HTML': plainPage(await stage.plain()),
  }
  for (const target of Object.values(targets)) await press(target, WARM)
  const json: object[] = []
  const rows: string[][] = []
  for (const clients of PAGE_CLIENTS) {
    const taken = await inTurn(stage, targets, clients)
    const [bare, plain] = [perSecond(taken['bare app']), perSecond(taken['plain HTML'])]
    for (const [name, all = []] of Object.entries(taken)) {
      const toBare = ratio(perSecond(all), bare)
      const toPlain = ratio(perSecond(all), plain)
      const figures = {
        perSecond: figure(perSecond(all)),
        half: figure(all.map(({ half }) => half)),
        most: figure(all.map(({ most }) => most)),
      }
      json.push({ name, clients, ...figures, toBare, toPlain })
      rows.push([
        ...[name, String(clients), spread(figures.perSecond)],
        ...[short(figures.half.median), spread(figures.most)],
        ...[name === 'bare app' ? '1' : times(toBare), short(toPlain.median)],
      ])
    }
  }
  const head = [
    'Page',
    'clients',
    'requests/s',
    'p50, ms',
    'p99, ms',
    'of bare app',
    'of plain HTML',
  ]
  const table: Table = { title: 'Pages', head, rows }
  return { tables: [table], json }
}

const perSecond = (all: readonly Pressed[] = []): number[] => all.map((one) => one.perSecond)

/** Each of them once, then all of them again. */
export async function inTurn(
  { repetitions, seconds }: Stage,
  targets: Readonly<Record<string, Target>>,
  clients: number,
  rate?: number,
): Promise<Record<string, Pressed[]>> {
  const taken: Record<string, Pressed[]> = {}
  for (let n = 0; n < repetitions; n++)
    for (const [name, target] of Object.entries(targets))
      (taken[name] ??= []).push(
        await press(target, { clients, seconds, ...(rate === undefined ? {} : { rate }) }),
      )
  return taken
}
