import { read, together } from '#db/client.ts'
import { newestKnownQuery } from '#db/clock-mark.ts'
import { noticeMarksQuery, type NoticeMarks } from '#db/notices.ts'
import { openDataRequestsQuery } from '#db/data-requests.ts'
import { unansweredCallsQuery } from '#db/danger-calls.ts'
import { unusualQuery } from '#db/security.ts'
import { waitingQuery } from '#db/tasks.ts'
import { mailDeskQuery, troubledMailQuery, type MailDesk, type TroubledMail } from '#db/outbox.ts'
import { staffQuery } from '#db/people.ts'
import type { Language } from '#domain/course/language.ts'
import { mayAdminister } from '#domain/people/may.ts'
import { senderOf } from '#domain/people/neutral.ts'
import type { Person, Role } from '#domain/people/person.ts'
import { exampleFields } from '#domain/programme/examples.ts'
import type { Programme, ProgrammeState } from '#domain/programme/programme.ts'
import { settings } from '#settings.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { jumpFrom, type Jump } from '#server/running/run-retention.ts'
import { loadProgrammes } from '#server/course/load-course.ts'
import { editedProgrammes } from '#server/course/programme-files.ts'
import { freshDesk } from '#server/tasks/fresh-desk.ts'

export interface ListedProgramme {
  readonly slug: string
  readonly state: ProgrammeState
  readonly name: string
  readonly organisation: string
  /** Whether an administrator changed its words here. */
  readonly isEdited: boolean
  /** Whether a contact is still an example. */
  readonly isExample: boolean
  /** Coordinators and observers, by name. */
  readonly staff: readonly { readonly id: string; readonly name: string; readonly role: Role }[]
  /** Of how many people all were told of a danger, and nobody said anything since. */
  readonly unanswered: number
  /** Where nobody coordinates, nobody's start page says who waits or is in danger. */
  readonly unseen: { readonly needs: number; readonly danger: number }
}

export interface ShownProgrammes {
  readonly programmes: readonly ListedProgramme[]
  /** Mail of this administrator that did not go out. */
  readonly mails: readonly TroubledMail[]
  readonly mailDesk: MailDesk & {
    /** When the job that tells what waits last said that it looked, and what it wrote; null before. */
    readonly looked: NoticeMarks['looked']
    /** Name and address of the sender; null where nothing is mailed. */
    readonly sender: { readonly name: string; readonly address: string } | null
  }
  /** How many unusual sign-ins wait to be looked at; 51 says that there are more than 50. */
  readonly unusual: number
  /** How many questions about data wait, as `unusual`. */
  readonly dataRequests: number
  /** Where the computer's clock is not believed. */
  readonly jump: Jump | null
}

/** Where administrators start; null for who is none. */
export async function showProgrammes(
  by: Person,
  language: Language,
  now: number,
): Promise<ShownProgrammes | null> {
  if (!mayAdminister(by)) return null
  const { staff, newest, mails, unanswered, mailDesk, marks, unusual, asked } = await together({
    staff: staffQuery(null, ['coordinator', 'observer'], language),
    newest: newestKnownQuery(),
    mails: troubledMailQuery(by.id, [], now),
    unanswered: unansweredCallsQuery(),
    mailDesk: mailDeskQuery(),
    marks: noticeMarksQuery(),
    unusual: unusualQuery(51),
    asked: openDataRequestsQuery(null, 51),
  })
  // Those that people are in before drafts and archived ones.
  const all = loadProgrammes(language).toSorted(
    (a, b) => Number(b.state === 'open') - Number(a.state === 'open'),
  )
  const alone = all.filter(
    ({ slug, state }) =>
      state !== 'draft' &&
      !staff.some((one) => one.programme === slug && one.role === 'coordinator'),
  )
  await freshDesk(
    alone.map(({ slug }) => slug),
    now,
  )
  const waiting = await read(
    waitingQuery(
      alone.map(({ slug }) => ({
        programme: slug,
        viewer: by.id,
        mayDecide: true,
        today: momentOf(slug, now).today,
      })),
    ),
  )
  const edited = editedProgrammes()
  const { mail } = settings()
  return {
    programmes: all.map((programme) => ({
      slug: programme.slug,
      state: programme.state,
      name: programme.name,
      organisation: programme.organisation,
      isEdited: edited.has(programme.slug),
      isExample: exampleFields(programme).length > 0,
      staff: staff.filter((one) => one.programme === programme.slug),
      unanswered: unanswered.get(programme.slug) ?? 0,
      unseen: waiting.get(programme.slug) ?? { needs: 0, danger: 0 },
    })),
    mails,
    unusual: unusual.length,
    dataRequests: asked.length,
    mailDesk: {
      ...mailDesk,
      looked: marks.looked,
      sender: mail ? senderOf(mail.from) : null,
    },
    jump: jumpFrom(newest, now),
  }
}

/** What a programme can begin with; null for who is no administrator. */
export const showTemplates = (by: Person, language: Language): readonly Programme[] | null =>
  mayAdminister(by) ? loadProgrammes(language).filter(({ state }) => state !== 'draft') : null
