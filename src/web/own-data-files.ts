/** The files of a download of all that is kept of somebody: pages to read, and the same as JSON. */
import type { APIContext } from 'astro'
import { allSteps } from '#domain/course/course.ts'
import { asWritten, UNSURE } from '#domain/course/quiz.ts'
import type { OwnRows } from '#domain/people/own-data.ts'
import { isProfileField } from '#domain/people/profile.ts'
import { zipAsTheyCome } from '#scorm/build/zip.ts'
import { findProgramme, loadCompetencies } from '#server/course/load-course.ts'
import type { OwnDownload } from '#server/rights/download-own.ts'
import { dayInWords } from '#view/days.ts'
import { html, type Html } from '#view/html.ts'
import { ownPage, ownSection, titleOfRows, type OwnFrame } from '#view/own-data.ts'
import { actInWords } from './audit-wish.ts'
import { deviceInWords } from './device-words.ts'
import { titleOf } from './step-words.ts'

type Locals = Pick<APIContext['locals'], 'words' | 'language' | 'locale' | 'course' | 'now'>

/** How what is kept is told to whoever reads it. */
export function ownFrame({ words, language, locale, course }: Locals): OwnFrame {
  const titles = new Map(
    allSteps(course).map((step) => [
      step.item.id,
      `${step.module.title}: ${titleOf(step, words.course)}`,
    ]),
  )
  const questions = new Map(
    allSteps(course).flatMap((step) =>
      step.kind === 'quiz' ? step.item.questions.map((one) => [one.id, one] as const) : [],
    ),
  )
  const competencies = new Map(loadCompetencies(language).map(({ id, plain }) => [id, plain]))
  const { values } = words.ownData
  return {
    language,
    locale,
    words: words.ownData,
    names: {
      programme: (slug) => findProgramme(slug, language)?.name ?? slug,
      item: (id) => questions.get(id)?.ask ?? titles.get(id) ?? id,
      question: (id, form) => {
        const found = questions.get(id)
        if (!found) return null
        const { ask, options } = asWritten(found, form)
        const texts = options.map((one) => [one.id, one.text] as const)
        return { ask, options: new Map([...texts, [UNSURE, words.course.unsure]]) }
      },
      competency: (id) => competencies.get(id) ?? id,
      act: (act) => actInWords(words.audit.acts, act),
      device: (kept) => deviceInWords(kept, words),
      word: (value) =>
        isProfileField(value) ? words.profile.fields[value] : (values[value] ?? value),
    },
  }
}

/** In the order in which they are made: no more than one of them, and the newest rows of each kind, is held at a time. */
async function* ownDataFiles(
  { rows, review, isClosed }: OwnDownload,
  name: string,
  locals: Locals,
): AsyncGenerator<readonly [string, Uint8Array], undefined> {
  const frame = ownFrame(locals)
  const { words: t } = frame
  const first = `${t.file}.html`
  const title = t.title(name)
  const sections: { readonly what: string; readonly section: Html }[] = []
  const empty: string[] = []
  for await (const page of rows) {
    if (page.rows.length === 0) {
      empty.push(titleOfRows(page.what, t))
      continue
    }
    yield [`json/${page.what}-${page.part}.json`, bytes(asJson(page))]
    const older = page.hasMore ? `${page.what}-${page.part + 1}.html` : null
    if (page.part === 1) {
      sections.push({
        what: page.what,
        section: ownSection(page, older && `older/${older}`, frame),
      })
      continue
    }
    const back = html`<p><a href="../${first}">${t.back}</a></p>`
    yield [
      `older/${page.what}-${page.part}.html`,
      bytes(ownPage(title, html`${back} ${ownSection(page, older, frame)} ${back}`, frame)),
    ]
  }
  const body = html`<p>${t.made(dayInWords(locals.now, locals.locale))}</p>
    ${isClosed ? html`<p><strong>${t.closed}</strong></p>` : null}
    ${
      sections.length === 0
        ? html`<p>${t.empty}</p>`
        : html`<h2>${t.contents}</h2><ul>${sections.map(
            ({ what }) => html`<li><a href="#${what}">${titleOfRows(what, t)}</a></li>`,
          )}</ul>`
    }
    ${sections.map(({ section }) => section)}
    ${review === 'answered' ? null : html`<h2>${t.reviewTitle}</h2><p>${review === 'open' ? t.reviewOpen : t.reviewNone}</p>`}
    <h2>${t.leftOutTitle}</h2>
    <ul>${[...Object.values(t.leftOut), t.leftOutSecrets].map((one) => html`<li>${one}</li>`)}</ul>
    ${empty.length ? html`<p>${t.emptyAlso} ${empty.join('; ')}.</p>` : null}`
  yield [first, bytes(ownPage(title, body, frame))]
}

const bytes = (text: string): Uint8Array => Buffer.from(text)

/** For other programs: names of columns as they are kept, times as ISO 8601. */
function asJson({ what, part, hasMore, columns, rows }: OwnRows): string {
  const entries = rows.map((row) =>
    Object.fromEntries(
      columns.map(({ name, kind }, at) => {
        const value = row[at] ?? null
        if (value === null) return [name, null]
        if (kind === 'time') return [name, new Date(Number(value)).toISOString()]
        if (kind === 'yes') return [name, Boolean(value)]
        return [name, kind === 'json' ? parsed(String(value)) : value]
      }),
    ),
  )
  return `${JSON.stringify({ what, part, hasMore, rows: entries }, null, 1)}\n`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/** The whole of it as one file that is sent while it is made. */
export function ownDataFile(download: OwnDownload, name: string, locals: Locals): Response {
  const parts = zipAsTheyCome(ownDataFiles(download, name, locals))
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = await parts.next()
      if (part.done) controller.close()
      else controller.enqueue(part.value)
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
  return new Response(stream, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${locals.words.ownData.file}.zip"`,
      'cache-control': 'no-store',
    },
  })
}
