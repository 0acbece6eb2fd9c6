/** How the course looks: text size, light or dark, colours, space, lessons in parts or whole. The voice that reads aloud belongs here too. */
import { html, type Html } from '#view/html.ts'
import { CONTRASTS, LESSON_FORMS, SPACINGS, TEXTS, THEMES } from '../settings.ts'
import type { Drawing, Scene } from '../scene.ts'

export function displayPage({ words, frame, settings, settingsKept, beside }: Scene): Drawing {
  const t = words.display
  return {
    title: t.title,
    body: html`<h1 class="govuk-heading-xl" data-focus tabindex="-1">${t.title}</h1>
      ${settingsKept ? html`<p class="saved-note" role="status">${t.kept}</p>` : null}
      <p class="govuk-body-l">${t.intro}</p>
      <p class="govuk-hint">${beside?.whoSeesDisplay ?? t.whoSees}</p>
      <form method="post">
        ${choice('text', t.text, TEXTS, t.texts, settings.text)}
        ${choice('theme', t.theme, THEMES, t.themes, settings.theme)}
        ${choice('contrast', t.contrast, CONTRASTS, t.contrasts, settings.contrast)}
        ${choice('spacing', t.spacing, SPACINGS, t.spacings, settings.spacing)}
        ${choice('lessons', t.lessons, LESSON_FORMS, t.lessonForms, settings.lessons)}
        <div class="govuk-button-group">
          <button class="govuk-button" type="submit" name="act" value="display">${t.save}</button>
          <a class="govuk-link" href="${frame.links.home}">${frame.words.backToTasks}</a>
        </div>
      </form>`,
  }
}

const choice = <T extends string>(
  name: string,
  legend: string,
  values: readonly T[],
  texts: Readonly<Record<T, string>>,
  now: T,
): Html =>
  html`<div class="govuk-form-group">
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${legend}</legend>
      <div class="govuk-radios">
        ${values.map(
          (value) =>
            html`<div class="govuk-radios__item">
              <input class="govuk-radios__input" type="radio" id="${name}-${value}" name="${name}" value="${value}"${value === now ? html` checked` : null} />
              <label class="govuk-label govuk-radios__label" for="${name}-${value}">${texts[value]}</label>
            </div>`,
        )}
      </div>
    </fieldset>
  </div>`
