/** No mark of a typewriter in what people read: the course as it is compiled, and every word of the interface. */
import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { compileContent } from '#authoring/check.ts'
import { typesetCourse } from '#authoring/typeset.ts'

const { courses, programmes, competencies, rolePlays } = compileContent('content')

/** Every text, without tags and the addresses in them. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value.replaceAll(/<[^>]*>/g, '')]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(textsIn)
      : []
const TYPEWRITER = /["']|&(?:quot|apos|#0*3[49]|#x2[27]);/i
const typed = (value: unknown): string[] => textsIn(value).filter((text) => TYPEWRITER.test(text))

describe('the course', () => {
  test.each(['en', 'en-GB', 'es'] as const)('in %s has none', (variety) => {
    const course = courses[variety]
    expect(textsIn(course).length).toBeGreaterThan(3000)
    expect(typed(course)).toEqual([])
    expect(course?.modules.flatMap(({ sessions }) => sessions).map(({ title }) => title)).toContain(
      variety === 'es' ? '«¿Puedo faltar el jueves?»' : '“Can I skip Thursday?”',
    )
  })

  test('nor have the words of a programme, what is signed off, and role plays', () => {
    expect(typed([programmes, competencies, rolePlays])).toEqual([])
  })

  test('English words shown in the Spanish course keep English marks', () => {
    const course = courses.es
    if (!course) throw new Error('no course')
    const [lesson] = course.modules.flatMap(({ lessons }) => lessons)
    if (!lesson) throw new Error('no lesson')
    const html = `<p title="'a'">"No," <em>she says</em>, "<strong>no</strong>".</p><p>"Yes"</p>`
    const [first, ...rest] = course.modules
    const set = typesetCourse({
      ...course,
      modules: [
        { ...first, lessons: [{ ...lesson, html, shownIn: 'en' }] } as (typeof course.modules)[0],
        ...rest,
      ],
    })
    expect(set.modules[0]?.lessons[0]?.html).toBe(
      '<p title="‘a’">“No,” <em>she says</em>, “<strong>no</strong>”.</p><p>“Yes”</p>',
    )
    expect(set.release).not.toBe(course.release)
  })
})

test('the interface has none', () => {
  const found = globSync('src/i18n/*/*.ts').flatMap((file) => {
    const said: string[] = []
    const look = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) return
      const isText =
        ts.isStringLiteralLike(node) ||
        node.kind === ts.SyntaxKind.TemplateHead ||
        node.kind === ts.SyntaxKind.TemplateMiddle ||
        node.kind === ts.SyntaxKind.TemplateTail
      if (isText && TYPEWRITER.test((node as ts.LiteralLikeNode).text))
        said.push(`${file}: ${(node as ts.LiteralLikeNode).text}`)
      ts.forEachChild(node, look)
    }
    look(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest))
    return said
  })
  expect(found).toEqual([])
})
