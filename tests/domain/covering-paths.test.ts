import { describe, expect, test } from 'vitest'
import { compileContent } from '#authoring/check.ts'
import { coveringPaths } from '#domain/practice/covering-paths.ts'
import { placeAfter } from '#domain/practice/road.ts'
import type { Reply, Session, Way } from '#domain/course/session.ts'
import { session as skipThursday } from '#tests/fixtures/course.ts'

const said = (session: Session): string[][] =>
  coveringPaths(session).map((path) => path.map(({ turn, reply }) => `${turn.slug}: ${reply.id}`))

const reply = (id: string, way: Way): Reply => ({ id, say: id, verdicts: {}, consequence: id, way })
const to = (turn: string): Way => ({ kind: 'to', turn })
const end: Way = { kind: 'end', ending: 'late' }

function talk(turns: Readonly<Record<string, readonly Reply[]>>): Session {
  const list = Object.entries(turns).map(([slug, replies]) => ({
    id: `practising/talk/${slug}`,
    slug,
    revision: 1,
    says: slug,
    replies,
  }))
  return { ...skipThursday, start: list[0]?.slug ?? '', turns: list }
}

describe('roads that say every reply', () => {
  test('Rosa’s small talk: three roads, through the repair turn', () => {
    expect(said(skipThursday)).toEqual([
      ['rosa-asks: hear-the-wish', 'what-is-hard: ask-the-team'],
      ['rosa-asks: i-skipped-once', 'rosa-will-skip: take-it-back', 'what-is-hard: say-nothing'],
      ['rosa-asks: i-skipped-once', 'rosa-will-skip: leave-it'],
    ])
  })

  test('a road that goes back to an earlier turn comes to an end all the same', () => {
    const session = talk({
      first: [reply('on', to('second')), reply('out', end)],
      second: [reply('back', to('first')), reply('again', to('first'))],
    })
    expect(said(session)).toEqual([
      ['first: on', 'second: back', 'first: out'],
      ['first: on', 'second: again', 'first: out'],
    ])
  })

  test('what cannot be reached or never ends is on no road', () => {
    const session = talk({
      first: [reply('out', end), reply('trap', to('pit'))],
      pit: [reply('round', to('pit'))],
      lost: [reply('nobody', end)],
    })
    expect(said(session)).toEqual([['first: out']])
    expect(said(talk({ first: [reply('nowhere', to('first'))] }))).toEqual([])
    expect(said(talk({}))).toEqual([])
  })
})

describe('the sessions of the course', () => {
  const sessions = (compileContent('content').courses.en?.modules ?? []).flatMap(
    (module) => module.sessions,
  )
  test.each(sessions.map((session) => [session.slug, session] as const))(
    '%s: every reply is said, and every road leads from the start to an ending',
    (_, session) => {
      const paths = coveringPaths(session)
      const replies = session.turns.flatMap((turn) =>
        turn.replies.map(({ id }) => `${turn.slug}: ${id}`),
      )
      const covered = paths.flat().map(({ turn, reply }) => `${turn.slug}: ${reply.id}`)
      expect(new Set(covered)).toEqual(new Set(replies))
      for (const path of paths) {
        expect(path[0]?.turn.slug).toBe(session.start)
        path.forEach((exchange, index) => {
          const place = placeAfter(session, path.slice(0, index))
          expect(place?.kind === 'turn' && place.turn.slug).toBe(exchange.turn.slug)
        })
        expect(placeAfter(session, path)?.kind).toBe('end')
      }
    },
  )
})
