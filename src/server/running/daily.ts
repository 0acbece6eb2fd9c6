/** What the server does by itself: mail every few seconds, a backup each night, retention at the start and once a day. */
import { isDatabaseFile } from '#db/client.ts'
import { DAY_MS } from '#domain/calendar/days.ts'
import type { Course } from '#domain/course/course.ts'
import { settings } from '#settings.ts'
import { shapeOf } from '#server/course/course-shape.ts'
import { loadCourse, loadProgramme, loadProgrammes } from '#server/course/load-course.ts'
import { freshDesk } from '#server/tasks/fresh-desk.ts'
import { workOutCardDays } from '#server/running/work-out-card-days.ts'
import { refreshOverviews } from '#server/releases/refresh-overviews.ts'
import { backUpNight } from './nightly-backup.ts'
import { callAboutDangers, type DangerWords } from './call-about-dangers.ts'
import { LOOK_MS, whereDue } from '#server/several/one-at-a-time.ts'
import { runRetention } from './run-retention.ts'
import { sendDigests, type DigestWords } from './send-digests.ts'
import { sendBySmtp, sendWaitingMail } from './send-mail.ts'
import { tellUnusual, type UnusualWords } from './tell-unusual.ts'
import { tellWhatWaits, type NoticeWords } from './tell-what-waits.ts'

const MAIL_EVERY = 5000
const DESK_EVERY = 10_000
const CALLS_EVERY = 60_000
const NOTICES_EVERY = 10_000
const DIGESTS_EVERY = 60_000
const CARD_DAYS_EVERY = 60_000
/** The night's backup is asked for so often: where one failed, or the server was off, the next round makes up for it. */
const BACKUP_EVERY = 10 * 60_000

/** What the mails say that nobody sends by hand. */
export interface JobWords {
  /** About a danger that nobody said anything about. */
  readonly danger: DangerWords
  readonly notice: NoticeWords
  readonly digest: DigestWords
  readonly unusual: UnusualWords
}

/**
 * @param failed is told what went wrong; the next round tries again
 * @param say is told in words what waits for a person
 * @returns stops it
 */
export function startDaily(
  failed: (error: unknown) => void,
  say: (words: string) => void,
  words: JobWords,
): () => void {
  const started = Date.now()
  const slugs = (): string[] => loadProgrammes('en').map(({ slug }) => slug)
  const jobs: readonly Job[] = [
    { name: 'retention', every: DAY_MS, first: 10_000, work: () => retain(say) },
    {
      name: 'backup',
      every: BACKUP_EVERY,
      first: 5 * 60_000,
      work: () => backUpNight(Date.now()),
    },
    // Lists compute what they need by themselves; after a release or at midnight that would be everybody at once.
    {
      name: 'desk',
      every: DESK_EVERY,
      first: 3000,
      work: () => freshDesk(slugs(), Date.now(), Number.POSITIVE_INFINITY),
    },
    {
      name: 'danger-calls',
      every: CALLS_EVERY,
      first: 15_000,
      work: () => callAboutDangers(slugs(), words.danger, Date.now()),
    },
    {
      name: 'notices',
      every: NOTICES_EVERY,
      first: 4000,
      work: () => tellWhatWaits(slugs(), words.notice, Date.now(), started),
    },
    // Nobody waits for it, and a start has enough to do.
    {
      name: 'card-days',
      every: CARD_DAYS_EVERY,
      first: 5 * 60_000,
      work: () => workOutCardDays(Date.now()),
    },
    {
      name: 'unusual',
      every: NOTICES_EVERY,
      first: 5000,
      work: () => tellUnusual(words.unusual, Date.now()),
    },
    {
      name: 'digests',
      every: DIGESTS_EVERY,
      first: 20_000,
      work: () => sendDigests(words.digest, Date.now()),
    },
  ]
  const stops = [...jobs, overviewsJob(), ...mailJob()].map((job) => repeat(job, failed))
  return () => stops.forEach((stop) => stop())
}

interface Job {
  /** By which servers on one database know it; asked at each round. */
  readonly name: string | (() => string)
  readonly every: number
  /** How long after the start. */
  readonly first: number
  readonly work: () => Promise<unknown>
}

/** A new release is there from the first minute, so it is a job of its own for each; later rounds find nothing to do. */
function overviewsJob(): Job {
  const course = (): Course => loadCourse('en', loadProgramme(settings().defaultProgramme, 'en'))
  return {
    name: () => `overviews ${shapeOf(course())}`,
    every: DAY_MS,
    first: 2000,
    work: () => refreshOverviews(course(), Date.now()),
  }
}

function mailJob(): Job[] {
  const { mail } = settings()
  if (!mail) return []
  const send = sendBySmtp(mail)
  const work = (): Promise<unknown> => sendWaitingMail(send, Date.now())
  return [{ name: 'mail', every: MAIL_EVERY, first: 1000, work }]
}

async function retain(say: (words: string) => void): Promise<void> {
  const answer = await runRetention(Date.now(), null)
  if (answer.kind === 'refused') say(answer.says)
}

/** One round never starts before the one before has ended, here or at another server. */
function repeat({ name, every, first, work }: Job, failed: (error: unknown) => void): () => void {
  let timer = setTimeout(round, first)
  timer.unref()
  let stopped = false
  const roundOf = async (): Promise<void> =>
    whereDue(typeof name === 'string' ? name : name(), every, work)
  function round(): void {
    void roundOf()
      .catch(failed)
      .finally(() => {
        if (stopped) return
        timer = setTimeout(round, isDatabaseFile() ? every : Math.min(every, LOOK_MS))
        timer.unref()
      })
  }
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
