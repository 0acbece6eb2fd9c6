/** SCORM 2004, runtime environment, 3rd and 4th edition. */
import { timeStamp } from './times.ts'
import type { Dialect } from './dialect.ts'

export const scorm2004: Dialect = {
  standard: 'SCORM 2004',
  apiName: 'API_1484_11',
  methods: {
    initialize: 'Initialize',
    terminate: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    lastError: 'GetLastError',
  },
  connectedAlready: ['101', '103'],
  elements: {
    state: 'cmi.suspend_data',
    mode: 'cmi.mode',
    sessionTime: 'cmi.session_time',
    score: 'cmi.score.raw',
    statuses: ['cmi.completion_status', 'cmi.success_status'],
  },
  // Without it a killed window loses even committed data.
  suspend: [['cmi.exit', 'suspend']],
  started: [['cmi.completion_status', 'incomplete']],
  // Scaled alone gave a gradebook of 0.00.
  finished: (score) => ({
    may: [
      ['cmi.score.min', '0'],
      ['cmi.score.max', '100'],
    ],
    must: [
      ['cmi.score.raw', String(score)],
      ['cmi.score.scaled', String(score / 100)],
      ['cmi.completion_status', 'completed'],
      ['cmi.success_status', 'passed'],
    ],
  }),
  failed: (score, how) => [
    ['cmi.score.min', '0'],
    ['cmi.score.max', '100'],
    ['cmi.score.raw', String(score)],
    ['cmi.score.scaled', String(score / 100)],
    ...(how === 'failed' ? [['cmi.success_status', 'failed'] as const] : []),
  ],
  answered: ({ id, ask, chosen, right, isRight, at }) => [
    ['id', id],
    ['type', 'choice'],
    ['timestamp', timeStamp(at)],
    ['correct_responses.0.pattern', right.join('[,]')],
    ['learner_response', chosen.join('[,]')],
    ['result', isRight ? 'correct' : 'incorrect'],
    ['description', ask.slice(0, 250)],
  ],
  sessionEnded: (id) => [
    ['id', id],
    ['completion_status', 'completed'],
  ],
  duration: (seconds) =>
    `PT${Math.floor(seconds / 3600)}H${Math.floor(seconds / 60) % 60}M${seconds % 60}S`,
}
