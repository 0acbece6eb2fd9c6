/** What the coordinator's home says besides its table: what waits elsewhere, and where to look on. */
import { waitingApplications, type WaitingApplications } from '#db/applications.ts'
import { countWaiting, loadHome, type Home, type HomeWish, type Waiting } from '#db/home.ts'
import { momentOf } from '#server/running/clock.ts'

export interface HomePage {
  readonly home: Home
  /** Who waits in each programme, whatever is looked for. */
  readonly waiting: ReadonlyMap<string, Waiting>
  /** Of the programme that is looked at. */
  readonly applications: readonly WaitingApplications[]
  /** How many applications wait, by programme. */
  readonly applicants: ReadonlyMap<string, number>
  /** Programmes whose danger this page does not show, and how many people that is. */
  readonly dangers: readonly { readonly programme: string; readonly n: number }[]
}

/** @param programmes all that the person may see @param decides of these, the ones that they coordinate */
export async function loadHomePage(
  wish: HomeWish,
  programmes: readonly string[],
  decides: readonly string[],
  now: number,
): Promise<HomePage> {
  // Without a search and a cohort the list itself has counted everybody of its programme.
  const isWhole = wish.search === '' && wish.cohort === ''
  const others = programmes.filter((one) => !isWhole || one !== wish.programme)
  const { viewer } = wish
  const [home, applications, ...counted] = await Promise.all([
    loadHome(wish, momentOf(wish.programme, now)),
    waitingIn(decides, now),
    ...others.map((programme) =>
      countWaiting(
        { programme, viewer, mayDecide: decides.includes(programme) },
        momentOf(programme, now),
      ),
    ),
  ])
  const waiting = new Map<string, Waiting>([[wish.programme, home.waiting]])
  for (const [index, programme] of others.entries()) {
    const count = counted[index]
    if (count) waiting.set(programme, count)
  }
  const applicants = new Map<string, number>()
  for (const { programme, n } of applications)
    applicants.set(programme, (applicants.get(programme) ?? 0) + n)
  const shown = home.rows.filter(({ isInDanger }) => isInDanger).length
  const dangers = programmes.flatMap((programme) => {
    const n = (waiting.get(programme)?.danger ?? 0) - (programme === wish.programme ? shown : 0)
    return n > 0 ? [{ programme, n }] : []
  })
  return {
    home,
    waiting,
    applications: applications.filter(({ programme }) => programme === wish.programme),
    applicants,
    dangers,
  }
}

/** Programmes may keep different clocks: one question for each day that is today somewhere. */
async function waitingIn(
  programmes: readonly string[],
  now: number,
): Promise<WaitingApplications[]> {
  const byDay = new Map<string, string[]>()
  for (const programme of programmes) {
    const { today } = momentOf(programme, now)
    byDay.set(today, [...(byDay.get(today) ?? []), programme])
  }
  const all = await Promise.all([...byDay].map(([today, some]) => waitingApplications(some, today)))
  return all.flat()
}
