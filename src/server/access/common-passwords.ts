/** The 49,000 most common passwords (zxcvbn-ts), kept in memory: nothing is asked of anybody. */
import { dictionary } from '@zxcvbn-ts/language-common'

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(dictionary['passwords-common'])
