/**
 * A course without its words: what the contents of a package say, and what every rule counts – steps, their ids and
 * revisions, questions and the ids of their options. It comes before the first page; the rest by the piece (pieces.ts).
 */
import type {
  Course,
  Exercise,
  Lesson,
  Module,
  Reflection,
  Resource,
} from '#domain/course/course.ts'
import type { Item } from '#domain/course/item.ts'
import type { Option, Question, Quiz } from '#domain/course/quiz.ts'
import type { Session } from '#domain/course/session.ts'

export type CourseOutline = Omit<Course, 'modules' | 'resources'> & {
  readonly modules: readonly ModuleOutline[]
  readonly resources: readonly (Item & Pick<Resource, 'summary'>)[]
}

type ModuleOutline = Omit<
  Module,
  'outcomes' | 'remember' | 'lessons' | 'sessions' | 'quiz' | 'reflection' | 'exercise'
> & {
  readonly lessons: readonly (Item & Pick<Lesson, 'minutes'>)[]
  readonly sessions: readonly (Item & Pick<Session, 'minutes' | 'needs'>)[]
  readonly quiz: (Item & { readonly questions: readonly QuestionOutline[] }) | null
  readonly reflection: Item | null
  readonly exercise: Item | null
}

interface QuestionOutline {
  readonly slug: string
  readonly revision: number
  readonly star: boolean
  /** Ids of options, with a blank between: those of its own words, then of each further form by its letter. */
  readonly options: string
  readonly forms?: Readonly<Record<string, string>>
}

export const outlineOf = (course: Course): CourseOutline => ({
  ...course,
  modules: course.modules.map(moduleOutline),
  resources: course.resources.map((one) => ({ ...itemOf(one), summary: one.summary })),
  glossary: {},
})

function moduleOutline(module: Module): ModuleOutline {
  const {
    outcomes: _,
    remember: __,
    lessons,
    sessions,
    quiz,
    reflection,
    exercise,
    ...head
  } = module
  return {
    ...head,
    lessons: lessons.map((one) => ({ ...itemOf(one), minutes: one.minutes })),
    sessions: sessions.map((one) => ({ ...itemOf(one), minutes: one.minutes, needs: one.needs })),
    quiz: quiz && { ...itemOf(quiz), questions: quiz.questions.map(questionOutline) },
    reflection: reflection && itemOf(reflection),
    exercise: exercise && itemOf(exercise),
  }
}

const itemOf = ({ id, slug, revision, title, shownIn, stale }: Item): Item => ({
  id,
  slug,
  revision,
  title,
  shownIn,
  stale,
})

const questionOutline = ({ slug, revision, star, options, forms }: Question): QuestionOutline => ({
  slug,
  revision,
  star,
  options: idsOf(options),
  ...(forms ? { forms: Object.fromEntries(forms.map((one) => [one.id, idsOf(one.options)])) } : {}),
})

const idsOf = (options: readonly Option[]): string => options.map(({ id }) => id).join(' ')

/** The course again, with no words in its lessons, sessions and questions: no page of these may be drawn from it. */
export const courseFrom = (outline: CourseOutline): Course => ({
  ...outline,
  modules: outline.modules.map(moduleFrom),
  resources: outline.resources.map((one) => ({ ...one, html: '' })),
})

const moduleFrom = (outline: ModuleOutline): Module => ({
  ...outline,
  outcomes: [],
  remember: [],
  lessons: outline.lessons.map((one) => ({ ...NO_LESSON, ...one })),
  sessions: outline.sessions.map((one) => ({ ...NO_SESSION, ...one })),
  quiz: outline.quiz && quizFrom(outline.quiz),
  reflection: outline.reflection && { ...NO_REFLECTION, ...outline.reflection },
  exercise: outline.exercise && { ...NO_EXERCISE, ...outline.exercise },
})

const NO_LESSON: Omit<Lesson, keyof Item | 'minutes'> = {
  star: false,
  principles: [],
  reviewed: '',
  html: '',
  terms: [],
}

const NO_SESSION: Omit<Session, keyof Item | 'minutes' | 'needs'> = {
  who: '',
  with: '',
  star: false,
  openedByCoordinator: false,
  scene: '',
  start: '',
  turns: [],
  endings: [],
}

const NO_REFLECTION: Omit<Reflection, keyof Item> = { help: '' }
const NO_EXERCISE: Omit<Exercise, keyof Item> = { help: '', fields: [] }

const quizFrom = (outline: NonNullable<ModuleOutline['quiz']>): Quiz => ({
  ...outline,
  questions: outline.questions.map(({ slug, revision, star, options, forms }) => ({
    ...NO_WORDS,
    id: `${outline.id}/${slug}`,
    slug,
    revision,
    star,
    kind: 'single',
    principles: [],
    lesson: '',
    options: optionsFrom(options),
    ...(forms
      ? {
          forms: Object.entries(forms).map(([id, ids]) => ({
            ...NO_WORDS,
            id,
            options: optionsFrom(ids),
          })),
        }
      : {}),
  })),
})

const NO_WORDS = { ask: '', unsure: '' }

const optionsFrom = (ids: string): Option[] =>
  ids.split(' ').map((id) => ({ id, text: '', right: false, feedback: '' }))
