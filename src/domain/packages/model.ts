/**
 * Every element of the two data models, written once: what a package may leave behind, what is ours to say, and
 * which names only hold others. `n` stands for an index. SCORM 1.2 RTE 3.4.4, SCORM 2004 4th Edition RTE 4.2.
 */
import type { Standard } from './packed.ts'

interface Model {
  /** A package writes these, and they are kept. */
  readonly kept: readonly string[]
  /** Everything else that the standard knows. */
  readonly ours: readonly string[]
}

const below = (parent: string, names: string): string[] =>
  names.split(' ').map((name) => `${parent}.${name}`)

const MODELS: Record<Standard, Model> = {
  '1.2': {
    kept: [
      ...below('cmi', 'suspend_data comments'),
      ...below('cmi.core', 'lesson_status lesson_location exit session_time'),
      ...below('cmi.core.score', 'raw min max'),
      ...below('cmi.student_preference', 'audio language speed text'),
      ...below('cmi.objectives.n', 'id status score.raw score.min score.max'),
      ...below(
        'cmi.interactions.n',
        'id time type weighting student_response result latency objectives.n.id correct_responses.n.pattern',
      ),
    ],
    ours: [
      ...below('cmi', '_version launch_data comments_from_lms'),
      ...below('cmi.core', 'student_id student_name credit entry total_time lesson_mode'),
      ...below('cmi.student_data', 'mastery_score max_time_allowed time_limit_action'),
    ],
  },
  '2004': {
    kept: [
      ...below('cmi', 'suspend_data location completion_status success_status progress_measure'),
      ...below('cmi', 'exit session_time'),
      ...below('cmi.score', 'scaled raw min max'),
      ...below('cmi.learner_preference', 'audio_level language delivery_speed audio_captioning'),
      ...below('cmi.comments_from_learner.n', 'comment location timestamp'),
      ...below('cmi.objectives.n', 'id success_status completion_status progress_measure'),
      ...below('cmi.objectives.n', 'description score.scaled score.raw score.min score.max'),
      ...below(
        'cmi.interactions.n',
        'id type timestamp weighting learner_response result latency description objectives.n.id correct_responses.n.pattern',
      ),
    ],
    ours: [
      ...below('cmi', '_version completion_threshold credit entry launch_data learner_id'),
      ...below('cmi', 'learner_name max_time_allowed mode scaled_passing_score'),
      ...below('cmi', 'time_limit_action total_time'),
      ...below('cmi.comments_from_lms.n', 'comment location timestamp'),
      'adl.nav.request',
      ...below('adl.nav.request_valid', 'continue previous exit exitAll abandon abandonAll'),
      ...below('adl.nav.request_valid', 'suspendAll choice.{target} jump.{target}'),
      ...below('adl.data.n', 'id store'),
    ],
  },
}

const elementsOf = (standard: Standard): string[] => [
  ...MODELS[standard].kept,
  ...MODELS[standard].ours,
]

/** What only holds others: `cmi`, `cmi.core.score`, `cmi.interactions.n`, `adl`. */
export const parentsOf = (standard: Standard): string[] => [
  ...new Set(
    elementsOf(standard).flatMap((element) => {
      const parts = element.split('.')
      return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('.'))
    }),
  ),
]

/** `_children` of whatever has some, `_count` of lists. */
const keywordsOf = (standard: Standard): string[] =>
  parentsOf(standard)
    .filter((parent) => !parent.endsWith('.n'))
    .flatMap((parent) => [`${parent}._children`, `${parent}._count`])

const INDEX = String.raw`(?:0|[1-9]\d{0,3})`
const TARGET = String.raw`[^]{1,300}`

const patternOf = (elements: readonly string[]): RegExp => {
  const patterns = elements.map((element) =>
    element
      .split('.')
      .map((part) => (part === 'n' ? INDEX : part === '{target}' ? TARGET : part))
      .join(String.raw`\.`),
  )
  return new RegExp(`^(?:${patterns.join('|')})$`)
}

const KEPT: Record<Standard, RegExp> = {
  '1.2': patternOf(MODELS['1.2'].kept),
  '2004': patternOf(MODELS['2004'].kept),
}
const KNOWN: Record<Standard, RegExp> = {
  '1.2': patternOf([...elementsOf('1.2'), ...keywordsOf('1.2')]),
  '2004': patternOf([...elementsOf('2004'), ...keywordsOf('2004')]),
}

/** What a package may leave behind; everything else is ours, or nobody's. */
export const isKept = (standard: Standard, element: string): boolean => KEPT[standard].test(element)

/** Whether it is an element or a keyword; not what only holds others, and nothing of the program behind. */
export const isElement = (standard: Standard, name: string): boolean => KNOWN[standard].test(name)
