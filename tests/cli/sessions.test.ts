/** A practice session on paper and as a graph: `course screenplay` and `course map`. */
import { describe, expect, test, vi } from 'vitest'
import { runCommand } from '#cli/run-command.ts'
import { screenplayOf } from '#cli/screenplay.ts'
import { faultsOf, mermaidOf, textMapOf } from '#cli/session-map.ts'
import type { Reply, Session, Turn } from '#domain/course/session.ts'
import { session as skipThursday } from '#tests/fixtures/course.ts'

async function said(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = []
  const err: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void out.push(String(line)))
  const error = vi.spyOn(console, 'error').mockImplementation((line) => void err.push(String(line)))
  const code = await runCommand(words)
  log.mockRestore()
  error.mockClear()
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const lost: Turn = {
  id: 'practising/skip-thursday/lost',
  slug: 'lost',
  revision: 1,
  says: 'Nobody hears this.',
  replies: [
    {
      id: 'round',
      say: 'Round.',
      verdicts: {},
      consequence: '…',
      way: { kind: 'to', turn: 'lost' },
    },
  ],
}
const astray: Reply = {
  id: 'astray',
  say: 'Away.',
  verdicts: { listening: 'missed' },
  consequence: '…',
  way: { kind: 'to', turn: 'nowhere' },
}
const broken: Session = {
  ...skipThursday,
  turns: [
    ...skipThursday.turns.map((turn, n) =>
      n === 0 ? { ...turn, replies: [...turn.replies, astray] } : turn,
    ),
    lost,
  ],
}

describe('the graph of a session', () => {
  test('the good road comes first, and each reply says where it leads', () => {
    expect(textMapOf(skipThursday)).toEqual([
      '“Can I skip Thursday?”: 3 turns, 6 replies, 3 endings',
      '+ keeps every principle   - misses one   x crosses one',
      '',
      '1 rosa-asks',
      '  + hear-the-wish   -> 2 what-is-hard',
      '  x i-skipped-once  -> 3 rosa-will-skip, to mend',
      '',
      '2 what-is-hard',
      '  + ask-the-team    -> END asked-the-team (held-well)',
      '  - say-nothing     -> END left-open (recoverable)',
      '',
      '3 rosa-will-skip',
      '  + take-it-back    -> 2 what-is-hard',
      '  - leave-it        -> END late (harm-avoided-late)',
    ])
  })

  test('as a Mermaid flowchart: a dotted line leads to where it is mended', () => {
    const lines = mermaidOf(skipThursday)
    expect(lines[0]).toBe('flowchart TD')
    expect(lines).toContain('  t1["rosa-asks"]')
    expect(lines).toContain('  t1 -->|hear-the-wish| t2')
    expect(lines).toContain('  t1 -.->|i-skipped-once| t3')
    expect(lines).toContain('  e1(["held-well: asked-the-team"])')
    expect(lines.join('\n')).not.toContain('unreached')
  })

  test('a turn that nobody reaches, a way that never ends and one to nowhere are shown and named', () => {
    expect(faultsOf(broken)).toEqual([
      'No reply leads to the turn lost.',
      'No way leads from the turn lost to an ending.',
      'rosa-asks: astray leads to "nowhere", which is not there.',
    ])
    expect(textMapOf(broken)).toContain('4 lost   NO REPLY LEADS HERE')
    expect(mermaidOf(broken)).toContain('  class t4 unreached')
    expect(faultsOf(skipThursday)).toEqual([])
  })

  test('of the course: every session is whole', async () => {
    const { code, out, err } = await said('course', 'map', 'practising/lend-me')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('1 tom-asks')
    expect((await said('course', 'map', 'lend-me', '--mermaid')).out).toMatch(/^flowchart TD\n/)
  })
})

describe('the script of a session', () => {
  const told = { language: 'en', session: skipThursday } as const

  test('who speaks, what may be answered, and where to go on', () => {
    const script = screenplayOf([told], false).join('\n')
    expect(script).toContain('--- 1. rosa-asks\nROSA: Rosa, at rosa-asks: could I skip, just once?')
    expect(script).toContain(
      'B  MENTOR: i-skipped-once, she says.\n   ROSA: Rosa looks up.\n   -> go on at 3, where it can be mended',
    )
    expect(script).toContain('-> it ends: asked-the-team (You held this well)')
    expect(script).not.toContain('Better')
  })

  test('who leads the reading also sees why', () => {
    const script = screenplayOf([told], true).join('\n')
    expect(script).toContain('[No medical advice: You crossed a line here]')
    expect(script).toContain('[Better: Shall we ask your team?]')
  })

  test('two languages stand line by line', () => {
    const spanish = { ...skipThursday, scene: 'En la sala de espera.' }
    const lines = screenplayOf([told, { language: 'es', session: spanish }], false)
    expect(lines.join('\n')).toContain(
      'Read this first, aloud:\n  In the waiting room, before Rosa goes in.\n  | Lean primero esto, en voz alta:\n  |   En la sala de espera.',
    )
  })

  test('a turn that no reply leads to stands last, and says so', () => {
    const script = screenplayOf([{ language: 'en', session: broken }], false).join('\n')
    expect(script).toContain('--- 4. lost\n!!! NO REPLY LEADS HERE')
  })

  test('of the course, with the words of a programme and no slot left open', async () => {
    const kidney = await said('course', 'screenplay', 'man-by-the-window', '--language', 'both')
    expect([kidney.code, kidney.err]).toEqual([0, ''])
    expect(kidney.out).toContain('so you’re at the dialysis center')
    expect(kidney.out).toContain('  | EL HOMBRE JUNTO A LA VENTANA')
    expect(kidney.out).not.toContain('{{')
    const uk = await said('course', 'screenplay', 'lend-me', '--programme', 'long-term')
    expect(uk.out).toContain('called 999')
  })
})

describe('a slip is told with what was meant', () => {
  test.each([
    [
      ['course', 'map', 'lend-mee'],
      'The course has no session "lend-mee". Did you mean "lend-me"?',
    ],
    [['course', 'map', 'zzz'], 'The course has no session "zzz".\nIt has skip-thursday, '],
    [['course', 'screenplay'], 'SESSION is missing.'],
    [
      ['course', 'screenplay', 'lend-me', '--language', 'fr'],
      '--language: "fr" is none of en, es, both.',
    ],
    [
      ['course', 'screenplay', 'lend-me', '--programme', 'kidny'],
      '--programme: "kidny" is none of kidney, long-term. Did you mean "kidney"?',
    ],
  ])('%s', async (words, says) => {
    const { code, out, err } = await said(...words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(says)
  })
})
