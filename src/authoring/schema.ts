/** What authors may write. The descriptions are the reference for docs/authoring.md. */
import { z } from 'zod'
import { TEACHING_GROUPS } from '#domain/course/course.ts'
import { PILES } from '#domain/course/decision-cards.ts'
import { PRINCIPLES } from '#domain/course/item.ts'
import { ENDING_KINDS, VERDICTS } from '#domain/course/session.ts'
import { QUESTION_KINDS } from '#domain/course/quiz.ts'
import { day, facts, local, sign, slug, text, translates } from './schema-base.ts'

export { programmeFile } from '#programme-file/programme-file.ts'

const revision = z.int().min(1).describe('Raised only when the meaning changes')
const formerId = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)*$/,
    'write the id as the ledger had it, such as consent/waiting',
  )
const was = z
  .union([formerId, z.array(formerId)])
  .optional()
  .describe('Its id before it got another name: what people did under the old one follows')
const principle = z.enum(PRINCIPLES)

/** Of `countries/<country>.yaml`: how the English course is said there. */
export const countryFile = z.strictObject({
  words: z
    .record(text, text)
    .describe('British words by American ones: whole words or phrases, in small letters'),
})

/** What a story, a conversation or a session says of its recording. */
const recording = z
  .strictObject({
    recording: slug.describe('Name of the file in public/media, without its ending'),
    film: z
      .enum(['yes'])
      .optional()
      .describe('It is a film (.mp4) with captions, and not a sound (.m4a)'),
    seconds: z.string().regex(/^[1-9]\d{0,3}$/, 'write a whole number, such as "74"'),
    readBy: text.describe('As listeners are told: nobody’s name without their written consent'),
    voice: z.enum(['person', 'made']).describe('"made" where a machine speaks; listeners are told'),
    words: text.describe('The word that `course voices` printed for the wording'),
  })
  .optional()
  .describe('Somebody reads it; `course voices` prints the script')
export type RecordingFields = NonNullable<z.infer<typeof recording>>

/** Of `people.yaml`: the invented people of the course. */
export const peopleFile = z.strictObject({
  people: z.array(
    z.strictObject({
      name: text.describe('As the stories say it'),
      role: z.enum(['mentor', 'mentee', 'trainee', 'staff']),
      age: z.int().min(18).max(110),
      illness: z.array(slug),
      since: text.describe('What they live with, and since when'),
      lives: text.describe('With whom'),
      family: z.array(slug).describe('Every relative that a text may give them'),
      manner: text.describe('How they speak'),
      looks: z
        .strictObject({ en: text, es: text })
        .optional()
        .describe('What is seen in portraits/<name>.svg, for whoever does not see it'),
    }),
  ),
  voices: z
    .array(z.strictObject({ en: text, es: text }))
    .default([])
    .describe('Who speaks without a name'),
})

export const courseFile = z.strictObject({
  title: text.describe('Name of the course'),
  summary: text.describe('What it is, for whom, how long'),
  modules: z
    .array(slug)
    .min(1)
    .describe('Order of the modules; a slug is final from its first day'),
  gone: z.array(formerId).default([]).describe('Ids that were released and taken out on purpose'),
})
export const courseWords = z.strictObject({ translates, title: text, summary: text })

const reflection = z.strictObject({
  id: slug,
  was,
  revision,
  ask: text.describe('One open question'),
  help: text.describe('Who reads the answer, and how long it may be'),
})
const exercise = z.strictObject({
  id: slug,
  was,
  revision,
  ask: text.describe('Title of the exercise'),
  help: text.describe('Why this exercise'),
  fields: z.record(slug, text).describe('One label for each box'),
})

export const moduleFile = z.strictObject({
  title: text,
  was,
  summary: text.describe('One or two sentences for the task list'),
  star: z.boolean().default(false).describe('Safety-critical module'),
  outcomes: z.record(slug, text).describe('What a person can do afterwards'),
  lessons: z.array(slug).min(1).describe('Order of the lessons'),
  sessions: z.array(slug).default([]).describe('Order of the practice sessions'),
  sessionsToEnd: z
    .int()
    .min(1)
    .optional()
    .describe('How many of the sessions are to be ended, whichever; left out where it is all'),
  remember: z
    .record(slug, text)
    .refine((all) => Object.keys(all).length === 3, 'name exactly three things to remember')
    .describe('Three things a person knows now'),
  reflection: reflection.optional(),
  exercise: exercise.optional(),
})
export const moduleWords = z.strictObject({
  translates,
  title: text,
  summary: text,
  outcomes: z.record(slug, text),
  remember: z.record(slug, text),
  reflection: z.strictObject({ ask: text, help: text }).optional(),
  exercise: z.strictObject({ ask: text, help: text, fields: z.record(slug, text) }).optional(),
})

/** Of `areas/<pack>/pack.yaml`: a module for whoever has one of its areas. */
export const packFile = moduleFile.omit({ star: true, reflection: true, exercise: true }).extend({
  sessions: z
    .array(
      z
        .string()
        .regex(
          /^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)?$/,
          'write the slug, or module/slug where it stands elsewhere',
        ),
    )
    .min(1, 'name at least one practice session')
    .describe(
      'Its own practice sessions, and module/session of those elsewhere that serve it, too',
    ),
  sessionsToEnd: z
    .int()
    .min(1)
    .default(1)
    .describe('How many of the sessions are to be ended, whichever'),
})

/** Of `areas.yaml`: which pack each area of the programmes belongs to. */
export const areasFile = z.strictObject({
  areas: z.record(slug, slug).describe('Pack by area id; `none` where the area has no pack'),
})

const compare = z
  .strictObject({
    ask: text.optional().describe('The closing prompt, where the text of the lesson ends in none'),
    line: text.describe('One good line to compare with, shown once somebody asks for it'),
  })
  .optional()
  .describe('What the lesson closes with: never scored')

/** Front matter of an English lesson. */
export const lessonFile = z.strictObject({
  title: text,
  minutes: z.int().min(1).max(15).describe('Minutes to read it calmly'),
  was,
  revision,
  star: z.boolean().default(false),
  principles: z.array(principle).default([]),
  reviewed: day.describe('Last reviewed'),
  contentNote: text.optional().describe('What heavy theme it touches, shown before it'),
  compare,
  facts,
})
export const lessonWords = z.strictObject({
  translates,
  title: text,
  contentNote: text.optional(),
  compare,
})

export const resourceFile = z.strictObject({
  title: text,
  summary: text,
  was,
  revision,
  reviewed: day,
  facts,
})
/** Front matter of an English page for those who teach. */
export const teachingFile = resourceFile.extend({
  group: z.enum(TEACHING_GROUPS).describe('Under which heading those who teach find it'),
})
export const resourceWords = z.strictObject({ translates, title: text, summary: text })

const option = z.strictObject({
  id: slug,
  text,
  right: z.boolean().default(false),
  feedback: text.describe('Why, in at most three short sentences'),
})
const ofQuestion = z
  .never({
    error: 'it belongs to the question: no two forms of one question differ in it',
  })
  .optional()
const form = z.strictObject({
  id: z
    .string()
    .regex(/^[b-h]$/, 'write one letter, from b to h: the words of the question itself are form a'),
  sign,
  ask: text,
  options: z.array(option).min(2).max(5),
  unsure: text
    .optional()
    .describe('Feedback for "I am not sure"; left out where it is the question’s'),
  better: text.optional().describe('A better line to compare with, for what-would-you-say'),
  was: ofQuestion,
  revision: ofQuestion,
  kind: ofQuestion,
  star: ofQuestion,
  principles: ofQuestion,
  lesson: ofQuestion,
})
const question = z.strictObject({
  id: slug,
  was,
  revision,
  kind: z.enum(QUESTION_KINDS),
  star: z.boolean().default(false).describe('Must end right within a passing attempt'),
  principles: z.array(principle).min(1),
  lesson: slug.describe('Lesson of this module where the answer stands'),
  sign,
  ask: text,
  options: z.array(option).min(2).max(5),
  unsure: text.describe('Feedback for "I am not sure"'),
  better: text.optional().describe('A better line to compare with, for what-would-you-say'),
  forms: z
    .array(form)
    .min(1, 'write a form, or leave the field out')
    .optional()
    .describe('The same question in other words, about another scene'),
})
export const quizFile = z.strictObject({ facts, questions: z.array(question).min(6).max(10) })
/** Of a pack. */
export const packQuizFile = quizFile.extend({ questions: z.array(question).min(4).max(10) })
export const quizWords = z.strictObject({
  translates,
  questions: z.record(
    slug,
    z.strictObject({
      ask: text,
      unsure: text,
      better: text.optional(),
      options: z.record(slug, z.strictObject({ text, feedback: text })),
      forms: z
        .record(
          z.string(),
          z.strictObject({
            ask: text,
            unsure: text.optional(),
            better: text.optional(),
            options: z.record(slug, z.strictObject({ text, feedback: text })),
          }),
        )
        .optional(),
    }),
  ),
})

const ofPiles = z
  .strictObject({ keep: text, ask: text, today: text, now: text })
  .describe('Of each pile: why it belongs there, or what speaks against it')
/** Of a module's or a pack's `cards.yaml`: situations that come back. */
export const cardsFile = z.strictObject({
  facts,
  cards: z.array(
    z.strictObject({
      id: slug,
      was,
      revision,
      lesson: slug.describe('Lesson of this module where the answer stands'),
      sign,
      says: text.describe('A situation in one to three short sentences'),
      pile: z
        .enum(PILES)
        .describe(
          '`keep` to oneself, `ask` the person first, `today`: tell the coordinator, `now`: act',
        ),
      feedback: ofPiles,
    }),
  ),
})
export const cardsWords = z.strictObject({
  translates,
  cards: z.record(slug, z.strictObject({ says: text, feedback: ofPiles })),
})

const speaker = slug
  .optional()
  .describe('`narration`, or one of `others`; left out where it is the other person')

const reply = z.strictObject({
  id: slug,
  say: text.describe('A full sentence that the mentor says'),
  principles: z.partialRecord(principle, z.enum(VERDICTS)),
  consequence: text.describe('What the other person says or does, in their own words'),
  answeredBy: speaker,
  why: text.optional().describe('Why it missed or crossed a principle'),
  better: text.optional().describe('A better line'),
  to: slug.optional(),
  repair: slug.optional(),
  end: slug.optional(),
})
export const sessionFile = z.strictObject({
  title: text,
  who: text.describe('Name of the other, invented, person'),
  with: text.describe('One line about them for the list'),
  others: z
    .record(slug, text)
    .default({})
    .describe('Names of third persons who speak, as the reader sees them'),
  minutes: z.int().min(1).max(20),
  was,
  revision,
  star: z.boolean().default(false),
  needs: z.array(slug).default([]).describe('Modules that must be done first'),
  openedByCoordinator: z.boolean().default(false),
  contentNote: text.optional(),
  facts,
  recording,
  scene: text,
  start: slug.describe('Id of the first turn'),
  turns: z
    .array(
      z.strictObject({
        id: slug,
        was,
        revision,
        speaker,
        sign,
        says: text,
        replies: z.array(reply).min(2).max(4),
      }),
    )
    .min(1),
  endings: z.array(z.strictObject({ id: slug, kind: z.enum(ENDING_KINDS), text })).min(1),
})
export const sessionWords = z.strictObject({
  translates,
  title: text,
  with: text,
  others: z.record(slug, text).default({}),
  contentNote: text.optional(),
  recording,
  scene: text,
  turns: z.record(
    slug,
    z.strictObject({
      says: text,
      replies: z.record(
        slug,
        z.strictObject({
          say: text,
          consequence: text,
          why: text.optional(),
          better: text.optional(),
        }),
      ),
    }),
  ),
  endings: z.record(slug, text),
})

const terms = z.record(slug, z.strictObject({ term: text, meaning: text }))
export const glossaryFile = z.strictObject({ terms })
export const glossaryWords = z.strictObject({ translates, terms })

const need = z.strictObject({
  quiz: slug.optional().describe('Module whose quiz is passed'),
  practice: z
    .union([slug, z.array(slug).min(2, 'name at least two sessions, or one without brackets')])
    .optional()
    .describe('Session whose best road has no crossed line for `principles`; of a list any one'),
  observation: z.int().min(1).max(3).optional().describe('Latest observed level at least this'),
  reflection: slug.optional().describe('Module whose reflection is accepted'),
  exercise: slug.optional().describe('Module whose exercise is saved'),
  talk: z.literal(true).optional().describe('A talk with a trained coordinator is accepted'),
})
export const competenciesFile = z.strictObject({
  rolePlays: z
    .array(
      z.strictObject({
        id: slug,
        title: local,
        how: local.describe('How it goes, for who watches'),
        minutes: z.int().min(5).max(60),
        lines: z.array(slug).min(1).describe('Lines that it looks at, in the order of the form'),
      }),
    )
    .default([])
    .describe('The role plays that a coordinator or observer watches'),
  competencies: z.array(
    z.strictObject({
      id: slug,
      star: z.boolean().default(false),
      title: local.describe('An observable action'),
      plain: local.describe('The same in plain words, for the trainee: "I can …"'),
      principles: z.array(principle).describe('A best road must not cross these'),
      anchors: z
        .strictObject({ 0: local, 1: local, 2: local, 3: local })
        .describe('What one sees at each level, in one sentence'),
      harmful: local.describe('What would do harm in this line: nothing else makes up for it'),
      needs: z
        .array(z.union([need, z.strictObject({ any: z.array(need).min(2) })]))
        .min(1)
        .describe('All of these; `any` is met by one of its needs'),
      from: text.describe('Source'),
    }),
  ),
})

export type PeopleFile = z.infer<typeof peopleFile>
export type CardsFile = z.infer<typeof cardsFile>
export type QuizFile = z.infer<typeof quizFile>
export type QuizWords = z.infer<typeof quizWords>
export type SessionFile = z.infer<typeof sessionFile>
export type CompetenciesFile = z.infer<typeof competenciesFile>
