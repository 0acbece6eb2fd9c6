/** Turns the files of `content/` into one course per language. Pure: the rendered MDX is handed in. */
import type { Course, Lesson, Module, Resource, TeachingPage } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import type { Quiz } from '#domain/course/quiz.ts'
import { Bench } from './bench.ts'
import { hashOf } from './read.ts'
import * as schema from './schema.ts'
import { compileQuiz } from './compile-quiz.ts'
import { compileSession } from './compile-session.ts'
import { freshness } from './translation.ts'

/** HTML of a rendered MDX file by its path below `content/`. */
export type HtmlOf = (path: string) => string

/** Null where the structure itself cannot be read; the reasons are in `bench.problems`. */
export function compileCourse(bench: Bench, language: Language, htmlOf: HtmlOf): Course | null {
  const file = bench.read('en/course.yaml', schema.courseFile)
  const glossary = bench.read('en/glossary.yaml', schema.glossaryFile)
  if (!file || !glossary) return null
  const words =
    language === 'en' ? null : bench.read(`${language}/course.yaml`, schema.courseWords, 'warning')
  const glossaryWords =
    language === 'en'
      ? null
      : bench.read(`${language}/glossary.yaml`, schema.glossaryWords, 'warning')
  const course = {
    language,
    title: words?.title ?? file.title,
    summary: words?.summary ?? file.summary,
    modules: file.modules.flatMap((slug) => compileModule(bench, language, slug, htmlOf) ?? []),
    resources: compilePages(bench, language, 'resources', htmlOf),
    teaching: compileTeaching(bench, language, htmlOf),
    glossary: { ...glossary.terms, ...glossaryWords?.terms },
  }
  return { ...course, release: hashOf(JSON.stringify(course)) }
}

function compileModule(
  bench: Bench,
  language: Language,
  slug: string,
  htmlOf: HtmlOf,
): Module | null {
  const path = `${slug}/module.yaml`
  const file = bench.read(`en/${path}`, schema.moduleFile)
  return file && compileUnit(bench, language, { slug, folder: slug, path, file }, htmlOf)
}

export interface UnitSource {
  readonly slug: string
  /** Below the language's folder. */
  readonly folder: string
  readonly path: string
  readonly file: ReturnType<typeof schema.moduleFile.parse>
}

/** A module, or what a pack has of one. */
export function compileUnit(
  bench: Bench,
  language: Language,
  { slug, folder, path, file }: UnitSource,
  htmlOf: HtmlOf,
): Module {
  const fresh = freshness(bench, language, path)
  const words =
    language === 'en' ? null : bench.read(`${language}/${path}`, schema.moduleWords, 'warning')
  const inOrder = (
    from: Record<string, string>,
    said: Record<string, string> | undefined,
    field: string,
  ) =>
    Object.entries(from).map(([id, text]) => saidOr(bench, language, path, said, id, text, field))
  const { reflection, exercise } = file
  return {
    slug,
    title: words?.title ?? file.title,
    summary: words?.summary ?? file.summary,
    star: file.star,
    outcomes: inOrder(file.outcomes, words?.outcomes, 'outcomes'),
    remember: inOrder(file.remember, words?.remember, 'remember'),
    ...fresh,
    lessons: file.lessons.flatMap(
      (name) => compileLesson(bench, language, slug, name, htmlOf, folder) ?? [],
    ),
    sessions: file.sessions.flatMap(
      (name) => compileSession(bench, language, slug, name, folder) ?? [],
    ),
    ...(file.sessionsToEnd ? { sessionsToEnd: file.sessionsToEnd } : {}),
    quiz: quizOf(
      compileQuiz(bench, language, slug, file.lessons, folder),
      words?.title ?? file.title,
    ),
    reflection: reflection
      ? {
          id: `${slug}/${reflection.id}`,
          slug: reflection.id,
          revision: reflection.revision,
          title: words?.reflection?.ask ?? reflection.ask,
          help: words?.reflection?.help ?? reflection.help,
          ...fresh,
        }
      : null,
    exercise: exercise
      ? {
          id: `${slug}/${exercise.id}`,
          slug: exercise.id,
          revision: exercise.revision,
          title: words?.exercise?.ask ?? exercise.ask,
          help: words?.exercise?.help ?? exercise.help,
          fields: Object.entries(exercise.fields).map(([id, label]) => ({
            id,
            label: words?.exercise?.fields[id] ?? label,
          })),
          ...fresh,
        }
      : null,
  }
}

const quizOf = (quiz: Omit<Quiz, 'title'> | null, title: string): Quiz | null =>
  quiz && { ...quiz, title }

function saidOr(
  bench: Bench,
  language: Language,
  path: string,
  said: Record<string, string> | undefined,
  id: string,
  text: string,
  field: string,
): string {
  const words = said?.[id]
  if (language !== 'en' && said && !words)
    bench.warning(
      `${language}/${path}`,
      `${field}.${id}`,
      'the words are missing',
      'translate them',
    )
  return words ?? text
}

const LESSON_TERM = /<Term id="([^"]*)"/g

function compileLesson(
  bench: Bench,
  language: Language,
  module: string,
  slug: string,
  htmlOf: HtmlOf,
  folder: string,
): Lesson | null {
  const path = `${folder}/${slug}.mdx`
  const file = bench.read(`en/${path}`, schema.lessonFile)
  if (!file) return null
  const fresh = freshness(bench, language, path)
  const words =
    fresh.shownIn === 'en' ? null : bench.read(`${language}/${path}`, schema.lessonWords, 'warning')
  const shown = `${fresh.shownIn}/${path}`
  const body = bench.source.get(shown)?.body ?? ''
  const note = words ? words.contentNote : file.contentNote
  const compare = words ? words.compare : file.compare
  if (words && file.compare && !words.compare)
    bench.warning(
      shown,
      'compare',
      'the line to compare with is not translated',
      'add compare: with its line',
    )
  return {
    id: `${module}/${slug}`,
    slug,
    title: words?.title ?? file.title,
    minutes: file.minutes,
    revision: file.revision,
    star: file.star,
    principles: file.principles,
    reviewed: file.reviewed,
    ...(note ? { contentNote: note } : {}),
    ...(compare
      ? { compare: { ...(compare.ask ? { ask: compare.ask } : {}), line: compare.line } }
      : {}),
    html: htmlOf(shown),
    terms: [...new Set([...body.matchAll(LESSON_TERM)].map((match) => match[1] ?? ''))],
    ...fresh,
  }
}

const compileTeaching = (bench: Bench, language: Language, htmlOf: HtmlOf): TeachingPage[] =>
  compilePages(bench, language, 'teaching', htmlOf).flatMap((page) => {
    const file = bench.read(`en/${page.id}.mdx`, schema.teachingFile)
    return file ? [{ ...page, group: file.group }] : []
  })

/** Every page of one folder, by its name. */
function compilePages(
  bench: Bench,
  language: Language,
  folder: 'resources' | 'teaching',
  htmlOf: HtmlOf,
): Resource[] {
  const inFolder = new RegExp(`^en/${folder}/[^/]+\\.mdx$`)
  const names = [...bench.source.keys()].filter((path) => inFolder.test(path))
  return names.flatMap((name) => {
    const file = bench.read(name, folder === 'teaching' ? schema.teachingFile : schema.resourceFile)
    if (!file) return []
    const path = name.slice('en/'.length)
    const slug = path.slice(`${folder}/`.length, -'.mdx'.length)
    const fresh = freshness(bench, language, path)
    const words =
      fresh.shownIn === 'en'
        ? null
        : bench.read(`${language}/${path}`, schema.resourceWords, 'warning')
    return [
      {
        id: `${folder}/${slug}`,
        slug,
        title: words?.title ?? file.title,
        summary: words?.summary ?? file.summary,
        revision: file.revision,
        html: htmlOf(`${fresh.shownIn}/${path}`),
        ...fresh,
      },
    ]
  })
}
