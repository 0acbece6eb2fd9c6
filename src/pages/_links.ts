/** Addresses of the course on the platform. */
import type { Links } from '#view/frame.ts'

/** @param attempt the attempt that "Try again" belongs to */
export const webLinks = (attempt = ''): Links => ({
  home: '/learn',
  item: (id) => (id.startsWith('resources/') ? `/${id}` : `/learn/${id}`),
  question: (id, again = false) =>
    again ? `/learn/${id}?attempt=${attempt}&again=1` : `/learn/${id}`,
  quizResult: (quizId) => `/learn/${quizId}/result`,
  talk: (sessionId) => `/learn/${sessionId}/talk`,
  debrief: (sessionId, run) => `/learn/${sessionId}/debrief?run=${run}`,
})
