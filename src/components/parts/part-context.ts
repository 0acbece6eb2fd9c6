import { isLanguage } from '#domain/course/language.ts'
import type { PartContext } from '#view/parts.ts'

interface PartPage {
  readonly locals: object
  readonly slots: { render(name: string): Promise<string> }
}

/** What a part needs to know: the lesson's language and the HTML inside its tags. */
export async function partContext(page: PartPage): Promise<PartContext> {
  const language = (page.locals as { lessonLanguage?: unknown }).lessonLanguage
  return {
    language: isLanguage(language) ? language : 'en',
    inner: (await page.slots.render('default')) ?? '',
  }
}
