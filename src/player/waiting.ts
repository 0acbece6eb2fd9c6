/** What is shown while a piece of the course is on its way, or did not come. */
import type { Language } from '#domain/course/language.ts'
import type { PlayerWords } from '#i18n/en/player.ts'
import { html, type Html } from '#view/html.ts'
import type { Pieces } from './pieces.ts'
import type { Drawing, Scene } from './scene.ts'
import { part, say, show } from './screen.ts'

export function waitingPage({ words, frame }: Scene, failed: boolean): Drawing {
  const home = html`<a class="govuk-link" href="${frame.links.home}">${frame.words.backToTasks}</a>`
  if (failed)
    return {
      title: words.pieceMissing,
      body: html`<h1 class="govuk-heading-xl" data-focus tabindex="-1">${words.pieceMissing}</h1>
        <p class="govuk-body-l">${words.pieceMissingWords}</p>
        <div class="govuk-button-group">${againButton(words)} ${home}</div>`,
    }
  return {
    title: words.pieceComing,
    body: html`<h1 class="govuk-heading-xl" data-focus data-waits tabindex="-1">${words.pieceComing}</h1>
      <p class="govuk-body">${home}</p>`,
  }
}

const againButton = (words: PlayerWords): Html =>
  html`<button class="govuk-button" type="button" data-part="again">${words.pieceAgain}</button>`

/**
 * Before the course can begin: what somebody did can only be read with these. Nothing is written until then.
 * @param said the words of each language of the package, since nobody knows yet which one is wanted
 */
export async function bringBeforehand(
  pieces: Pieces,
  names: readonly string[],
  said: readonly (readonly [Language, PlayerWords])[],
): Promise<void> {
  for (;;) {
    const came = await Promise.all(names.map((name) => pieces.bring(name)))
    if (came.every(Boolean)) return
    say('saving', '')
    show(
      html`${said.map(
        ([language, words], at) =>
          html`<div lang="${language}">
            ${
              at === 0
                ? html`<h1 class="govuk-heading-xl" data-focus tabindex="-1">${words.pieceMissing}</h1>`
                : html`<h2 class="govuk-heading-l">${words.pieceMissing}</h2>`
            }
            <p class="govuk-body-l">${words.pieceMissingWords}</p>
            ${againButton(words)}
          </div>`,
      )}`,
      true,
    )
    await againPressed()
  }
}

const againPressed = (): Promise<void> =>
  new Promise((pressed) => {
    for (const button of part('main').querySelectorAll('button'))
      button.addEventListener('click', () => pressed(), { once: true })
  })
