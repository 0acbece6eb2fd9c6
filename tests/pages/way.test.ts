/** The whole way through the course by primary buttons alone, without JavaScript: every lesson, quiz, session and writing. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findStep } from '#domain/course/course.ts'
import type { Session } from '#domain/course/session.ts'
import { courseOf, stepsOnTheWay } from '#tests/built-course.ts'
import { lentServer } from '#tests/lent-server.ts'
import type { StartedServer } from '#tests/start-server.ts'
import { twoTrainees, type Page, type Visitor } from '#tests/visitor.ts'
import { askedIn, rightOf } from '#tests/quiz-forms.ts'

const MOST_PRESSES = 350

let server: StartedServer
let luz: Visitor
beforeAll(async () => {
  server = await lentServer()
  luz = (await twoTrainees(server.origin, server.setupLink)).en
}, 60_000)
afterAll(() => server.stop())

const course = courseOf('en')

test(`the whole course takes at most ${MOST_PRESSES} presses of the primary button, answered right`, async () => {
  const seen = new Set<string>()
  const pressed: Record<string, number> = {}
  let page = await luz.get('/learn')
  for (let count = 0; !page.path.startsWith('/learn/arrival'); count++) {
    if (count > 600) throw new Error(`Lost at ${page.path}`)
    expect(page.status, page.path).toBe(200)
    const kind = kindOf(page.path)
    pressed[kind] = (pressed[kind] ?? 0) + 1
    seen.add(idOf(page.path))
    page = await press(page)
  }
  // Nothing was left out.
  for (const { item } of stepsOnTheWay(course)) expect(seen).toContain(item.id)
  const all = Object.values(pressed).reduce((total, one) => total + one, 0)
  expect(all, JSON.stringify(pressed)).toBeLessThanOrEqual(MOST_PRESSES)
})

const idOf = (path: string): string =>
  path
    .replace(/^\/learn\/?/, '')
    .split(/[/?#]/)
    .slice(0, 2)
    .join('/')

/** What is pressed there: a card, a question, a turn … */
function kindOf(path: string): string {
  const [, , , third = ''] = (path.split(/[?#]/)[0] ?? '').replace(/^\//, '').split('/')
  const step = findStep(course, idOf(path))
  if (!step) return 'home'
  if (step.kind === 'quiz') return third === 'result' ? 'result' : third ? 'question' : 'quiz start'
  return step.kind === 'session' ? third || 'session start' : step.kind
}

/** The one primary button of a page: a link is followed, a form is sent with what keeps every principle. */
function press(page: Page): Promise<Page> {
  const main = /<main[\s\S]*<\/main>/.exec(page.html)?.[0] ?? ''
  // Of a lesson only the card that is shown.
  const shown = main.split('<section class="card"').find((card) => / data-now>/.test(card)) ?? main
  const buttons = [...shown.matchAll(/<(a|button) class="govuk-button"([^>]*)>/g)]
  if (buttons.length !== 1)
    throw new Error(`${page.path} has ${buttons.length} primary buttons instead of one.`)
  const [, tag, attributes = ''] = buttons[0] ?? []
  const named = (name: string): string =>
    new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
  if (tag === 'a') return luz.get(named('href').replaceAll('&amp;', '&').replace(/#.*/, ''))
  // A page may hold other forms, such as that of one's own note: this is none of theirs.
  const { act: _, ...hidden } = page.hidden
  const act: Record<string, string> = named('value') ? { act: named('value') } : {}
  return luz.send({ ...page, hidden }, { ...answersTo(page), ...act })
}

function answersTo({ path, hidden, html }: Page): Record<string, string | readonly string[]> {
  const step = findStep(course, idOf(path))
  if (step?.kind === 'quiz') {
    const question = step.item.questions.find(({ id }) => path.includes(id))
    return { option: question ? rightOf(askedIn(html, question)) : [] }
  }
  if (step?.kind === 'session' && hidden['turn'])
    return { reply: replyAt(step.item, hidden['turn']) }
  if (step?.kind === 'reflection') return { text: 'I wait until they say yes.' }
  if (step?.kind === 'exercise')
    return Object.fromEntries(
      [...html.matchAll(/<textarea[^>]* name="([^"]*)"/g)].map(([, name = '']) => [
        name,
        'A walk.',
      ]),
    )
  return {}
}

function replyAt({ turns }: Session, slug: string): string {
  const replies = turns.find((turn) => turn.slug === slug)?.replies ?? []
  const kept = replies.find(({ verdicts }) =>
    Object.values(verdicts).every((one) => one === 'kept'),
  )
  return (kept ?? replies[0])?.id ?? ''
}
