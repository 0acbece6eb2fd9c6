/** The one reader of request bodies: bad input becomes words, never an exception (R9). */

export type Form = ReadonlyMap<string, readonly string[]>

export type ReadForm =
  | { readonly kind: 'form'; readonly form: Form; readonly file?: Uint8Array }
  | { readonly kind: 'malformed' }

/** Where a small file may come with the form, and in which field: a list of people, as bytes. */
const FILE_FIELDS: Readonly<Record<string, string>> = {
  '/coordinate/invite-many': 'list-file',
  '/coordinate/import': 'list-file',
}

const MAX_FIELDS = 500

/** Reads a form post; files are refused where none is asked for. */
export async function readForm(request: Request): Promise<ReadForm> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type))
    return { kind: 'malformed' }
  try {
    const data = await request.formData()
    const form = new Map<string, string[]>()
    const fileField = FILE_FIELDS[new URL(request.url).pathname.replace(/\/$/, '')]
    let file: Uint8Array | undefined
    let fields = 0
    for (const [name, value] of data) {
      if (typeof value !== 'string' && name === fileField && !file) {
        file = new Uint8Array(await value.arrayBuffer())
        continue
      }
      if (typeof value !== 'string' || ++fields > MAX_FIELDS) return { kind: 'malformed' }
      form.set(name, [...(form.get(name) ?? []), clean(value)])
    }
    return { kind: 'form', form, ...(file?.length ? { file } : {}) }
  } catch {
    return { kind: 'malformed' }
  }
}

// eslint-disable-next-line no-control-regex -- these characters are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Line ends as we keep them; no characters that no keyboard makes. */
const clean = (value: string): string =>
  value.replaceAll('\r\n', '\n').replace(CONTROL, '').toWellFormed()

/** The field's first value, or ''. */
export const one = (form: Form, name: string): string => form.get(name)?.[0] ?? ''
