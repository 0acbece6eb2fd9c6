/** Fields of a form, drawn as the platform draws them (components/fields). */
import { problemMessage, problemSummary } from '#view/frame.ts'
import { flag, html, type Html } from '#view/html.ts'
import type { Scene } from '../scene.ts'

export interface Box {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly whoSees?: string
  readonly rows: number
  readonly small?: boolean
}

/** @param act of the form, whose refusal is shown @param first the problem of a form stands at its first field */
export function box(
  { name, label, hint, whoSees, rows, small }: Box,
  scene: Scene,
  first: boolean,
): Html {
  const { refused, frame } = scene
  const isHere = refused?.typed?.[name] !== undefined
  const problem = isHere && first ? refused?.problem : undefined
  const about = [hint || whoSees ? `${name}-hint` : '', problem ? `${name}-error` : '']
    .join(' ')
    .trim()
  return html`<div class="govuk-form-group${problem ? ' govuk-form-group--error' : ''}">
    <label class="govuk-label${small ? '' : ' govuk-label--m'}" for="${name}">${label}</label>
    ${
      hint || whoSees
        ? html`<div id="${name}-hint" class="govuk-hint">${hint}
            ${whoSees ? html`<span class="who-sees">${whoSees}</span>` : null}</div>`
        : null
    }
    ${problemMessage(name, problem, frame.words.problem)}
    <textarea class="govuk-textarea${problem ? ' govuk-textarea--error' : ''}" id="${name}" name="${name}" rows="${rows}"${
      about ? html` aria-describedby="${about}"` : null
    }${problem ? html` aria-invalid="true"` : null}>${refused?.typed?.[name] ?? ''}</textarea>
  </div>`
}

export const tick = (name: string, label: string, hint: string, scene: Scene): Html =>
  html`<div class="govuk-form-group">
    <div class="govuk-checkboxes">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" type="checkbox" id="${name}" name="${name}" value="yes" aria-describedby="${name}-hint"${flag('checked', scene.refused?.typed?.[name] === 'yes')} />
        <label class="govuk-label govuk-checkboxes__label" for="${name}">${label}</label>
        <div id="${name}-hint" class="govuk-hint govuk-checkboxes__hint">${hint}</div>
      </div>
    </div>
  </div>`

/** Where what was typed was refused: with the way to its first field. */
export const summaryOf = ({ refused, frame }: Scene): Html | null => {
  const [field] = Object.keys(refused?.typed ?? {}).filter((name) => name !== 'act')
  return refused && field
    ? problemSummary(frame.words.problem, [{ field, text: refused.problem }])
    : null
}
