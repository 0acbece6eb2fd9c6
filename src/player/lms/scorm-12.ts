/** SCORM 1.2, runtime environment. */
import { clockTime, two } from './times.ts'
import type { Dialect } from './dialect.ts'

export const scorm12: Dialect = {
  standard: 'SCORM 1.2',
  apiName: 'API',
  methods: {
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    lastError: 'LMSGetLastError',
  },
  connectedAlready: ['101', '103'],
  elements: {
    state: 'cmi.suspend_data',
    mode: 'cmi.core.lesson_mode',
    sessionTime: 'cmi.core.session_time',
    score: 'cmi.core.score.raw',
    statuses: ['cmi.core.lesson_status'],
  },
  suspend: [['cmi.core.exit', 'suspend']],
  // Without a status a Finish becomes "completed" in Moodle.
  started: [['cmi.core.lesson_status', 'incomplete']],
  // Score before status: some LMSs judge when the status comes. Frappe ignores "completed".
  finished: (score) => ({
    may: [
      ['cmi.core.score.min', '0'],
      ['cmi.core.score.max', '100'],
    ],
    must: [
      ['cmi.core.score.raw', String(score)],
      ['cmi.core.lesson_status', 'passed'],
    ],
  }),
  failed: (score, how) => [
    ['cmi.core.score.min', '0'],
    ['cmi.core.score.max', '100'],
    ['cmi.core.score.raw', String(score)],
    ...(how === 'failed' ? [['cmi.core.lesson_status', 'failed'] as const] : []),
  ],
  answered: ({ id, chosen, right, isRight, at }) => [
    ['id', id],
    ['type', 'choice'],
    ['time', clockTime(at)],
    ['correct_responses.0.pattern', right.join(',')],
    ['student_response', chosen.join(',')],
    ['result', isRight ? 'correct' : 'wrong'],
  ],
  sessionEnded: (id) => [
    ['id', id],
    ['status', 'completed'],
  ],
  duration: (seconds) => {
    const hours = Math.min(9999, Math.floor(seconds / 3600))
    return `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  },
}
