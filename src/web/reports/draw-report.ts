/** Every report within one programme: what was counted, as a sentence, a picture and a table. */
import type { ReportFound } from '#server/show/coordinate/report.ts'
import { confidence } from './confidence.ts'
import { endings, meetings, pairings, waiting } from './pairings.ts'
import { funnel } from './funnel.ts'
import { practice } from './practice.ts'
import { questions } from './questions.ts'
import type { Report, ReportFrame } from './report.ts'
import { state } from './state.ts'
import { stops } from './stops.ts'
import { support } from './support.ts'
import { time } from './time.ts'

/** @returns null where there is nothing to show */
export function drawReport(found: ReportFound, frame: ReportFrame): Report | null {
  switch (found.name) {
    case 'funnel':
      return funnel(found, frame)
    case 'time':
      return time(found, frame)
    case 'stops':
      return stops(found, frame)
    case 'questions':
      return questions(found, frame)
    case 'practice':
      return practice(found, frame)
    case 'confidence':
      return confidence(found, frame)
    case 'state':
      return state(found, frame)
    case 'support':
      return support(found, frame)
    case 'pairings':
      return pairings(found, frame)
    case 'waiting':
      return waiting(found, frame)
    case 'meetings':
      return meetings(found, frame)
    case 'endings':
      return endings(found, frame)
  }
}
