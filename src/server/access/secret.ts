/** Secrets that stand in a link or a cookie; only their hash is stored. */
import { createHash, randomBytes } from 'node:crypto'
import { codeFrom, readCode } from '#domain/people/code.ts'

/** 32 random bytes, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** SHA-256, hex. */
export const hashOfSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')

/** 12 signs that can be typed from paper: 60 random bits. */
export const newCode = (): string => codeFrom(randomBytes(12))

/** What stands in an address after /join/: a code in any spelling becomes the code, anything else stays. */
export const plainSecret = (typed: string): string => readCode(typed) ?? typed
