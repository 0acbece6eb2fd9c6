/** What a device answers, as the page's form brings it: JSON that anybody may have written. */
import { z } from 'zod'

const base64url = z.string().regex(/^[\w-]{1,8000}$/)
const head = { id: base64url, rawId: base64url, type: z.literal('public-key') }

const used = z.object({
  ...head,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    /** The person's id, as it was given when the passkey was made. */
    userHandle: base64url,
  }),
})
const made = z.object({
  ...head,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().regex(/^[a-z-]{1,20}$/)).max(8),
  }),
})
const clientData = z.object({ challenge: base64url })

export type UsedAnswer = z.infer<typeof used>
export type MadeAnswer = z.infer<typeof made>

export const readUsed = (text: string): UsedAnswer | null => parsed(used, text)
export const readMade = (text: string): MadeAnswer | null => parsed(made, text)

/** '' where it holds none. */
export const challengeIn = ({ response }: UsedAnswer | MadeAnswer): string =>
  parsed(clientData, Buffer.from(response.clientDataJSON, 'base64url').toString())?.challenge ?? ''

/** Whose passkey the device says it is. */
export const personIn = ({ response }: UsedAnswer): string =>
  Buffer.from(response.userHandle, 'base64url').toString()

function parsed<T>(schema: z.ZodType<T>, text: string): T | null {
  if (text.length > 20_000) return null
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
