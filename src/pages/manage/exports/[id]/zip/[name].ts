/** The archive, sent while it is packed. */
import type { APIRoute } from 'astro'
import { zipParts } from '#scorm/build/zip.ts'
import { requirePackage } from '#web/made-package.ts'

export const GET: APIRoute = async (context) => {
  const made = await requirePackage(context, context.params['name'] ?? '')
  if (made instanceof Response) return made
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
