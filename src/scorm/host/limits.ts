/** Characters that a learning system must at least take. SCORM 1.2 RTE 3.4, SCORM 2004 4th Edition RTE 4.2. */

const LIMITS: readonly (readonly [element: RegExp, most: number])[] = [
  // 2004 asks for 64,000; packages of ours keep to what both ask for.
  [/^cmi\.suspend_data$/, 4096],
  [/^cmi\.core\.lesson_location$/, 255],
  [/^cmi\.location$/, 1000],
  [/^cmi\.interactions\.\d+\.id$/, 255],
  [/^cmi\.objectives\.\d+\.id$/, 255],
  [/^cmi\.interactions\.\d+\.(?:student_response|correct_responses\.\d+\.pattern)$/, 255],
  [/^cmi\.interactions\.\d+\.learner_response$/, 4000],
  [/^cmi\.interactions\.\d+\.description$/, 250],
]

/** Null where the standard names no limit for the element. */
export const mostOf = (element: string): number | null =>
  LIMITS.find(([pattern]) => pattern.test(element))?.[1] ?? null
