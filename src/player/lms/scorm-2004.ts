/** SCORM 2004, runtime environment, 3rd and 4th edition. */
import type { Dialect } from './tracker.ts'

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
  duration: (seconds) =>
    `PT${Math.floor(seconds / 3600)}H${Math.floor(seconds / 60) % 60}M${seconds % 60}S`,
}
