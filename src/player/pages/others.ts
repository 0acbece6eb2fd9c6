/** Pages to print, things to think about, and the page that is not here. */
import type { Resource, Step } from '#domain/course/course.ts'
import { translationNote, withLinks } from '#view/frame.ts'
import { langOf } from '#view/lang-of.ts'
import { html } from '#view/html.ts'
import type { Drawing, Scene } from '../scene.ts'
import { addressAfter } from './lesson.ts'

export const resourcePage = (resource: Resource, { frame }: Scene): Drawing => ({
  title: resource.title,
  body: html`<article class="lesson" ${langOf(resource, frame)}>
      <h1 class="govuk-heading-xl" data-focus tabindex="-1">${resource.title}</h1>
      ${translationNote(resource, frame)}
      <div class="prose">${withLinks(resource.html, frame.links)}</div>
    </article>
    <p class="govuk-body">
      <a class="govuk-link" href="${frame.links.home}">${frame.words.backToTasks}</a>
    </p>`,
})

/** No field: what somebody writes here would lie in a system that is not ours. */
export const thinkPage = (
  step: Extract<Step, { kind: 'reflection' | 'exercise' }>,
  scene: Scene,
): Drawing => {
  const { frame, words } = scene
  const { item } = step
  return {
    title: words.think,
    body: html`<div${langOf(item, frame)}>
        <p class="caption">${step.module.title} · ${words.think}</p>
        <h1 class="govuk-heading-xl" data-focus tabindex="-1">${item.title}</h1>
        ${translationNote(item, frame)}
        ${
          step.kind === 'exercise'
            ? html`<ul class="govuk-list govuk-list--bullet">
                ${step.item.fields.map(({ label }) => html`<li>${label}</li>`)}
              </ul>`
            : null
        }
      </div>
      <p class="govuk-body">${frame.words.packageReflection}</p>
      <div class="govuk-button-group">
        <a class="govuk-button" role="button" href="${addressAfter(item.id, scene)}">${frame.words.next}</a>
        <a class="govuk-link" href="${frame.links.home}">${frame.words.backToTasks}</a>
      </div>`,
  }
}

export const notHerePage = ({ frame, words }: Scene): Drawing => ({
  title: words.notHere,
  body: html`<h1 class="govuk-heading-xl" data-focus tabindex="-1">${words.notHere}</h1>
    <p class="govuk-body-l">${words.notHereWords}</p>
    <p class="govuk-body">
      <a class="govuk-link" href="${frame.links.home}">${frame.words.backToTasks}</a>
    </p>`,
})
