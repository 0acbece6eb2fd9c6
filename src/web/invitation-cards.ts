/** What is handed over of each invitation: once, on paper or by hand. */
import type { Language } from '#domain/course/language.ts'
import { findProgramme } from '#server/course/load-course.ts'
import type { MadeInvitation } from '#server/people/invite.ts'
import { qrOf } from '#server/files/qr.ts'
import { settings } from '#settings.ts'

export interface InvitationCard extends MadeInvitation {
  /** The link as a picture, SVG. */
  readonly qr: string
  /** Where the code is typed, without the protocol. */
  readonly address: string
  /** Only the programme's phone: its name may tell an illness to whoever finds the card. */
  readonly phone: string | undefined
}

/** @param url what the picture holds */
export const cardOf = (
  url: string,
  programme: string,
  language: Language,
): Pick<InvitationCard, 'qr' | 'address' | 'phone'> => ({
  qr: qrOf(url),
  address: `${settings().origin.replace(/^https?:\/\//, '')}/join`,
  phone: findProgramme(programme, language)?.contact.phone,
})

export const cardsOf = (made: readonly MadeInvitation[], language: Language): InvitationCard[] =>
  made.map((one) => ({ ...one, ...cardOf(one.url, one.programme, language) }))
