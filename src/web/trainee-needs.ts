/** What waits about one person, in words, with the page where it is done. */
import type { Locale } from '#domain/programme/locale.ts'
import type { PersonReason } from '#domain/readiness/attention.ts'
import { nextAct } from '#domain/readiness/task.ts'
import type { Words } from '#i18n/words.ts'
import type { TraineeNeed } from '#server/reviews/needs-of-trainee.ts'
import { dayInWords } from '#view/days.ts'

/** As the work list calls it. */
export const reasonOf = (need: TraineeNeed): PersonReason =>
  need.kind === 'matter' ? need.matter.kind : need.kind === 'expires' ? 'expiring' : need.kind

/** @param record its address */
export function linkOfNeed(
  need: TraineeNeed,
  record: string,
  trainee: { readonly id: string; readonly programme: string },
  words: Words,
  locale: Locale,
): { readonly text: string; readonly href: string } {
  const t = words.evidence
  const day = (time: number | string): string => dayInWords(time, locale)
  const inbox = (tab: string): string =>
    `/coordinate/inbox?${new URLSearchParams({ programme: trainee.programme, tab, person: trainee.id })}`
  switch (need.kind) {
    case 'matter': {
      const { kind, at, until, about } = need.matter
      const href = `${record}/follow-up?about=${about}`
      if (kind !== 'pause') return { text: t.reasonSince(t.reasons[kind], day(at)), href }
      return { text: until === null ? t.pauseWithoutDay(day(at)) : t.pauseWas(day(until)), href }
    }
    case 'help':
      return { text: t.reasonSince(t.reasons.help, day(need.since)), href: inbox('questions') }
    case 'incident':
    case 'incident-open':
      return {
        text: t.reasonSince(t.reasons[need.kind], day(need.since)),
        href: `${record}/incidents${need.of ? `?about=${need.of}` : ''}`,
      }
    case 'stopped':
      return { text: t.reasonSince(t.reasons.stopped, day(need.since)), href: `${record}/stop` }
    case 'reflection':
      return {
        text: t.reasonSince(t.reasons.reflection, day(need.since)),
        href: inbox('reflections'),
      }
    case 'sign-off':
      return {
        text: t.reasonSince(t.reasons['sign-off'], day(need.since)),
        href: `${record}/sign-off`,
      }
    case 'second-signature':
      return { text: words.signOff.secondDo, href: `${record}/second-signature` }
    case 'lapsed':
      return { text: t.reasons.lapsed, href: '#readiness' }
    case 'on-hold':
      return { text: t.reasons['on-hold'], href: `${record}/checks` }
    case 'check':
      return { text: t.reasons.check, href: `${record}/checks` }
    case 'pairing':
    case 'proposal':
    case 'check-in':
      return {
        text: t.reasons[need.kind],
        href: need.of
          ? `/coordinate/pairings/${need.of}`
          : `/coordinate/pairings?programme=${trainee.programme}`,
      }
    case 'data':
      return { text: t.reasonSince(t.reasons.data, day(need.since)), href: `${record}/data` }
    case 'unreached':
      return {
        text: t.reasonSince(t.reasons.unreached, day(need.since)),
        href: `${record}/profile#mail`,
      }
    case 'stuck':
      return { text: `${t.reasons.stuck}: “${need.question}”`, href: '#attempts' }
    case 'action':
      return { text: `${t.actionWas(day(need.until))}: ${need.text}`, href: `${record}/reviews` }
    case 'idle':
      return { text: t.reasons.idle, href: `${record}/notes` }
    case 'review':
      return { text: t.reasons.review, href: `${record}/reviews` }
    case 'expires':
      return {
        text: (need.isPast ? t.expiredOn : t.expiresOn)(day(need.on)),
        href: `${record}/sign-off`,
      }
  }
}

export interface RecordAct {
  readonly href: string
  readonly text: string
}

/** Of a record: its main button, and what else can be done there. */
export function actsOf(
  { needs, isReady }: { readonly needs: readonly TraineeNeed[]; readonly isReady: boolean },
  may: { readonly decide: boolean; readonly readInternal: boolean },
  record: string,
  trainee: { readonly id: string; readonly programme: string },
  words: Words,
  locale: Locale,
): { readonly main: RecordAct; readonly more: readonly RecordAct[] } {
  const { coordinate: t, evidence: e } = words
  const next = may.decide ? nextAct(needs.map(reasonOf), isReady) : 'watch'
  const need = needs.find((one) => reasonOf(one) === next)
  const main = {
    text: words.tasks.next[next],
    href: need
      ? linkOfNeed(need, record, trainee, words, locale).href
      : `${record}/${next === 'decide' ? 'sign-off' : 'observe'}`,
  }
  const all = [
    { href: `${record}/observe`, text: t.observeDo },
    ...(may.decide
      ? [
          { href: `${record}/sign-off`, text: t.signOffDo },
          { href: `${record}/talk`, text: e.talkDo },
          { href: `${record}/outside`, text: e.outsideDo },
        ]
      : []),
    ...(may.readInternal
      ? [
          { href: `${record}/notes`, text: e.notesDo },
          { href: `${record}/checks`, text: words.checks.link },
          { href: `${record}/incidents`, text: words.incidents.link },
        ]
      : []),
    ...(may.decide
      ? [
          { href: `${record}/reviews`, text: words.reviews.menu },
          {
            href: `/coordinate/people/${trainee.id}?${new URLSearchParams({ programme: trainee.programme })}`,
            text: words.people.people.link,
          },
        ]
      : []),
  ]
  return { main, more: all.filter(({ href }) => href !== main.href) }
}
