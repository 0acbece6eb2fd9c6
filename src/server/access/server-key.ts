import { createHash } from 'node:crypto'
import { findOrKeepKey } from '#db/server-keys.ts'
import { newSecret } from './secret.ts'

/** @returns 32 bytes that only servers of this platform know, another key for each purpose */
export const serverKey = async (
  purpose:
    | 'sealed-words'
    | 'find'
    | 'device'
    | 'device-words'
    | 'device-pair'
    | 'passkey'
    | 'request'
    | 'security'
    | 'factor',
  now: number,
): Promise<Buffer> =>
  createHash('sha256')
    .update(await findOrKeepKey(purpose, newSecret(), now))
    .digest()
