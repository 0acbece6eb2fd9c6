/** The archive, sent while it is packed. */
import type { APIRoute } from 'astro'
import { zipParts } from '#scorm/build/zip.ts'
import { showMade } from '#server/show/manage/exports.ts'
import { notFound } from '#web/answers.ts'
import { requirePerson } from '#web/enter.ts'

export const GET: APIRoute = async (context) => {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const { id, name = '' } = context.params
  const made = await showMade(person, id, name)
  if (!made) return notFound()
  const parts = zipParts(made.files)
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts.next()
      if (part.done) controller.close()
      else controller.enqueue(part.value)
    },
  })
  return new Response(stream, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${made.name}"`,
    },
  })
}
