/** SCORM 1.2, runtime environment. */
import type { Dialect } from './tracker.ts'

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
  duration: (seconds) => {
    const two = (value: number): string => String(value).padStart(2, '0')
    const hours = Math.min(9999, Math.floor(seconds / 3600))
    return `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  },
}
