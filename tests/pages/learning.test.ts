/** What a trainee's pages say and keep: quizzes, lessons, links, titles. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardsOf, cardWith } from '#domain/course/cards.ts'
import type { Question } from '#domain/course/quiz.ts'
import { wordsIn } from '#i18n/words.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Name } from '#tests/cast.ts'
import { english, languageOf, openSite, session, spanish, type Answer, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())

const en = wordsIn('en').course
const es = wordsIn('es').course
const id = (): string => newId(Date.now())
const get = (to: string, as: Name | null, headers: Readonly<Record<string, string>> = {}) =>
  site.ask('GET', site.fill(to), { as, headers })
const post = (to: string, as: Name | null, body: Readonly<Record<string, string | string[]>>) =>
  site.ask('POST', site.fill(to), { as, body })

const quizIn = (slug: string, course = english) => {
  const quiz = course.modules.find((module) => module.slug === slug)?.quiz
  if (!quiz) throw new Error(`no quiz in ${slug}`)
  return quiz
}
const right = ({ options }: Question): string[] =>
  options.filter((option) => option.right).map((option) => option.id)
const wrong = ({ options }: Question): string[] =>
  options
    .filter((option) => !option.right)
    .map((option) => option.id)
    .slice(0, 1)

/** For a pattern, as it stands in an attribute. */
const escaped = (text: string): string => text.replace(/[?.]/g, '\\$&')

/** Text as it stands in a page. */
const inHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

async function answer(question: Question, as: Name, attempt: string, options: string[]) {
  const sent = await post(`/learn/${question.id}`, as, { record: id(), attempt, option: options })
  expect(sent.status).toBe(303)
  return get(sent.location, as)
}

describe('a question with several right answers', () => {
  const several = (course = english): Question => {
    const question = course.modules
      .flatMap(({ quiz }) => quiz?.questions ?? [])
      .find((one) => one.kind === 'several')
    if (!question) throw new Error('no question with several right answers')
    return question
  }

  test.each([
    ['nadia', en, english],
    ['luz', es, spanish],
  ] as const)(
    'C5: %s, who chose one of the right ones and a wrong one, reads what fits, what does not, and that something is missing',
    async (who, words, course) => {
      const question = several(course)
      const [fits, missing] = question.options.filter((option) => option.right)
      const [off] = question.options.filter((option) => !option.right)
      const attempt = id()
      const chosen = [fits?.id ?? '', off?.id ?? '']
      const page = (await answer(question, who, attempt, chosen)).text
      expect(page).toContain(words.partlyRight)
      expect(page).not.toContain(`>${words.notQuite}<`)
      const said = [
        words.thisFits,
        fits?.text,
        fits?.feedback,
        words.doesNotFit,
        off?.text,
        off?.feedback,
      ]
      const body = page.slice(page.indexOf('class="feedback'))
      const places = said.map((text) => body.indexOf(inHtml(text ?? '')))
      expect(places.every((place, at) => place > (places[at - 1] ?? -1))).toBe(true)
      expect(body).toContain(words.somethingMissing)
      expect(page).not.toContain(inHtml(missing?.text ?? ''))

      await answer(question, who, attempt, chosen)
      const third = (await answer(question, who, attempt, chosen)).text
      expect(third).toContain(words.wasMissing)
      expect(third).toContain(inHtml(missing?.feedback ?? ''))
    },
  )
})

describe('titles', () => {
  const titleOf = ({ text }: Answer): string => /<title>(.*?)<\/title>/.exec(text)?.[1] ?? ''

  test('F8: the title of a question says how it was answered', async () => {
    const question = quizIn('story').questions.find(({ kind }) => kind === 'single')
    if (!question) throw new Error('no such question')
    expect(titleOf(await get(`/learn/${question.id}`, 'nadia'))).toMatch(
      new RegExp(`^${inHtml(question.ask).slice(0, 20)}`),
    )
    const attempt = id()
    for (const [options, words] of [
      [wrong(question), en.notQuite],
      [['unsure'], en.unsureHeading],
      [right(question), en.right],
    ] as const) {
      const title = titleOf(await answer(question, 'nadia', attempt, [...options]))
      expect(title).toMatch(new RegExp(`^${words}: `))
    }
  })

  test('F8: what was saved says so, a talk says its turn, and the landing page its name once', async () => {
    const saved = await get('/learn/consent/a-promise-i-can-keep?saved=1', 'nadia')
    expect(titleOf(saved)).toMatch(/^Saved: /)
    expect(titleOf(await get(`/learn/${session.id}/talk`, 'ray'))).toMatch(/^Turn \d+: /)
    expect(titleOf(await get('/', null))).toBe('Alongside – For people who support people')
  })

  test('F8: one link says that it is the current page, on a page with two menus and tabs', async () => {
    for (const to of ['/coordinate', '/coordinate/reports', '/coordinate/register'])
      expect((await get(to, 'carla')).text.match(/aria-current="page"/g)).toHaveLength(1)
    expect((await get('/manage/reports', 'ana')).text.match(/aria-current="page"/g)).toHaveLength(1)
    expect((await get('/learn', 'ray')).text.match(/aria-current="page"/g)).toHaveLength(1)
  })
})

describe('a quiz that went wrong', () => {
  test('C6: 1 of 10 right lists nine to look at again; the next attempt asks those, and the right one counts', async () => {
    const quiz = quizIn('listening')
    const [kept, ...others] = quiz.questions
    if (!kept) throw new Error('no question')
    const count = quiz.questions.length
    const first = id()
    await answer(kept, 'joyce', first, right(kept))
    for (const question of others) {
      const page = await answer(question, 'joyce', first, wrong(question))
      if (question.star) await answer(question, 'joyce', first, right(question))
      else expect(page.text).toContain(en.tryAgainTeaches)
    }
    const result = (await get(`/learn/${quiz.id}/result`, 'joyce')).text
    expect(result).toContain(en.score(1, count))
    expect(result).toContain(en.lookAgain(count - 1))
    for (const question of others) expect(result).toContain(inHtml(question.ask))
    expect(result).not.toContain(inHtml(kept.ask))
    expect(result).toContain(en.startAgainQuiz(count - 1))

    const start = (await get(`/learn/${quiz.id}`, 'joyce')).text
    expect(start).toContain(en.quizAgainIntro(count - 1, 1))
    expect(start).toContain(en.quizPassRule(Math.ceil(count * 0.8), count))
    const second = id()
    for (const [at, question] of others.entries()) {
      const page = await answer(question, 'joyce', second, right(question))
      // What is right leads on, to the next question or to the result.
      expect(page.text).toContain(
        at + 2 < count ? en.questionOf(at + 2, count - 1) : en.scoreKept(count, count, 1),
      )
      expect(page.text).toContain(`>${en.right}</h2>`)
    }
    const passed = (await get(`/learn/${quiz.id}/result`, 'joyce')).text
    expect(passed).toContain(en.quizPassed)
    expect(passed).toContain(en.scoreKept(count, count, 1))
    // The coordinator reads the same, and why only these were asked.
    const record = (await get('/coordinate/{joyce}', 'gwen')).text
    expect(record).toContain(wordsIn('en').coordinate.attemptScore(count, count))
    expect(record).toContain(wordsIn('en').coordinate.attemptKept(1))
  })
})

test.each([
  ['nadia', 'Reflection', 'Counts for your sign-off'],
  ['luz', 'Reflexión', 'Cuenta para su aprobación'],
] as const)(
  'the list of %s names a reflection by its kind, its question below, and says that the sign-off asks for it',
  async (who, kind, counts) => {
    const reflection = (who === 'luz' ? spanish : english).modules
      .map((module) => module.reflection)
      .find((one) => one?.id === 'self-care/my-warning-signs')
    if (!reflection) throw new Error('the course has changed its shape')
    const { text } = await get('/learn', who)
    const task = text.split('<li class="task"').find((one) => one.includes(`/${reflection.id}"`))
    const said = task
      ?.split('</li>')[0]
      ?.split(/<[^>]*>/)
      .map((part) => part.trim())
    const spoken = said?.filter((part) => [kind, inHtml(reflection.title), counts].includes(part))
    expect(spoken).toEqual([kind, inHtml(reflection.title), counts])
  },
)

describe('a lesson in the middle', () => {
  const lesson = english.modules[0]?.lessons[0]
  if (!lesson) throw new Error('the course has changed its shape')
  const statusOf = (home: Answer, href: string): string =>
    new RegExp(`class="task__name" href="${href}"[\\s\\S]*?class="status status--([a-z-]+)"`).exec(
      home.text,
    )?.[1] ?? ''

  /** Which card is shown, from 1. */
  const cardNow = ({ text }: Answer): number =>
    [...text.matchAll(/<section class="card" data-card="\d"( data-now)?>/g)].findIndex(
      ([, now]) => now,
    ) + 1
  const cards = cardsOf(lesson.html)
  const ownCards = cardsOf(spanish.modules[0]?.lessons[0]?.html ?? '')
  /** What its "Continue" or "later" says: its first section. */
  const on = (card: number, all = cards): string => `on:${all[card - 1]?.section}`
  const later = (card: number): string => `later:${cards[card - 1]?.section}`
  const toCard = (card: number): string => {
    const name = cards[card - 1]?.id ?? ''
    return `/learn/${lesson.id}?part=${name}#${name}`
  }

  test('C8: "Continue" keeps the place, and looking at another card does not move it', async () => {
    const to = `/learn/${lesson.id}`
    expect(statusOf(await get('/learn', 'luz'), to)).toBe('not-started')
    const fresh = await get(to, 'luz')
    expect(cardNow(fresh)).toBe(1)
    expect(statusOf(await get('/learn', 'luz'), to)).toBe('not-started')
    const sent = await post(to, 'luz', { record: id(), act: on(2, ownCards) })
    const part = encodeURIComponent(ownCards[1]?.id ?? '')
    expect([sent.status, sent.location]).toEqual([303, `${to}?part=${part}#${part}`])
    expect(cardNow(await get(sent.location, 'luz'))).toBe(2)
    // The name of the heading in the other language leads to the same card.
    expect(cardNow(await get(toCard(1), 'luz'))).toBe(1)
    expect(cardNow(await get(`${to}?part=no-such-heading`, 'luz'))).toBe(2)
    expect(cardNow(await get(to, 'luz'))).toBe(2)
  })

  test('C8: "Save and come back later" keeps the card without JavaScript: in progress, and it opens there', async () => {
    const to = `/learn/${lesson.id}`
    const fresh = await get(to, 'nadia')
    expect(statusOf(await get('/learn', 'nadia'), to)).toBe('not-started')
    expect(cardNow(fresh)).toBe(1)
    expect(fresh.text).toContain(`name="act" value="${later(3)}"`)
    const sent = await post(to, 'nadia', { record: id(), act: later(3) })
    expect([sent.status, sent.location]).toEqual([303, '/learn'])

    const home = await get('/learn', 'nadia')
    const there = toCard(3)
    expect(statusOf(home, escaped(there))).toBe('in-progress')
    // Also its module, of which nothing is done yet.
    expect(home.text).toMatch(/id="module-role"[\s\S]{0,300}?status--in-progress/)
    expect(home.text).toMatch(new RegExp(`class="govuk-button"[^>]*href="${escaped(there)}"`))
    const page = await get(to, 'nadia')
    expect(page.text).toContain(inHtml(en.stoppedAt(cards[2]?.title ?? '')))
    expect(cardNow(page)).toBe(3)
    // The place is counted by headings, so it is the same in the other language.
    const own = cardWith(ownCards, cards[2]?.section ?? 0)
    await post('/language', 'nadia', { language: 'es', to: '/learn' })
    for (const address of [to, there])
      expect(cardNow(await get(address, 'nadia'))).toBe(own?.number)
    expect((await get(to, 'nadia')).text).toContain(inHtml(es.stoppedAt(own?.title ?? '')))
    await post('/language', 'nadia', { language: 'en', to: '/learn' })
  })

  test('C8: read, it is done and opens at its beginning, whatever place arrives later', async () => {
    const to = `/learn/${lesson.id}`
    await post(to, 'nadia', { record: id(), act: 'read' })
    await post(to, 'nadia', { record: id(), act: 'later:2' })
    expect(statusOf(await get('/learn', 'nadia'), to)).toBe('done')
    expect(cardNow(await get(to, 'nadia'))).toBe(1)
  })

  test('C8: all on one page, whoever likes that better finds the place where they stopped', async () => {
    const to = `/learn/${lesson.id}`
    await post(to, 'luz', { record: id(), act: on(2, ownCards) })
    await post('/display', 'luz', { lessons: 'whole' })
    const { text } = await get(to, 'luz')
    await post('/display', 'luz', { lessons: 'cards' })
    expect(text).toContain('data-read-aloud data-whole>')
    expect(text).not.toContain('value="on:')
    // At the end of a part one comes back to the next.
    expect(text.match(/value="later:\d"/g)?.slice(0, 2)).toEqual(
      [ownCards[1], ownCards[2]].map((card) => `value="later:${card?.section}"`),
    )
    const [, second] = ownCards
    expect(text).toContain(inHtml(es.stoppedAt(second?.title ?? '')))
    expect(text).toMatch(
      new RegExp(`${es.stoppedHere}</p>\\s*<div class="prose"><h2[^>]*id="${second?.id}"`),
    )
  })

  test('C8: a question and a talk promise no saving that does not happen', async () => {
    const question = await get(`/learn/${quizIn('role').questions[0]?.id}`, 'nadia')
    expect(question.text).toContain(en.comeBackLater)
    expect(question.text).not.toContain(en.comeBack)
    const talk = await get(`/learn/${session.id}/talk`, 'ray')
    expect(talk.text).not.toContain(en.comeBack)
  })
})

describe('the language of a link', () => {
  const SPANISH = { 'accept-language': 'es-MX,es;q=0.9' }
  /** To a new password, as staff get it. */
  const linkTo = (link: 'reset' | 'resetSpare' | 'resetNadia'): string =>
    site.fill(`/join/{link:${link}}`)
  const spokenBy = (answer: Answer) => languageOf(answer)

  test('C13: a recovery link speaks the language of its account, whatever the browser speaks or once chose', async () => {
    const luz = linkTo('reset')
    expect(spokenBy(await get(luz, null, SPANISH))).toBe('es')
    expect(spokenBy(await get(luz, null))).toBe('es')
    expect(spokenBy(await site.ask('GET', luz, { cookie: 'language=en' }))).toBe('es')
    expect(spokenBy(await get(linkTo('resetNadia'), null, SPANISH))).toBe('en')
  })

  test('C13: a refusal speaks it too, unless somebody switched', async () => {
    const luz = linkTo('reset')
    const spoken = /name="spoken" value="(\w+)"/.exec((await get(luz, null)).text)?.[1] ?? ''
    expect(spokenBy(await post(luz, null, { spoken, password: 'x' }))).toBe('es')
    const switched = await post(luz, null, { spoken, 'switch-language': 'en' })
    expect(spokenBy(switched)).toBe('en')
    expect(switched.text).toContain('name="spoken" value="en"')
    expect(spokenBy(await post(luz, null, { spoken: 'en', password: 'x' }))).toBe('en')
  })

  test('C13: using the link, also in the other language, leaves the account as it was', async () => {
    const luz = linkTo('resetSpare')
    const form = { spoken: 'en', password: 'eight quiet lamps in a row' }
    const joined = await post(luz, null, form)
    expect(joined.status).toBe(303)
    const cookie = joined.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    expect(spokenBy(await site.ask('GET', '/learn', { cookie }))).toBe('es')
  })

  test('C13: switching on the page of a link leaves the account of whoever is signed in there', async () => {
    const luz = linkTo('reset')
    await post(luz, 'gwen', { 'switch-language': 'es' })
    expect(spokenBy(await get('/coordinate', 'gwen'))).toBe('en')
  })
})
