/** The two pages of a package: the shell around the course, and the connection check. */
import { editionsOf, varietyIn, type Edition, type Packed } from '#domain/packages/packed.ts'
import type { Language } from '#domain/course/language.ts'
import { localeOf, type Variety } from '#domain/programme/locale.ts'
import { check as checkEn, type CheckWords } from '#i18n/en/check.ts'
import { common as commonEn, type CommonWords } from '#i18n/en/common.ts'
import { player as playerEn, type PlayerWords } from '#i18n/en/player.ts'
import { common as commonEnGb } from '#i18n/en-GB/common.ts'
import { player as playerEnGb } from '#i18n/en-GB/player.ts'
import { check as checkEs } from '#i18n/es/check.ts'
import { common as commonEs } from '#i18n/es/common.ts'
import { player as playerEs } from '#i18n/es/player.ts'
import { over } from '#i18n/otherwise.ts'
import { dayInWords } from '#view/days.ts'
import { markup, type Markup } from './markup.ts'
import { wordsScript } from './player-for.ts'

interface Words {
  readonly common: CommonWords
  readonly player: PlayerWords
  readonly check: CheckWords
}

const WORDS: Record<Variety, Words> = {
  en: { common: commonEn, player: playerEn, check: checkEn },
  'en-GB': {
    common: over(commonEn, commonEnGb),
    player: over(playerEn, playerEnGb),
    check: checkEn,
  },
  es: { common: commonEs, player: playerEs, check: checkEs },
}

const SCRIPTS = { course: 'player.js', check: 'check.js' } as const
/** The course fetches the whole sheet once its contents stand (player/pieces.ts). */
const SHEETS = { course: ['first.css'], check: ['first.css', 'player.css'] } as const

export const indexPage = (packed: Packed): string => page(packed, 'course')
export const checkPage = (packed: Packed): string => page(packed, 'check')

/** Each further language waits in a template, until it is chosen. */
function page(packed: Packed, kind: 'course' | 'check'): string {
  const { course } = packed
  return markup`<!doctype html>
<html lang="${course.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${titleOf(packed, kind)}</title>
${SHEETS[kind].map(
  (sheet) => markup`<link rel="stylesheet" href="${sheet}">
`,
)}</head>
<body data-page="${kind}">
<div data-part="shell">
${shell(packed, packed, kind)}
</div>
${packed.others.map(
  (edition) => markup`<template data-language="${edition.course.language}">
${shell(packed, edition, kind)}
</template>
`,
)}<script src="course.js"></script>
${editionsOf(packed).map(
  (edition) => markup`<script src="${wordsScript(varietyIn(edition))}"></script>
`,
)}<script src="${SCRIPTS[kind]}"></script>
</body>
</html>
`.text
}

const wordsIn = (edition: Edition): Words => WORDS[varietyIn(edition)]

const titleOf = (edition: Edition, kind: 'course' | 'check'): string => {
  const { title } = edition.course
  return kind === 'check' ? `${wordsIn(edition).check.title} – ${title}` : title
}

function shell(packed: Packed, edition: Edition, kind: 'course' | 'check'): Markup {
  const { course, programme } = edition
  const { common, player } = wordsIn(edition)
  const title = titleOf(edition, kind)
  return markup`<a class="govuk-skip-link" href="#main">${common.skip}</a>
<header class="site-header">
<div class="site-header__bar wrap wrap--wide">
<a class="site-header__home" href="${kind === 'check' ? 'check.html' : '#/'}"><span data-mark></span><span class="site-header__name">${course.title}</span></a>
<div class="site-header__tools">
<span class="site-header__programme">${programme.name}</span>
${[...languageButtons(packed, edition), kind === 'course' ? exitButton(player) : null]}
</div>
</div>
${kind === 'course' ? placesNav(player, common) : null}
</header>
<div class="wrap">
${kind === 'course' ? markup`<p class="saving-line" role="status" data-part="saving">${loading(packed, edition)}</p>` : null}
<main id="main" class="main" tabindex="-1" data-part="main">
<h1 class="govuk-heading-xl">${title}</h1>
<noscript><p class="note">${player.noScript}</p></noscript>
${kind === 'course' ? markup`<p class="govuk-body-l">${course.summary}</p>` : null}
</main>
</div>
<div class="site-end">
${helpBlock(edition, common)}
<footer class="site-footer">
<div class="wrap wrap--wide">
<p class="site-footer__name"><span data-mark></span>${course.title}<span>${common.tagline}</span></p>
<p class="site-footer__note">${programme.organisation} · ${player.version(packed.release, inWords(packed, edition))}</p>
<p class="site-footer__note">${common.footerNote}</p>
</div>
</footer>
</div>`
}

/** Until the script of the course is there, which takes its time on a weak network and may never come. */
const loading = (packed: Packed, shown: Edition): Markup[] =>
  shown === packed
    ? editionsOf(packed).map(
        ({ course: { language } }) =>
          markup`<span lang="${language}">${WORDS[language].player.loading}</span> `,
      )
    : []

/** One to each other language, in its own words. */
const languageButtons = (packed: Packed, edition: Edition): Markup[] =>
  editionsOf(packed)
    .map(({ course }) => course.language)
    .filter((language) => language !== edition.course.language)
    .map(
      (language) =>
        markup`<button class="quiet-button" type="button" data-to-language="${language}" lang="${language}">${LANGUAGE_NAMES[language]}</button>`,
    )

const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', es: 'Español' }

const placesNav = (words: PlayerWords, common: CommonWords): Markup =>
  markup`<nav class="site-nav wrap wrap--wide" aria-label="${common.menu}"><ul class="site-nav__list">
${[
  ['#/', words.contents],
  ['#/glossary', words.glossaryLink],
  ['#/display', words.display.link],
  ['#help', words.helpLink],
].map(
  ([href = '', text = '']) => markup`<li><a class="site-nav__link" href="${href}">${text}</a></li>
`,
)}</ul></nav>`

const inWords = ({ builtOn }: Packed, { course, programme }: Edition): string =>
  dayInWords(builtOn, localeOf(course.language, programme))

const exitButton = (words: PlayerWords): Markup =>
  markup`<button class="quiet-button" type="button" data-part="exit">${words.exit}</button>`

const helpBlock = ({ programme: { contact, crisis } }: Edition, words: CommonWords): Markup =>
  markup`<aside class="help-block" id="help" aria-labelledby="help-title" tabindex="-1">
<div class="wrap wrap--wide help-block__inner">
<section class="help-block__contact">
<h2 class="help-block__title" id="help-title">${words.help}</h2>
${example(contact, words)}
<p class="help-block__who">${contact.name}</p>
<ul class="help-block__ways">
<li><span>${words.helpPhone}</span><a href="${dial(contact.phone)}">${contact.phone}</a></li>
<li><span>${words.helpEmail}</span><a href="mailto:${contact.email}">${contact.email}</a></li>
<li><span>${words.helpReplies}</span>${contact.replies}</li>
</ul>
</section>
${
  crisis.length
    ? markup`<section class="help-block__crisis">
<h2 class="help-block__title">${words.crisis}</h2>
<ul class="help-block__lines">
${crisis.map(
  (line) => markup`<li><a class="help-block__number" href="${dial(line.number)}">${line.number}</a>
<div><strong>${line.name}</strong> ${example(line, words)}<p>${line.what}</p></div></li>
`,
)}</ul>
</section>`
    : null
}
</div>
</aside>`

const example = (of: { readonly example: boolean }, words: CommonWords): Markup | null =>
  of.example ? markup`<span class="help-block__example">${words.helpExample}</span>` : null

const dial = (number: string): string => `tel:${number.replace(/[^+\d]/g, '')}`
