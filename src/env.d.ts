/// <reference types="astro/client" />
import type { Day } from '#domain/calendar/days.ts'
import type { Course } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import type { Display } from '#domain/people/display.ts'
import type { Person } from '#domain/people/person.ts'
import type { Locale } from '#domain/programme/locale.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { Words } from '#i18n/words.ts'
import type { Asked } from '#server/learning/asked-here.ts'
import type { Form } from '#server/forms/read-form.ts'
import type { Upload } from '#server/forms/receive-upload.ts'
import type { Waiting } from '#server/forms/sealed-words.ts'
import type { SignedIn, WhoAsks } from '#server/access/session.ts'

/** What was posted: nothing, a form that was sent, or one whose language was changed while typing. */
type Post =
  | { readonly kind: 'none' }
  | { readonly kind: 'sent'; readonly form: Form; readonly file?: Uint8Array }
  | { readonly kind: 'switched'; readonly form: Form; readonly file?: Uint8Array }

declare global {
  namespace App {
    interface Locals {
      /** Milliseconds since 1970, one time for the whole request. */
      now: number
      /** Path and query of the page. */
      path: string
      language: Language
      /** What the page may be read in: those that the programme offers. */
      languages: readonly Language[]
      /** The day that the programme's clocks show. */
      today: Day
      /** How the programme's country and clocks say days, times and numbers. */
      locale: Locale
      words: Words
      person: Person | null
      signedIn: SignedIn | null
      /** Somebody of the staff who has not shown their second factor yet: to every page but that one a visitor. */
      entering: WhoAsks | null
      programme: Programme
      /** The course in the person's language with their programme's words. */
      course: Course
      post: Post
      /** The file that came with the form; only where packages are uploaded. */
      upload?: Upload | null
      /** What the pages "You have been signed out" and "Somebody else" keep. */
      waiting?: Waiting
      /** What the trainee asked on this page; only where they can ask. */
      asked?: readonly Asked[]
      /** True where people are invented: under `npm run demo` and `npm run dev`. */
      isCast: boolean
      /** How the person likes to read. */
      display: Display
      /** What the front door knows of the request, and is told for its log; not in `npm run dev`. */
      door?: {
        readonly request: string
        noteRoute(pattern: string): void
        /** The text of a style sheet, where this page is to carry it itself. */
        carriedSheet(address: string): string | undefined
      }
      /** A fresh id for a form. */
      newId: () => string
    }
  }
}

declare module '@zxcvbn-ts/language-common' {
  export const dictionary: Record<'passwords-common' | 'diceware-common', string[]>
}
