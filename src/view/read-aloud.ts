import type { Frame } from './frame.ts'
import { flag, html, type Html } from './html.ts'

/** How fast, from what is spoken slowly to what is spoken fast; 1 as the voice does by itself. */
const SPEEDS = ['0.7', '0.85', '1', '1.25'] as const

/** Shown by read-aloud/ where the device has a voice; the words of each state travel with the button. */
export const readControls = (words: Frame['words']): Html =>
  html`<div class="read-aloud no-print" role="group" aria-label="${words.readAloudGroup}" data-read-controls hidden>
    <button class="quiet-button read-aloud__main" type="button" data-read="main" data-silent="${words.readAloud}" data-reading="${words.readPause}" data-paused="${words.readOn}">${words.readAloud}</button>
    <button class="quiet-button" type="button" data-read="stop" hidden>${words.readStop}</button>
    <button class="quiet-button" type="button" data-read="from" aria-pressed="false" data-here="${words.readHere}">${words.readFrom}</button>
    <details class="govuk-details" data-read="wishes">
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">${words.readWishes}</span></summary>
      <div class="govuk-details__text">
        <label class="govuk-label" for="read-rate">${words.readSpeed}</label>
        <select class="govuk-select" id="read-rate" data-read="rate">
          ${SPEEDS.map((speed, at) => html`<option value="${speed}"${flag('selected', speed === '1')}>${words.readSpeeds[at]}</option>`)}
        </select>
        <div data-read="voices">
          <label class="govuk-label" for="read-voice">${words.readVoice}</label>
          <select class="govuk-select" id="read-voice" data-read="voice"></select>
        </div>
      </div>
    </details>
  </div>
  <p class="quiet no-print" data-read-none hidden>${words.readNone}</p>`
