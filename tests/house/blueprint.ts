/** What is signed off, by which evidence, with how many items of the course: docs/blueprint.md. Pure: data in, Markdown out. */
import type { Course } from '#domain/course/course.ts'
import type { Principle } from '#domain/course/item.ts'
import {
  flatNeeds,
  type Competency,
  type Need,
  type RolePlay,
} from '#domain/readiness/competency.ts'
import { liftLevel } from '#domain/readiness/harm.ts'
import type { SignUse } from './sign-uses.ts'
import { THEMES } from './themes.ts'

const cell = (items: readonly string[]): string => items.join(', ') || '–'
const code = (text: string): string => `\`${text}\``
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

export function blueprintOf(
  course: Course,
  lines: readonly Competency[],
  rolePlays: readonly RolePlay[],
  signs: readonly SignUse[],
): string {
  const titles = lines.map((line, index) => [`C${index + 1}${line.star ? ' ★' : ''}`, line.title])
  return `# The blueprint: what is signed off, and on what it rests

Made from \`content/\` by \`tests/house/blueprint.ts\`; a test fails where it is stale, and writes it anew with \`npx vitest run tests/papers.test.ts -u\`.
Each line is met when all of its evidence is there (\`or\`: one of these), and as long as nothing harmful stands (docs/rules.md, L4).

## Competency and evidence

${table(
  ['', 'Competency', 'Evidence', 'Who looks', 'Seen in', 'Harm is lifted at'],
  lines.map((line, index) => [
    ...(titles[index] ?? []),
    line.needs.map(needInWords).join(' + '),
    line.needs.some(isHuman) ? 'a person sees or talks' : 'a coordinator reads',
    cell(rolePlays.filter((one) => one.lines.includes(line.id)).map(({ id }) => code(id))),
    `level ${liftLevel(line)}`,
  ]),
)}

## Competency and items of the course

By the principles of each line: what carries one of them. A question or a turn that carries two lines' principles is counted for both.

${table(
  [
    '',
    'Principles',
    'Lessons',
    'Questions (★)',
    'Turns',
    'Sessions',
    'Reflections, exercises',
    'Role plays',
  ],
  lines.map((line, index) => {
    const { lessons, questions, turns, sessions } = itemsOf(course, line.principles)
    return [
      titles[index]?.[0] ?? '',
      cell(line.principles.map(code)),
      String(lessons),
      `${questions.length} (${questions.filter(({ star }) => star).length})`,
      String(turns),
      cell(sessions.map(code)),
      cell(flatNeeds(line.needs).flatMap((need) => writingOf(course, need))),
      String(rolePlays.filter((one) => one.lines.includes(line.id)).length),
    ]
  }),
)}

## Theme by theme

What must not be missing (\`tests/house/themes.ts\`): each is taught, and asked or practised.

${table(
  ['Theme', 'Taught', 'Asked', 'Practised', 'Seen by somebody'],
  THEMES.map(({ title, taught, asked = [], practised = [], seen = [] }) => [
    title,
    ...[taught, asked, practised, seen].map((ids) => cell(ids.map(code))),
  ]),
)}

## Urgent signs, list by list

Each list stands once, in \`content/en/signs.yaml\` (now + today: how many signs call the emergency number, and how many the team today), and is drawn where it says.
Asked and practised: somebody says one of its signs, and \`course check\` refuses an answer key or a best reply that passes it by.
The lists without a question or a turn of their own wait for the packs of their areas.

${table(
  ['List', 'Now + today', 'Shown', 'Asked', 'Practised (turns)', 'Played (cards)'],
  signs.map(({ id, now, today, shown, asked, practised, cards }) => [
    code(id),
    `${now} + ${today}`,
    cell(shown.map(code)),
    cell(asked.map(code)),
    cell(Object.entries(practised).map(([session, count]) => `${code(session)} (${count})`)),
    cell(cards.map(String)),
  ]),
)}

## Questions by module

${table(
  ['Module', 'Questions', '★', 'True or false: true', 'false'],
  course.modules
    .flatMap(({ slug, quiz }) => (quiz ? [{ slug, questions: quiz.questions }] : []))
    .map(({ slug, questions }) => {
      const keys = questions
        .filter(({ kind }) => kind === 'true-false')
        .map(({ options }) => options.find(({ right }) => right)?.id)
      return [
        code(slug),
        String(questions.length),
        String(questions.filter(({ star }) => star).length),
        String(keys.filter((key) => key === 'true').length),
        String(keys.filter((key) => key !== 'true').length),
      ]
    }),
)}
`
}

function itemsOf(course: Course, principles: readonly Principle[]) {
  const carries = (some: readonly Principle[]): boolean =>
    some.some((one) => principles.includes(one))
  const sessions = course.modules.flatMap((module) => module.sessions)
  const turnsOf = (session: (typeof sessions)[number]) =>
    session.turns.filter(({ replies }) =>
      replies.some(({ verdicts }) => carries(Object.keys(verdicts) as Principle[])),
    )
  return {
    lessons: course.modules
      .flatMap(({ lessons }) => lessons)
      .filter((one) => carries(one.principles)).length,
    questions: course.modules
      .flatMap(({ quiz }) => quiz?.questions ?? [])
      .filter((one) => carries(one.principles)),
    turns: sessions.flatMap(turnsOf).length,
    sessions: sessions.filter((session) => turnsOf(session).length > 0).map(({ slug }) => slug),
  }
}

function writingOf(course: Course, need: Need): string[] {
  if (need.kind !== 'reflection' && need.kind !== 'exercise') return []
  const item = course.modules.find(({ slug }) => slug === need.module)?.[need.kind]
  return item ? [code(item.id)] : []
}

const isHuman = (need: Need): boolean =>
  need.kind === 'any' ? need.of.every(isHuman) : need.kind === 'observation' || need.kind === 'talk'

function needInWords(need: Need): string {
  switch (need.kind) {
    case 'quiz':
    case 'reflection':
    case 'exercise':
      return `${need.kind} ${code(need.module)}`
    case 'practice':
      return `practice ${code(need.session)}`
    case 'observation':
      return `observation ≥ ${need.level}`
    case 'talk':
      return 'talk'
    case 'any':
      return `(${need.of.map(needInWords).join(' or ')})`
  }
}
