/** The archive, sent while it is packed. */
import type { APIRoute } from 'astro'
import { zipParts } from '#scorm/build/zip.ts'
import { requirePackage } from '../../_package.ts'

export const GET: APIRoute = async (context) => {
  const made = await requirePackage(context, context.params['name'] ?? '')
  if (made instanceof Response) return made
  const parts = zipParts(made.files)
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = parts.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
  return new Response(stream, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${made.name}"`,
    },
  })
}
