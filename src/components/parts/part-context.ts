import { isLanguage } from '#domain/course/language.ts'
import type { Recording } from '#domain/course/recording.ts'
import type { PartContext } from '#view/parts.ts'

interface PartPage {
  readonly locals: object
  readonly slots: { render(name: string): Promise<string> }
}

/** What the tag says of a recording; `course check` has seen to it that it is whole. */
export const recordingIn = (props: Readonly<Record<string, unknown>>): Recording | null =>
  typeof props['recording'] === 'string'
    ? {
        name: props['recording'],
        kind: props['film'] === 'yes' ? 'film' : 'sound',
        seconds: Number(props['seconds']),
        readBy: String(props['readBy']),
        isMade: props['voice'] === 'made',
      }
    : null

/** What a part needs to know: the lesson's language and the HTML inside its tags. */
export async function partContext(page: PartPage): Promise<PartContext> {
  const language = (page.locals as { lessonLanguage?: unknown }).lessonLanguage
  return {
    language: isLanguage(language) ? language : 'en',
    inner: (await page.slots.render('default')) ?? '',
  }
}
