/** Every word that the course explains, in the order of the alphabet. */
import { html } from '#view/html.ts'
import type { Drawing, Scene } from '../scene.ts'

export function glossaryPage({ course, words, frame }: Scene): Drawing {
  const terms = Object.values(course.glossary).sort((a, b) =>
    a.term.localeCompare(b.term, course.language),
  )
  return {
    title: words.glossary,
    body: html`<h1 class="govuk-heading-xl" data-focus tabindex="-1">${words.glossary}</h1>
      <p class="govuk-body-l">${words.glossaryIntro}</p>
      <dl class="glossary">
        ${terms.map(
          ({ term, meaning }) =>
            html`<dt>${term}</dt>
              <dd>${meaning}</dd>`,
        )}
      </dl>
      <p class="govuk-body">
        <a class="govuk-link" href="${frame.links.home}">${frame.words.backToTasks}</a>
      </p>`,
  }
}
