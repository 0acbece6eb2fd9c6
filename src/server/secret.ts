/** Secrets that stand in a link or a cookie; only their hash is stored. */
import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** SHA-256, hex. */
export const hashOfSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')
