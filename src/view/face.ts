/** The drawn face of a session's other person: once large with its description, small beside what they say. */
import type { Portrait } from '#domain/course/session.ts'
import { html, raw, type Html } from './html.ts'

/** Draws nothing by itself; the two others are drawn from it, once on a page. */
export const faceSource = (portrait: Portrait | undefined): Html | null =>
  portrait
    ? html`<svg class="face-source" width="0" height="0" aria-hidden="true" focusable="false"><symbol id="face" viewBox="0 0 96 96">${raw(portrait.drawing)}</symbol></svg>`
    : null

export const largeFace = (portrait: Portrait | undefined): Html | null =>
  portrait
    ? html`<svg class="face face--large" role="img" aria-label="${portrait.alt}" viewBox="0 0 96 96"><use href="#face"></use></svg>`
    : null

/** Their name stands beside it. */
export const smallFace = (portrait: Portrait | undefined): Html | null =>
  portrait
    ? html`<svg class="face" aria-hidden="true" focusable="false" viewBox="0 0 96 96"><use href="#face"></use></svg>`
    : null
