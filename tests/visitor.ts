/** Somebody who uses the platform over HTTP, with forms and cookies and without a browser. */
import type { Language } from '#domain/course/language.ts'

export interface Page {
  readonly status: number
  /** Path and query where one ended up after redirects. */
  readonly path: string
  /** As it was sent. */
  readonly html: string
  /** White space made single. */
  readonly text: string
  /** The hidden fields of the page's own form. */
  readonly hidden: Readonly<Record<string, string>>
}

export interface Visitor {
  get(path: string): Promise<Page>
  /** Posts the page's hidden fields together with `fields`. */
  send(page: Page, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Page>
}

function visit(origin: string, language: Language): Visitor {
  const cookies = new Map<string, string>([['language', language]])

  async function ask(path: string, form?: URLSearchParams): Promise<Page> {
    const response = await fetch(new URL(path, origin), {
      redirect: 'manual',
      ...(form ? { method: 'POST', body: form } : {}),
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form ? { origin } : {}),
      },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const to = response.headers.get('location')
    const html = await response.text()
    if (to) return ask(to)
    const text = html.replace(/\s+/g, ' ')
    return { status: response.status, path, html, text, hidden: hiddenIn(html) }
  }

  return {
    get: (path) => ask(path),
    send: (page, fields) => {
      const form = new URLSearchParams(page.hidden)
      for (const [name, value] of Object.entries(fields)) {
        // A page may hold several forms, and each its own `act`: what is pressed counts.
        form.delete(name)
        for (const one of [value].flat()) form.append(name, one)
      }
      return ask(page.path, form)
    },
  }
}

function hiddenIn(html: string): Record<string, string> {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  const inputs = main.match(/<input type="hidden"[^>]*>/g) ?? []
  return Object.fromEntries(
    inputs.map((input) => [
      /name="([^"]*)"/.exec(input)?.[1] ?? '',
      /value="([^"]*)"/.exec(input)?.[1] ?? '',
    ]),
  )
}

const PASSWORD = 'seven quiet lamps'

/** Opens a one-time link and makes the account. */
async function join(
  visitor: Visitor,
  link: string,
  name: string,
  language: Language,
): Promise<void> {
  const page = await visitor.get(new URL(link).pathname)
  const signInName = `${name}.${language}`.toLowerCase()
  const made = await visitor.send(page, { name, signInName, password: PASSWORD, language })
  if (made.status !== 200) throw new Error(`${name} could not join: ${made.status} ${made.path}`)
}

async function invite(
  visitor: Visitor,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const made = await visitor.send(await visitor.get(path), fields)
  const link = /<textarea[^>]* id="link"[^>]*>([^<]*)</.exec(made.text)?.[1]?.trim()
  if (!link) throw new Error(`no link on ${path}: ${made.status}`)
  return link
}

/** Who coordinates a programme, and who reads it in English and in Spanish. */
const CAST = {
  kidney: { coordinator: 'Carla', en: 'Rosa', es: 'Luz' },
  'long-term': { coordinator: 'Owen', en: 'Yvonne', es: 'Elena' },
} as const

export type ProgrammeSlug = keyof typeof CAST
export const PROGRAMMES = Object.keys(CAST) as ProgrammeSlug[]

/** Ana sets the platform up, Carla coordinates, and Rosa reads English and Luz Spanish. */
export const twoTrainees = async (
  origin: string,
  setupLink: string | null,
): Promise<Record<Language, Visitor>> => (await traineesOf(['kidney'], origin, setupLink)).kidney

/** Ana sets the platform up, and in each programme somebody coordinates and two read. */
export async function traineesOf(
  programmes: readonly ProgrammeSlug[],
  origin: string,
  setupLink: string | null,
): Promise<Record<ProgrammeSlug, Record<Language, Visitor>>> {
  const ana = visit(origin, 'en')
  await join(ana, setupLink ?? '', 'Ana', 'en')
  const made: Partial<Record<ProgrammeSlug, Record<Language, Visitor>>> = {}
  for (const programme of programmes) {
    const cast = CAST[programme]
    const [coordinator, en, es] = [visit(origin, 'en'), visit(origin, 'en'), visit(origin, 'es')]
    const role = { name: cast.coordinator, role: 'coordinator', programme, 'for-language': 'en' }
    await join(coordinator, await invite(ana, '/manage/invite', role), cast.coordinator, 'en')
    for (const [trainee, language] of [
      [en, 'en'],
      [es, 'es'],
    ] as const) {
      const wish = { name: cast[language], role: 'trainee', programme, 'for-language': language }
      const link = await invite(coordinator, '/coordinate/invite', wish)
      await join(trainee, link, cast[language], language)
    }
    made[programme] = { en, es }
  }
  return made as Record<ProgrammeSlug, Record<Language, Visitor>>
}
