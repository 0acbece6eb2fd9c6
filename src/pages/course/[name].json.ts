/** Compiles the course once, at build; integrations/course.ts moves the result out of the public files. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { experimental_AstroContainer as AstroContainer } from 'astro/container'
import { loadRenderers } from 'astro:container'
import { getCollection, render } from 'astro:content'
import { getContainerRenderer } from '@astrojs/mdx/container-renderer'
import { compileContent } from '#authoring/check.ts'
import { compileHelp } from '#authoring/compile-help.ts'
import { AuthorError } from '#authoring/problem.ts'
import { scrolling } from '#authoring/scrolling.ts'
import { parts } from '#components/parts/index.ts'
import type { Language } from '#domain/course/language.ts'
import { VARIETIES } from '#domain/programme/locale.ts'
import { isProduction } from '#settings.ts'
import { withSigns } from '#view/signs.ts'

export const prerender = true

export const getStaticPaths: GetStaticPaths = () =>
  [
    ...VARIETIES,
    'programmes',
    'competencies',
    'role-plays',
    'facts',
    'ledger',
    'former',
    'help',
  ].map((name) => ({ params: { name } }))

export const GET: APIRoute = async ({ params }) => {
  compiled ??= compile()
  return new Response(JSON.stringify((await compiled)[params['name'] ?? ''] ?? null), {
    headers: { 'content-type': 'application/json' },
  })
}

let compiled: Promise<Record<string, unknown>> | undefined

async function compile(): Promise<Record<string, unknown>> {
  const html = new Map<string, string>()
  const renderers = await loadRenderers([getContainerRenderer()])
  const container = await AstroContainer.create({ renderers })
  for (const page of await getCollection('pages')) {
    const { Content } = await render(page)
    const text = await container.renderToString(Content, {
      props: { components: parts },
      locals: { lessonLanguage: page.id.slice(0, 2) } as unknown as App.Locals,
    })
    html.set(page.id, tidy(text, page.id.startsWith('es/') ? 'es' : 'en'))
  }
  const result = compileContent('content', {
    htmlOf: (path, signs) => {
      const text = html.get(path) ?? ''
      return signs ? withSigns(text, signs) : text
    },
    production: isProduction(),
  })
  const errors = result.problems.filter((problem) => problem.severity === 'error')
  if (errors.length) throw new AuthorError(errors)
  return {
    ...result.courses,
    programmes: result.programmes,
    competencies: result.competencies,
    'role-plays': result.rolePlays,
    facts: result.facts.open,
    ledger: result.ledger,
    former: result.former,
    help: compileHelp('.', result.british),
  }
}

const tidy = (text: string, language: Language): string =>
  scrolling(text.replace(/^<!DOCTYPE html>/i, ''), language).trim()
