/** The page in another language: each waits in a template while the other is shown, as in a package. */
import type { Language } from '#domain/course/language.ts'

export function speak(language: Language): void {
  const template = document.querySelector<HTMLTemplateElement>(
    `template[data-language="${language}"]`,
  )
  const shown = document.querySelector('[data-part="shell"]')
  if (!template || !shown) return
  const kept = document.createElement('template')
  kept.dataset['language'] = document.documentElement.lang
  kept.content.append(...shown.childNodes)
  shown.append(template.content)
  template.replaceWith(kept)
  document.documentElement.lang = language
}
