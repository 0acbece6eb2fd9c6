/** Every report within one programme, by name. */
import type { ReportWish } from '#db/reports.ts'
import { confidence } from './confidence.ts'
import { funnel } from './funnel.ts'
import { practice } from './practice.ts'
import { questions } from './questions.ts'
import type { Report, ReportFrame, ReportName } from './report.ts'
import { stops } from './stops.ts'
import { time } from './time.ts'

export function loadReport(
  name: ReportName,
  wish: ReportWish,
  frame: ReportFrame,
): Promise<Report | null> {
  const LOADERS = { funnel, time, stops, questions, practice, confidence }
  return LOADERS[name](wish, frame)
}
