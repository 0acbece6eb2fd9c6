/** The form in which coordinators write to one or to many: whom it is for, what was typed, and how it reads. */
import type { APIContext } from 'astro'
import type { ChosenPeople } from '#db/roles.ts'
import type { TemplateRow } from '#db/messages.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { filledIn, type MessageTexts } from '#domain/people/message.ts'
import { wordsIn, type Words } from '#i18n/words.ts'
import {
  valuesFor,
  type MessageProblem,
  type MessageReceivers,
} from '#server/people/send-message.ts'
import { chosenIn } from './people-together.ts'
import { among, shownThen, text, typedIn, uuid, type Typed } from './typed.ts'

const FIELDS = {
  do: among(['use', 'preview', 'change', 'send']),
  template: text,
  'text-en': text,
  'text-es': text,
  seen: shownThen,
  id: uuid,
}

export const messageForm = ({ locals }: APIContext): Typed<typeof FIELDS> =>
  typedIn(locals.post, FIELDS)

/** From the list, or one person from their own page; null for nobody. */
export function chosenForMessage(context: APIContext): ChosenPeople | null {
  const to = context.url.searchParams.get('to')
  return chosenIn(context) ?? (isUuid(to) ? { kind: 'some', ids: [to] } : null)
}

const STARTERS = ['session', 'away', 'thanks'] as const

export interface Offer {
  readonly value: string
  readonly text: string
  readonly texts: MessageTexts
}

/** What a message can begin with: the programme's own texts, then some to start from. */
export const offersFrom = (templates: readonly TemplateRow[], words: Words): readonly Offer[] => [
  ...templates.map(({ id, name, textEn: en, textEs: es }) => ({
    value: id,
    text: name,
    texts: { en, es },
  })),
  ...STARTERS.map((value) => ({
    value,
    text: words.messages.starters[value].name,
    texts: {
      en: wordsIn('en').messages.starters[value].text,
      es: wordsIn('es').messages.starters[value].text,
    },
  })),
]

/** By field. */
export const problemWords = (
  problems: readonly MessageProblem[],
  { messages }: Words,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    problems.map((problem) => [
      `text-${problem.language}`,
      problem.kind === 'unknown'
        ? messages.problems.unknown(problem.name)
        : messages.problems[problem.kind],
    ]),
  )

export interface Reading {
  readonly language: Language
  /** Of whom it is shown for. */
  readonly name: string
  readonly text: string
}

/** How it reads for the first of each language. */
export const readingsOf = (
  programme: string,
  texts: MessageTexts,
  { able }: MessageReceivers,
  sender: string,
): readonly Reading[] =>
  LANGUAGES.flatMap((language) => {
    const first = able.find((one) => one.language === language)
    if (!first) return []
    const values = valuesFor(programme, language, { name: first.name, sender })
    return [{ language, name: first.name, text: filledIn(texts[language], values) }]
  })
