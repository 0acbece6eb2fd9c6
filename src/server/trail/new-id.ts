import { uuidV7 } from '#domain/learning/uuid.ts'
import { fewRandomBytes } from './random-bytes.ts'

/** @param now milliseconds since 1970 */
export const newId = (now: number): string => uuidV7(now, fewRandomBytes(10))
