/** The code that stands on a certificate: kept beside its sign-off, so that a coordinator finds whose it is. */
import { createHash } from 'node:crypto'
import { codeFrom } from '#domain/people/code.ts'

/** 12 signs that only who knows the sign-off's whole id can work out. */
export const certificateCode = (signOff: string): string =>
  codeFrom(createHash('sha256').update(`certificate ${signOff}`).digest())
