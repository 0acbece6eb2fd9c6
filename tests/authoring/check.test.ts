/** Every mistake that an author can make names file, field and remedy: this is what they read. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, describe, test } from 'vitest'
import { compileContent } from '#authoring/check.ts'
import { AuthorError, tell } from '#authoring/problem.ts'
import { compileWith, inFolder, swap, told, type Changes } from './small-content.ts'

const QUIZ = 'en/consent/quiz.yaml'
const MODULE = 'en/consent/module.yaml'
const LESSON = 'en/consent/waiting.mdx'
const SESSION = 'en/consent/window.yaml'
const COMPETENCIES = 'competencies.yaml'
const PROGRAMME = 'programmes/kidney.yaml'
const FIGURE = '<Figure name="piles" alt="Three piles">Three piles.</Figure>'
const CALLOUT = '\n<Callout title="Wait">\n\nA no is good.\n\n</Callout>\n'

/** Errors alone: a mistake in an English file also makes its translation lag. */
const errors = (changes: Changes): string[] =>
  told(changes).filter((text) => text.startsWith('error: '))

const WINDOW = inFolder({}, (folder) => readFileSync(path.join(folder, SESSION), 'utf8'))

type Mistake = readonly [what: string, changes: Changes, ...told: string[]]

const SYNTAX: readonly Mistake[] = [
  [
    'a colon in a text',
    { [QUIZ]: swap('ask: What about who-asks?', 'ask: What about: who-asks?') },
    'content/en/consent/quiz.yaml:17 (YAML): Nested mappings are not allowed in compact mappings\n  -> mend the indentation or put the text in "double quotes"',
  ],
  [
    'a field twice',
    { [MODULE]: swap('summary: You', 'title: Again\nsummary: You') },
    'content/en/consent/module.yaml:2 (YAML): Map keys must be unique\n  -> mend the indentation or put the text in "double quotes"',
  ],
  [
    'a term in braces without quotes, which breaks the rest of the file too',
    { [QUIZ]: swap('text: Rosa does', 'text: Ask {{clinical-team}}') },
    'content/en/consent/quiz.yaml:9 (YAML): Unexpected flow-map-start at node end\n  -> mend the indentation or put the text in "double quotes"',
  ],
  [
    'an open quote in the front matter',
    { [LESSON]: swap('title: Waiting', 'title: "Waiting') },
    'content/en/consent/waiting.mdx:6 (YAML): Missing closing "quote\n  -> mend the indentation or put the text in "double quotes"',
  ],
  [
    'a lesson without front matter',
    { [LESSON]: 'You wait.' },
    'content/en/consent/waiting.mdx:1 (front matter): the file does not start with its front matter\n  -> start it with a line "---", then title and the other fields, then "---"',
  ],
  [
    'an empty file',
    { [MODULE]: '' },
    'content/en/consent/module.yaml:1: the file is empty\n  -> write the file, or take its slug out of the list',
  ],
]

const FILES: readonly Mistake[] = [
  ...[LESSON, QUIZ, SESSION].map((file): Mistake => [
    `without ${file}`,
    { [file]: null },
    `content/${file}: the file is missing\n  -> write the file, or take its slug out of the list`,
  ]),
  [
    'a module that has no folder',
    { 'en/course.yaml': swap('[consent]', '[consent, cooking]') },
    'content/en/cooking/module.yaml: the file is missing\n  -> write the file, or take its slug out of the list',
  ],
  ...['en/course.yaml', COMPETENCIES].map((file): Mistake => [
    `without ${file}`,
    { [file]: null },
    `content/${file}: the file is missing\n  -> write the file; docs/authoring.md says what stands in it`,
  ]),
  [
    'a figure without its drawing',
    { 'figures/piles.svg': null },
    'content/en/consent/waiting.mdx:18 (text): there is no drawing figures/piles.svg\n  -> add the drawing, or take the figure out',
  ],
]

const FIELDS: readonly Mistake[] = [
  [
    'a field that does not exist',
    { [MODULE]: swap('summary:', 'sumary: You wait.\nsummary:') },
    'content/en/consent/module.yaml:2 (sumary): there is no field sumary here\n  -> take sumary out, or look for a slip in the name',
  ],
  [
    'a field that is missing',
    { [MODULE]: swap('summary: You wait to be asked.\n', '') },
    'content/en/consent/module.yaml:1 (summary): it is missing\n  -> add this field',
  ],
  [
    'a kind of question that does not exist',
    { [QUIZ]: swap('kind: single', 'kind: singel') },
    'content/en/consent/quiz.yaml:4 (questions.0.kind): Invalid option: expected one of "single"|"several"|"true-false"|"what-would-you-say"\n  -> use one of: single, several, true-false, what-would-you-say',
  ],
  [
    'a slug with capitals and a blank',
    { [QUIZ]: swap('id: who-decides', 'id: Who Decides') },
    'content/en/consent/quiz.yaml:2 (questions.0.id): use lower-case words with hyphens, such as who-decides\n  -> see docs/authoring.md for this field',
  ],
  [
    'a date in words',
    { [LESSON]: swap('2026-11-21', '21 November') },
    'content/en/consent/waiting.mdx:6 (reviewed): write the date as 2026-11-21\n  -> see docs/authoring.md for this field',
  ],
  [
    'two things to remember',
    { [MODULE]: swap(', three: You tell.', '') },
    'content/en/consent/module.yaml:6 (remember): name exactly three things to remember\n  -> see docs/authoring.md for this field',
  ],
  [
    'an e-mail address that is none',
    { [PROGRAMME]: swap('carla@kidney-network.org', 'carla') },
    'content/programmes/kidney.yaml:9 (contact.email): is one e-mail address, such as name@example.org\n  -> see docs/authoring.md for this field',
  ],
  [
    'a word of the programme in one language only',
    { [PROGRAMME]: swap('{ en: your nurse, es: su enfermera }', '{ en: your nurse }') },
    'content/programmes/kidney.yaml:5 (terms.clinical-team.es): it is missing\n  -> add this field',
  ],
  [
    'a lesson that is listed twice',
    { [MODULE]: swap('[waiting]', '[waiting, waiting]') },
    'content/en/consent/module.yaml:1: "consent/waiting" is used twice\n  -> give each module and each of its parts its own slug',
  ],
  [
    'a module that is listed twice',
    { 'en/course.yaml': swap('[consent]', '[consent, consent]') },
    'content/en/course.yaml:3 (modules): "consent" is used twice\n  -> give each module and each of its parts its own slug',
    'content/en/consent/module.yaml:1: "consent/waiting" is used twice\n  -> give each module and each of its parts its own slug',
    'content/en/consent/module.yaml:1: "consent/window" is used twice\n  -> give each module and each of its parts its own slug',
    'content/en/consent/module.yaml:1: "consent/quiz" is used twice\n  -> give each module and each of its parts its own slug',
    'content/en/consent/module.yaml:1: "consent/card" is used twice\n  -> give each module and each of its parts its own slug',
    'content/en/consent/module.yaml:1: "consent/promise" is used twice\n  -> give each module and each of its parts its own slug',
  ],
]

const QUIZZES: readonly Mistake[] = [
  [
    'a question without a right option',
    { [QUIZ]: swap(' right: true,', '') },
    'content/en/consent/quiz.yaml:9 (questions.0.options): "who-decides" has 0 right options\n  -> mark exactly one option with "right: true"',
  ],
  [
    'two right options where one is asked for',
    { [QUIZ]: swap('text: The nurse,', 'text: The nurse, right: true,') },
    'content/en/consent/quiz.yaml:9 (questions.0.options): "who-decides" has 2 right options\n  -> mark exactly one option with "right: true"',
  ],
  [
    'one right option where several are asked for',
    { [QUIZ]: swap('kind: single', 'kind: several') },
    'content/en/consent/quiz.yaml:9 (questions.0.options): "who-decides" has 1 right options\n  -> mark at least two with "right: true" and leave at least one wrong',
  ],
  [
    'a true-false question with other options',
    { [QUIZ]: swap('kind: single', 'kind: true-false') },
    'content/en/consent/quiz.yaml:9 (questions.0.options): a true-false question has other options\n  -> give it the options "true" and "false", in this order',
  ],
  [
    'a sentence to say without a better one',
    { [QUIZ]: swap('kind: single', 'kind: what-would-you-say') },
    'content/en/consent/quiz.yaml:2 (questions.0.better): `better` and what-would-you-say belong together\n  -> add `better`: a line to compare with',
  ],
  [
    'a better line where no sentence is asked for',
    { [QUIZ]: swap('    unsure: Only', '    better: Shall I ask her?\n    unsure: Only') },
    'content/en/consent/quiz.yaml:11 (questions.0.better): `better` and what-would-you-say belong together\n  -> take `better` out',
  ],
  [
    'an option called "unsure"',
    { [QUIZ]: swap('id: nurse', 'id: unsure') },
    'content/en/consent/quiz.yaml:9 (questions.0.options): an option id is used twice or is "unsure"\n  -> rename it',
  ],
  [
    'a question id twice',
    { [QUIZ]: swap('id: who-asks', 'id: who-decides') },
    'content/en/consent/quiz.yaml:12 (questions.1): "who-decides" is used twice\n  -> give each question its own id',
  ],
  [
    'five questions',
    { [QUIZ]: (text) => `${text.slice(0, text.indexOf('\n  - id: who-waits'))}\n` },
    'content/en/consent/quiz.yaml:2 (questions): Too small: expected array to have >=6 items\n  -> see docs/authoring.md for this field',
  ],
  [
    'an option without feedback',
    { [QUIZ]: swap(', feedback: It is her life.', '') },
    'content/en/consent/quiz.yaml:9 (questions.0.options.0.feedback): it is missing\n  -> add this field',
  ],
  [
    'a lesson that the module does not have',
    { [QUIZ]: swap('lesson: waiting', 'lesson: cooking') },
    'content/en/consent/quiz.yaml:6 (questions.0.lesson): this module has no lesson "cooking"\n  -> use one of: waiting',
  ],
]

/** A second form of the first question, in both languages, with something else in it. */
const form = (more = '', right = 'right: true, ', ids = ['walter', 'doctor']): Changes => ({
  [QUIZ]: swap(
    'unsure: Only Rosa can say yes.\n',
    `unsure: Only Rosa can say yes.
    forms:
      - id: b
        ask: Who decides for Walter?
        options:
          - { id: ${ids[0] ?? ''}, text: Walter does, ${right}feedback: It is his life. }
          - { id: ${ids[1] ?? ''}, text: The doctor, feedback: He may ask. }
${more}`,
  ),
})
const spanishForm = swap(
  '\n  who-asks:',
  `
    forms:
      b:
        ask: ¿Quién decide por Walter?
        options:
          walter: { text: Walter, feedback: Es su vida. }
          doctor: { text: El doctor, feedback: Puede preguntar. }
  who-asks:`,
)

const FORMS: readonly Mistake[] = [
  ['nothing, where all is as it should be', form()],
  ...['kind: single', 'star: true', 'revision: 2', 'principles: [consent]', 'lesson: waiting'].map(
    (line): Mistake => [
      `one that names ${line}`,
      form(`        ${line}\n`),
      `content/en/consent/quiz.yaml:18 (questions.0.forms.0.${line.split(':')[0] ?? ''}): it belongs to the question: no two forms of one question differ in it\n  -> take it out here`,
    ],
  ),
  [
    'one only, of a danger question',
    { [QUIZ]: swap('kind: single', 'kind: single\n    star: true') },
    'content/en/consent/quiz.yaml:2 (questions.0): "who-decides" is a danger question (star), and has one form only\n  -> write a second one under `forms`: the same step, about another person and another scene',
  ],
  [
    'two, of a danger question',
    {
      [QUIZ]: (text) =>
        swap(
          'kind: single',
          'kind: single\n    star: true',
        )((form()[QUIZ] as (text: string) => string)(text)),
    },
  ],
  [
    'one without a key',
    form('', ''),
    'content/en/consent/quiz.yaml:16 (questions.0.forms.0.options): "who-decides" has 0 right options\n  -> mark exactly one option with "right: true"',
  ],
  [
    'one with the option of another one',
    form('', undefined, ['rosa', 'doctor']),
    'content/en/consent/quiz.yaml:16 (questions.0.forms.0.options): another form of "who-decides" has the option rosa, too\n  -> give each option an id of its own, so that an answer says in which form it was given',
  ],
  [
    'one with one option',
    {
      [QUIZ]: (text) =>
        (form()[QUIZ] as (text: string) => string)(text).replace(
          '          - { id: doctor, text: The doctor, feedback: He may ask. }\n',
          '',
        ),
    },
    'content/en/consent/quiz.yaml:16 (questions.0.forms.0.options): Too small: expected array to have >=2 items\n  -> see docs/authoring.md for this field',
  ],
  [
    'one that is called a',
    {
      [QUIZ]: (text) =>
        (form()[QUIZ] as (text: string) => string)(text).replace('- id: b', '- id: a'),
    },
    'content/en/consent/quiz.yaml:13 (questions.0.forms.0.id): write one letter, from b to h: the words of the question itself are form a\n  -> see docs/authoring.md for this field',
  ],
  [
    'one letter twice',
    form(`      - id: b
        ask: Who decides for Tom?
        options:
          - { id: tom, text: Tom does, right: true, feedback: It is his life. }
          - { id: his-wife, text: His wife, feedback: She may ask. }
`),
    'content/en/consent/quiz.yaml:18 (questions.0.forms.1.id): the form "b" is there twice\n  -> take the next letter',
  ],
  [
    'a better line where no sentence is asked for',
    form('        better: Shall I ask him?\n'),
    'content/en/consent/quiz.yaml:18 (questions.0.forms.0.better): `better` and what-would-you-say belong together\n  -> take `better` out',
  ],
]

const SESSIONS: readonly Mistake[] = [
  [
    'a way that leads nowhere',
    { [SESSION]: swap('repair: he-turns-away', 'repair: he-turns-round') },
    'content/en/consent/window.yaml:24 (turns.0.replies.1.repair): there is no turn "he-turns-round"\n  -> name a turn of this session',
    'content/en/consent/window.yaml:25 (turns.1): no reply leads to "he-turns-away"\n  -> lead a reply to it, or take it out',
  ],
  [
    'an ending that does not exist',
    { [SESSION]: swap('end: card', 'end: cart') },
    'content/en/consent/window.yaml:17 (turns.0.replies.0.end): there is no ending "cart"\n  -> name an ending of this session',
    'content/en/consent/window.yaml:42 (endings.0): no reply leads to the ending "card"\n  -> lead a reply to it, or take it out',
  ],
  [
    'a reply with two ways',
    { [SESSION]: swap('end: card', 'end: card\n        to: he-turns-away') },
    'content/en/consent/window.yaml:13 (turns.0.replies.0): "ask" leads to 2 places\n  -> give it exactly one of to, repair or end',
  ],
  [
    'a turn that nothing leads to',
    { [SESSION]: swap('repair: he-turns-away', 'repair: he-looks-up') },
    'content/en/consent/window.yaml:25 (turns.1): no reply leads to "he-turns-away"\n  -> lead a reply to it, or take it out',
  ],
  [
    'a turn from which no way leads to an ending',
    {
      [SESSION]: (text) =>
        text.replace('end: mended', 'to: he-turns-away').replace('end: late', 'to: he-turns-away'),
    },
    'content/en/consent/window.yaml:25 (turns.1): no way leads from "he-turns-away" to an ending\n  -> let one of its roads end',
    'content/en/consent/window.yaml:43 (endings.1): no reply leads to the ending "mended"\n  -> lead a reply to it, or take it out',
    'content/en/consent/window.yaml:44 (endings.2): no reply leads to the ending "late"\n  -> lead a reply to it, or take it out',
  ],
  [
    'a crossed line that cannot be mended',
    { [SESSION]: swap('repair: he-turns-away', 'to: he-turns-away') },
    'content/en/consent/window.yaml:18 (turns.0.replies.1): "sit-down" crosses a principle and cannot be mended\n  -> lead it to a repair turn with `repair:`',
  ],
  [
    'a crossed line without its why',
    { [SESSION]: swap('        why: He had not asked.\n', '') },
    'content/en/consent/window.yaml:18 (turns.0.replies.1): "sit-down" misses or crosses a principle without a reason\n  -> add why and better',
  ],
  [
    'a reply that is about no principle',
    { [SESSION]: swap('principles: { consent: kept }', 'principles: {}') },
    'content/en/consent/window.yaml:15 (turns.0.replies.0.principles): no principle is judged\n  -> name at least one principle',
  ],
  [
    'a reply id twice in a turn',
    { [SESSION]: swap('id: sit-down', 'id: ask') },
    'content/en/consent/window.yaml:9 (turns.0): "he-looks-up" has a reply id twice\n  -> rename one of them',
  ],
  [
    'no ending that is held well',
    { [SESSION]: swap('held-well', 'recoverable') },
    'content/en/consent/window.yaml:42 (endings): a session has at least three endings, one of them held-well\n  -> add the missing ending',
  ],
  [
    'a module that is needed and is not there',
    { [SESSION]: swap('scene:', 'needs: [cooking]\nscene:') },
    'content/en/consent/window.yaml:6 (needs): the course has no module "cooking"\n  -> use one of: consent',
  ],
  [
    'a session that waits for its own module',
    { [SESSION]: swap('scene:', 'needs: [consent]\nscene:') },
    'content/en/consent/window.yaml:6 (needs): it waits for a module that waits for it\n  -> take out the module that holds this session, or that needs it',
  ],
]

const LESSONS: readonly Mistake[] = [
  [
    'a term without definition',
    { [LESSON]: swap('id="consent"', 'id="fistula"') },
    'content/en/consent/waiting.mdx:8 (text): the term "fistula" has no definition\n  -> add it to glossary.yaml in every language',
  ],
  [
    'a figure without description',
    { [LESSON]: swap(' alt="Three piles"', '') },
    'content/en/consent/waiting.mdx:18 (text): the figure "piles" has no description\n  -> say what it shows in alt="…"',
  ],
  [
    'a do-not list before the do list',
    { [LESSON]: swap('<DoList>\n- wait\n</DoList>\n\n', '') },
    'content/en/consent/waiting.mdx:10 (text): a do-not list stands without a do list before it\n  -> say first what to do',
  ],
  [
    'three callouts',
    { [LESSON]: (text) => text + CALLOUT.repeat(3) },
    'content/en/consent/waiting.mdx:46 (text): it has more than two callouts\n  -> keep the two that must not be missed',
  ],
  [
    'a link to a lesson that is not there',
    { [LESSON]: swap('See', '<LessonLink to="consent/cooking">this</LessonLink> See') },
    'content/en/consent/waiting.mdx:20 (text): the course has no lesson "consent/cooking"\n  -> write module/lesson as in course.yaml',
  ],
  [
    'a link to a page that is not there',
    { [LESSON]: swap('to="guide"', 'to="guid"') },
    'content/en/consent/waiting.mdx:20 (text): there is no resource "guid"\n  -> write the file name of a page in resources/',
  ],
  [
    'a passage for one country alone',
    { [LESSON]: swap('See', '<Only country="us">Call.</Only> See') },
    'content/en/consent/waiting.mdx:20 (text): a passage for one country has no counterpart\n  -> write <Only country="us"> and <Only country="uk">',
  ],
  [
    'a word that the programme does not have, in a lesson',
    { [LESSON]: swap('"clinical-team"', '"crisis-line"') },
    'content/en/consent/waiting.mdx:8 (text): the programme "kidney" has no words for "crisis-line"\n  -> add crisis-line to programmes/kidney.yaml in en and es',
  ],
  [
    'a word that the programme does not have, in a quiz',
    { [QUIZ]: swap('unsure: Only Rosa', 'unsure: Ask {{crisis-line}}. Only Rosa') },
    'content/en/consent/quiz.yaml:11 (text): the programme "kidney" has no words for "crisis-line"\n  -> add crisis-line to programmes/kidney.yaml in en and es',
  ],
  [
    'a hand-over to nobody',
    {
      [LESSON]: swap('See', '<HandOver to="advocate">\n\n"Could you help?"\n\n</HandOver>\n\nSee'),
    },
    'content/en/consent/waiting.mdx:20 (text): the programme "kidney" has no words for "advocate"\n  -> add advocate to programmes/kidney.yaml in en and es',
  ],
]

const NO_HUMAN =
  'content/competencies.yaml:7 (competencies.0.needs): the ★ line "consent" can be met without anybody who saw it or talked about it\n  -> add "- observation: 2", "- talk: true", or "- any:" with nothing but these two'

/** One role play, and a line beside "consent" that needs no observation. */
const rolePlay =
  (lines: string) =>
  (text: string): string =>
    `rolePlays:
  - id: first
    title: { en: First, es: Primera }
    how: { en: A talk., es: Una charla. }
    minutes: 15
    lines: ${lines}
${text}${text
      .replace('competencies:\n', '')
      .replace('id: consent', 'id: hope')
      .replace('{ observation: 2 }', '{ talk: true }')}`

const SIGNED_OFF: readonly Mistake[] = [
  [
    'a need without anything in it',
    { [COMPETENCIES]: swap('{ practice: window }', '{}') },
    'content/competencies.yaml:7 (competencies.0.needs.0): this need is empty\n  -> name what it needs',
  ],
  [
    'a session that is not in the course: its line would not be assessed at all',
    { [COMPETENCIES]: swap('practice: window', 'practice: windov') },
    'content/competencies.yaml:7 (competencies.0.needs): the course has no session "windov"\n  -> look for a slip in the name',
  ],
  [
    'a quiz of a module that is not in the course',
    { [COMPETENCIES]: swap('quiz: consent', 'quiz: konsent') },
    'content/competencies.yaml:7 (competencies.0.needs): the course has no quiz in a module "konsent"\n  -> look for a slip in the name',
  ],
  [
    'a session that is not in the course, as one of several',
    {
      [COMPETENCIES]: swap(
        '{ practice: window }',
        '{ any: [{ practice: windov }, { talk: true }] }',
      ),
    },
    'content/competencies.yaml:7 (competencies.0.needs): the course has no session "windov"\n  -> look for a slip in the name',
  ],
  [
    'a session that is not in the course, in a list of parallel ones',
    { [COMPETENCIES]: swap('practice: window', 'practice: [window, windov]') },
    'content/competencies.yaml:7 (competencies.0.needs): the course has no session "windov"\n  -> look for a slip in the name',
  ],
  [
    'more sessions to end than there are',
    { [MODULE]: swap('sessions: [window]', 'sessions: [window]\nsessionsToEnd: 2') },
    'content/en/consent/module.yaml:6 (sessionsToEnd): 2 sessions are to be ended, and there are 1\n  -> add sessions, or lower the number',
  ],
  [
    'parallel sessions of which none is among the first ones',
    {
      [MODULE]: swap('sessions: [window]', 'sessions: [door, window]\nsessionsToEnd: 1'),
      'en/consent/door.yaml': WINDOW.replace('title: The man by the window', 'title: At the door'),
    },
    'content/en/consent/module.yaml:5 (sessions): the first 1 sessions hold none of window, which "consent" needs\n  -> list one of them earlier, or raise sessionsToEnd',
  ],
  [
    'a ★ line that nobody has to see or talk about',
    { [COMPETENCIES]: swap(', { observation: 2 }', '') },
    NO_HUMAN,
  ],
  [
    'a ★ line where a practice session can stand for the talk',
    {
      [COMPETENCIES]: swap(
        '{ observation: 2 }',
        '{ any: [{ practice: window }, { talk: true }, { observation: 2 }] }',
      ),
    },
    NO_HUMAN,
  ],
  [
    'a level without what one sees at it',
    { [COMPETENCIES]: swap('      3: { en: Notices a no., es: Nota un no. }\n', '') },
    'content/competencies.yaml:10 (competencies.0.anchors.3): it is missing\n  -> add this field',
  ],
  [
    'a line that does not say what would do harm',
    { [COMPETENCIES]: swap('    harmful: {', '    harmless: {') },
    'content/competencies.yaml:2 (competencies.0.harmful): it is missing\n  -> add this field',
    'content/competencies.yaml:14 (competencies.0.harmless): there is no field harmless here\n  -> take harmless out, or look for a slip in the name',
  ],
  [
    'a role play that looks at a line that is not there',
    { [COMPETENCIES]: rolePlay('[consent, konsent]') },
    'content/competencies.yaml:6 (rolePlays.0.lines): there is no line "konsent"\n  -> use one of: consent, hope',
  ],
  [
    'a line that needs an observation and stands in no role play',
    { [COMPETENCIES]: rolePlay('[hope]') },
    'content/competencies.yaml:13 (competencies.0.needs): "consent" needs an observation, and no role play looks at it\n  -> add it to the "lines:" of a role play',
  ],
  [
    'level 0, which everybody has',
    { [COMPETENCIES]: swap('observation: 2', 'observation: 0') },
    'content/competencies.yaml:7 (competencies.0.needs.2.observation): Too small: expected number to be >=1\n  -> see docs/authoring.md for this field',
  ],
]

test('a content folder in which everything is right has no problem at all', () => {
  expect(told()).toEqual([])
})

describe.each([
  ['the syntax', SYNTAX],
  ['the files', FILES],
  ['the fields', FIELDS],
  ['a quiz', QUIZZES],
  ['a form of a question', FORMS],
  ['a session', SESSIONS],
  ['a lesson', LESSONS],
  ['the competencies', SIGNED_OFF],
])('in %s', (_, mistakes) => {
  test.each(mistakes.map(([what, changes, ...says]) => ({ what, changes, says })))(
    '$what',
    ({ changes, says }) => {
      expect(errors(changes)).toEqual(says.map((text) => `error: ${text}`))
    },
  )
})

test('an unknown part names those that there are', () => {
  const [said] = errors({ [LESSON]: swap(FIGURE, '<Movie src="rosa.mp4" />') })
  expect(said).toContain(
    'content/en/consent/waiting.mdx:18 (text): there is no part <Movie>\n  -> use',
  )
  expect(said).toContain('DoList, DoNotList, Callout, HandOver, Story')
})

describe('a translation', () => {
  const lags = (file: string): string =>
    `it translates an older English text\n  -> bring it up to date, then run "alongside course stamp content/${file}"`

  test('that lags is shown, marked, and warned of', () => {
    const changes = { [QUIZ]: swap('Only Rosa can say yes.', 'Nobody but Rosa can say yes.') }
    const { courses } = compileWith(changes)
    expect(told(changes)).toEqual([
      `warning: content/es/consent/quiz.yaml:1 (translates): ${lags('es/consent/quiz.yaml')}`,
    ])
    expect(courses.es?.modules[0]?.quiz).toMatchObject({ shownIn: 'es', stale: true })
    expect(courses.en?.modules[0]?.quiz).toMatchObject({ shownIn: 'en', stale: false })
    expect(courses.es?.modules[0]?.quiz?.questions[0]?.unsure).toBe('Solo Rosa puede decir que sí.')
  })

  test.each([LESSON, QUIZ, SESSION, MODULE, 'en/resources/guide.mdx'])(
    'of %s that is not there is warned of once, and the English is shown',
    (english) => {
      const file = english.replace('en/', 'es/')
      expect(told({ [file]: null })).toEqual([
        `warning: content/${file}: the file is missing\n  -> translate the English file`,
      ])
    },
  )

  test('is shown in the language that it is in', () => {
    const { courses } = compileWith({ 'es/consent/waiting.mdx': null })
    expect(courses.es?.modules[0]?.lessons[0]).toMatchObject({
      title: 'Waiting',
      shownIn: 'en',
      stale: true,
    })
    expect(courses.es?.modules[0]).toMatchObject({ title: 'Consentimiento', shownIn: 'es' })
  })

  test('in which a question, a reply or an outcome is missing says which', () => {
    expect(
      told({
        'es/consent/quiz.yaml': (text) => `${text.slice(0, text.indexOf('\n  who-waits'))}\n`,
        'es/consent/module.yaml': swap('{ wait: Espera un sí. }', '{}'),
        'es/consent/window.yaml': swap(
          '      sorry: { say: Lo siento., consequence: Asiente. }\n',
          '',
        ),
      }),
    ).toEqual([
      'warning: content/es/consent/module.yaml:4 (outcomes.wait): the words are missing\n  -> translate them',
      'warning: content/es/consent/window.yaml:14 (turns.he-turns-away.replies.sorry): the reply is not translated\n  -> add its words under this id',
      'warning: content/es/consent/quiz.yaml:3 (questions.who-waits): the question is not translated\n  -> add its words under this id',
    ])
  })

  test('of a form stands beside the question, and lends it what it leaves out', () => {
    const { courses } = compileWith({ ...form(), 'es/consent/quiz.yaml': spanishForm })
    const forms = courses.es?.modules[0]?.quiz?.questions[0]?.forms
    expect(forms?.map(({ id, ask, unsure }) => ({ id, ask, unsure }))).toEqual([
      { id: 'b', ask: '¿Quién decide por Walter?', unsure: 'Solo Rosa puede decir que sí.' },
    ])
    expect(forms?.[0]?.options.map(({ id, right }) => `${id} ${String(right)}`)).toEqual([
      'walter true',
      'doctor false',
    ])
    expect(courses.es?.modules[0]?.quiz?.questions[1]).not.toHaveProperty('forms')
  })

  test('in which a form is missing, or is one too many, says which', () => {
    const says = (changes: Changes): string[] =>
      told(changes).filter((one) => !one.includes('stamp'))
    expect(says(form())).toEqual([
      'warning: content/es/consent/quiz.yaml:4 (questions.who-decides): the form "b" is not translated\n  -> add its words under forms: b:',
    ])
    expect(says({ 'es/consent/quiz.yaml': spanishForm })).toEqual([
      'warning: content/es/consent/quiz.yaml:11 (questions.who-decides.forms.b): the English question has no form "b"\n  -> take it out, or add the form in English',
    ])
    const slip = (text: string): string => spanishForm(text).replace('doctor:', 'nurse-b:')
    expect(says({ ...form(), 'es/consent/quiz.yaml': slip })).toEqual([
      'warning: content/es/consent/quiz.yaml:14 (questions.who-decides.forms.b.options.nurse-b): the English question has no option "nurse-b"\n  -> take it out, or look for a slip in the id',
      'warning: content/es/consent/quiz.yaml:13 (questions.who-decides.forms.b.options.doctor): the option is not translated\n  -> add its text and feedback under this id',
    ])
  })

  test('has the same ids, keys and ways as the English', () => {
    const { courses } = compileWith()
    const bare = (course: typeof courses.en): string =>
      JSON.stringify(course?.modules, (key, value: unknown) =>
        /^(id|slug|right|way|verdicts|revision|star|modules|lessons|sessions|quiz|questions|options|turns|replies|endings|\d*)$/.test(
          key,
        )
          ? value
          : undefined,
      )
    expect(bare(courses.es)).toBe(bare(courses.en))
    expect(bare(courses.en)).toContain('"id":"consent/quiz/who-decides"')
  })
})

describe('example contacts', () => {
  const contact = { [PROGRAMME]: swap('  phone:', '  example: true\n  phone:') }
  const crisis = { [PROGRAMME]: swap('number: "911",', 'number: "911", example: true,') }
  const remedy = '-> put your organisation’s own and take `example: true` out'

  test('are a warning while developing', () => {
    expect(told(contact)).toEqual([
      `warning: content/programmes/kidney.yaml:7 (contact): contact details are still the examples\n  ${remedy}`,
    ])
  })

  test('are an error in production, and so are example crisis lines', () => {
    expect(told(contact, { production: true })).toEqual([
      `error: content/programmes/kidney.yaml:7 (contact): contact details are still the examples\n  ${remedy}`,
    ])
    expect(told(crisis, { production: true })).toEqual([
      `error: content/programmes/kidney.yaml:12 (crisis): contact details are still the examples\n  ${remedy}`,
    ])
    expect(told({}, { production: true })).toEqual([])
  })
})

test('what stops the build says everything at once', () => {
  const { problems } = compileWith({ [LESSON]: null })
  const error = new AuthorError(problems)
  expect(error.message).toBe(`The course cannot be built.\n${problems.map(tell).join('\n')}`)
})

describe('the words of a country', () => {
  const FILE = 'countries/uk.yaml'

  test('are put into the English course alone', () => {
    const { courses } = compileWith({ [FILE]: 'words: { Small: little }\n' })
    expect([courses['en-GB']?.summary, courses.en?.summary]).toEqual([
      'A little course.',
      'A small course.',
    ])
    expect(courses.es).toEqual(compileWith().courses.es)
  })

  test('that cannot be read are named with their file', () => {
    const [problem = ''] = told({ [FILE]: 'words: [small]\n' })
    expect(problem).toMatch(/^error: content\/countries\/uk\.yaml:1 \(words\)/)
    expect(told({ [FILE]: 'words: { small: "" }\n' })[0]).toContain(FILE)
  })
})

test('files with Windows line ends and a byte order mark are read the same', () => {
  const asOnWindows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`
  const changes = { [QUIZ]: asOnWindows, [LESSON]: asOnWindows, [SESSION]: asOnWindows }
  expect(told(changes)).toEqual([])
  expect(compileWith(changes).courses.en).toEqual(compileWith().courses.en)
})

describe('the course that we ship', () => {
  const { problems, courses, programmes, competencies } = compileContent('content')

  test('has no error', () => {
    expect(problems.filter(({ severity }) => severity === 'error').map(tell)).toEqual([])
  })

  test('has 10 modules, each with a quiz, and each session that was written in both languages', () => {
    const written = readdirSync('content/en/practising')
      .filter(
        (name) =>
          name.endsWith('.yaml') && !['module.yaml', 'quiz.yaml', 'cards.yaml'].includes(name),
      )
      .map((name) => `practising/${path.basename(name, '.yaml')}`)
    expect(written.length).toBeGreaterThan(8)
    for (const course of [courses.en, courses.es]) {
      expect(course?.modules.map(({ quiz }) => quiz !== null)).toEqual(Array(10).fill(true))
      const ids = course?.modules.flatMap(({ sessions }) => sessions.map(({ id }) => id))
      expect(ids?.toSorted()).toEqual(written.toSorted())
    }
  })

  test('has both programmes and 14 competencies', () => {
    expect(programmes.en.map(({ slug }) => slug)).toEqual(['kidney', 'long-term'])
    expect(competencies.es).toHaveLength(14)
  })

  test('cannot go to production with its example contacts', () => {
    const strict = compileContent('content', { production: true }).problems
    expect(
      strict.filter(({ severity }) => severity === 'error').map(({ file, field }) => [file, field]),
    ).toEqual([
      ['programmes/kidney.yaml', 'contact'],
      ['programmes/long-term.yaml', 'contact'],
    ])
  })
})

test('the folder of a test is gone after it', () => {
  let seen = ''
  inFolder({}, (folder) => (seen = folder))
  expect(() => compileContent(seen)).toThrow(/ENOENT/)
})
