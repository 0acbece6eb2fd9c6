/** Calls an LMS whose every answer may be odd: it throws, answers nothing, or true instead of 'true'. */

/** The answer as text; '' where the call throws, is missing, or answers null or undefined. */
export function call(api: object, method: string, ...values: string[]): string {
  try {
    const run = (api as Record<string, unknown>)[method]
    if (typeof run !== 'function') return ''
    const answer: unknown = run.apply(api, values)
    return answer === null || answer === undefined ? '' : (answer as Stringable).toString()
  } catch {
    return ''
  }
}

/** true, a number, a String object of another frame: all have it. */
interface Stringable {
  toString(): string
}
