/** Backups that only the holder of a key can read: the age format (age-encryption.org), file by file. */
import { createReadStream, createWriteStream, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { codeOf, DatabaseRefused } from './errors.ts'

const END = '.age'
export const isSealed = (file: string): boolean => file.endsWith(END)
/** The name under which a file is sealed. */
export const sealedName = (file: string): string => (isSealed(file) ? file : `${file}${END}`)

/** Read only where it is needed: most installations encrypt nothing. */
const age = () => import('age-encryption')

/** @param recipients `age1…` @returns what is wrong with one of them, or null */
export async function problemWithRecipients(recipients: readonly string[]): Promise<string | null> {
  if (recipients.length === 0) return null
  const { Encrypter } = await age()
  for (const recipient of recipients)
    try {
      new Encrypter().addRecipient(recipient)
    } catch {
      return `${recipient} is no public key of age: one letter is wrong or missing`
    }
  return null
}

/** @param to must not be there yet; mode 0600 */
export async function seal(from: string, to: string, recipients: readonly string[]): Promise<void> {
  const { Encrypter } = await age()
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  await through(from, to, (file) => encrypter.encrypt(file))
}

/**
 * @param identities `AGE-SECRET-KEY-…` @param to must not be there yet; mode 0600
 * @throws DatabaseRefused where none of them opens it, or it is not whole
 */
export async function unseal(
  from: string,
  to: string,
  identities: readonly string[],
): Promise<void> {
  const { Decrypter } = await age()
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    await through(from, to, (file) => decrypter.decrypt(file))
  } catch (error) {
    if (codeOf(error)) throw error
    const isOther = /no identity matched/i.test(String(error))
    throw new DatabaseRefused(
      isOther
        ? `${from} is encrypted to another key than the one in --identity. Nothing was changed.`
        : `${from} is not a whole encrypted backup (${error instanceof Error ? error.message : String(error)}). Nothing was changed; take another copy.`,
      { cause: error },
    )
  }
}

type Bytes = ReadableStream<Uint8Array>

async function through(
  from: string,
  to: string,
  change: (file: Bytes) => Promise<Bytes>,
): Promise<void> {
  const read = createReadStream(from)
  try {
    const changed = await change(Readable.toWeb(read) as unknown as Bytes)
    const out = createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true })
    await pipeline(Readable.fromWeb(changed as Parameters<typeof Readable.fromWeb>[0]), out)
  } finally {
    read.destroy()
  }
}

/** Every file of a folder and those below, each sealed by itself. @param to must not be there yet */
export const sealFolder = (
  from: string,
  to: string,
  recipients: readonly string[],
): Promise<void> => eachFile(from, to, (file, place) => seal(file, place + END, recipients))

/** The other way round. */
export const unsealFolder = (
  from: string,
  to: string,
  identities: readonly string[],
): Promise<void> =>
  eachFile(from, to, (file, place) => unseal(file, place.slice(0, -END.length), identities))

async function eachFile(
  from: string,
  to: string,
  work: (file: string, place: string) => Promise<void>,
): Promise<void> {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [file, place] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) await eachFile(file, place, work)
    else if (entry.isFile()) await work(file, place)
  }
}

/** The secret keys in a file as `age-keygen` writes it. @throws DatabaseRefused */
export function readIdentities(file: string): string[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new DatabaseRefused(
      `The key file ${file} cannot be read (${codeOf(error)}). Nothing was changed.`,
      { cause: error },
    )
  }
  const found = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^AGE-SECRET-KEY-/.test(line))
  if (found.length === 0)
    throw new DatabaseRefused(
      `There is no secret key in ${file}: a line beginning with AGE-SECRET-KEY-1, as age-keygen writes it. Nothing was changed.`,
    )
  return found
}
