import type { Answers, Step } from './sign-off-journey.ts'

/** Answers with what a page says in the place of what it said before. */
export function withSaid(step: Step, answers: Answers, said: Answers): Answers {
  if (step.kind === 'decision') {
    const { decision: _, ...others } = answers
    return { ...others, ...said }
  }
  const asked = step.kind === 'line' ? [step.line] : step.kind === 'met' ? step.lines : []
  const others = Object.entries(answers.judgements ?? {}).filter(([line]) => !asked.includes(line))
  const judgements = { ...Object.fromEntries(others), ...said.judgements }
  return { ...answers, ...said, judgements }
}
