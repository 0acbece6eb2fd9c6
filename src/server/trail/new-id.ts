import { randomBytes } from 'node:crypto'
import { uuidV7 } from '#domain/learning/uuid.ts'

/** @param now milliseconds since 1970 */
export const newId = (now: number): string => uuidV7(now, randomBytes(10))
