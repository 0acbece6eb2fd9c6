/** What the server does by itself: mail every few seconds, a backup each night, retention at the start and once a day. */
import { DAY_MS } from '#domain/calendar/days.ts'
import { settings } from '#settings.ts'
import { loadCourse, loadProgramme, loadProgrammes } from '#server/course/load-course.ts'
import { freshDesk } from '#server/tasks/fresh-desk.ts'
import { workOutCardDays } from '#server/running/work-out-card-days.ts'
import { refreshOverviews } from '#server/releases/refresh-overviews.ts'
import { backUpNight } from './nightly-backup.ts'
import { callAboutDangers, type DangerWords } from './call-about-dangers.ts'
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
  const timers = [
    every(DAY_MS, 10_000, () => retain(say), failed),
    every(BACKUP_EVERY, 5 * 60_000, () => backUpNight(Date.now()), failed),
    // A new release is there from the first minute; later rounds find nothing to do.
    every(
      DAY_MS,
      2000,
      () =>
        refreshOverviews(
          loadCourse('en', loadProgramme(settings().defaultProgramme, 'en')),
          Date.now(),
        ),
      failed,
    ),
  ]
  // Lists compute what they need by themselves; after a release or at midnight that would be everybody at once.
  timers.push(
    every(
      DESK_EVERY,
      3000,
      () =>
        freshDesk(
          loadProgrammes('en').map(({ slug }) => slug),
          Date.now(),
          Number.POSITIVE_INFINITY,
        ),
      failed,
    ),
  )
  timers.push(
    every(
      CALLS_EVERY,
      15_000,
      () =>
        callAboutDangers(
          loadProgrammes('en').map(({ slug }) => slug),
          words.danger,
          Date.now(),
        ),
      failed,
    ),
  )
  timers.push(
    every(
      NOTICES_EVERY,
      4000,
      () =>
        tellWhatWaits(
          loadProgrammes('en').map(({ slug }) => slug),
          words.notice,
          Date.now(),
          started,
        ),
      failed,
    ),
    // Nobody waits for it, and a start has enough to do.
    every(CARD_DAYS_EVERY, 5 * 60_000, () => workOutCardDays(Date.now()), failed),
    every(NOTICES_EVERY, 5000, () => tellUnusual(words.unusual, Date.now()), failed),
    every(DIGESTS_EVERY, 20_000, () => sendDigests(words.digest, Date.now()), failed),
  )
  const { mail } = settings()
  if (mail) {
    const send = sendBySmtp(mail)
    timers.push(every(MAIL_EVERY, 1000, () => sendWaitingMail(send, Date.now()), failed))
  }
  return () => timers.forEach((stop) => stop())
}

async function retain(say: (words: string) => void): Promise<void> {
  const answer = await runRetention(Date.now(), null)
  if (answer.kind === 'refused') say(answer.says)
}

/** One round never starts before the one before has ended. */
function every(
  ms: number,
  firstMs: number,
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): () => void {
  let timer = setTimeout(round, firstMs)
  timer.unref()
  let stopped = false
  function round(): void {
    void work()
      .catch(failed)
      .finally(() => {
        if (stopped) return
        timer = setTimeout(round, ms)
        timer.unref()
      })
  }
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
