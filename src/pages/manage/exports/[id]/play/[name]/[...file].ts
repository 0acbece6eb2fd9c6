/** One file of a package that is tried: our own content, still in a frame of its own with nothing but itself. */
import type { APIRoute } from 'astro'
import { notFound } from '#web/answers.ts'
import { settings } from '#settings.ts'
import { showMade } from '#server/show/manage/exports.ts'
import { requirePerson } from '#web/enter.ts'

const TYPES: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['woff2', 'font/woff2'],
  ['svg', 'image/svg+xml'],
  ['webm', 'video/webm'],
  ['mp4', 'video/mp4'],
  ['vtt', 'text/vtt; charset=utf-8'],
])

export const GET: APIRoute = async (context) => {
  const { id = '', name = '', file = '' } = context.params
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const made = await showMade(person, id, name)
  if (!made) return notFound()
  const content = made.files.get(file)
  const type = TYPES.get(file.slice(file.lastIndexOf('.') + 1))
  if (!content || !type) return notFound()
  const own = `${settings().origin}/manage/exports/${id}/play/${name}/`
  const policy = [
    "default-src 'none'",
    ...['script-src', 'style-src', 'font-src', 'media-src'].map((kind) => `${kind} ${own}`),
    `img-src ${own} data:`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ]
  return new Response(Uint8Array.from(content), {
    headers: { 'content-type': type, 'content-security-policy': policy.join('; ') },
  })
}
