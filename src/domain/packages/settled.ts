/**
 * What a learning system decides where the standard leaves it to it: SCORM 1.2 RTE 3.4.4 (a status that was never
 * set, at the end), SCORM 2004 4th Edition RTE 4.2.4.1 and 4.2.22.1 (thresholds of the manifest).
 */
import type { Standard } from './packed.ts'
import type { Elements } from './runtime-data.ts'

/** @param ended whether the package has said good-bye */
export const settled = (standard: Standard, elements: Elements, ended: boolean): Elements => ({
  ...elements,
  ...(standard === '1.2' ? settled12(elements, ended) : settled2004(elements)),
})

const STATUS = 'cmi.core.lesson_status'

function settled12(elements: Elements, ended: boolean): Elements {
  const isSilent = ['', 'not attempted'].includes(elements[STATUS] ?? '')
  // A look in advance counts for nothing.
  if (!ended || !isSilent || elements['cmi.core.lesson_mode'] === 'browse') return {}
  const mastery = finite(elements['cmi.student_data.mastery_score'])
  const score = finite(elements['cmi.core.score.raw'])
  if (mastery === null || score === null) return { [STATUS]: 'completed' }
  return { [STATUS]: score >= mastery ? 'passed' : 'failed' }
}

function settled2004(elements: Elements): Elements {
  const enough = finite(elements['cmi.completion_threshold'])
  const progress = finite(elements['cmi.progress_measure'])
  const passing = finite(elements['cmi.scaled_passing_score'])
  const score = finite(elements['cmi.score.scaled'])
  return {
    ...(enough === null || progress === null
      ? {}
      : { 'cmi.completion_status': progress >= enough ? 'completed' : 'incomplete' }),
    ...(passing === null || score === null
      ? {}
      : { 'cmi.success_status': score >= passing ? 'passed' : 'failed' }),
  }
}

const finite = (text: string | undefined): number | null =>
  text !== undefined && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : null
