/** Captions as files beside the clips, written at build; the words live in content/<language>/clips. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { captionFiles } from '#web/clips.ts'

export const prerender = true

export const getStaticPaths: GetStaticPaths = () =>
  [...captionFiles.keys()].map((file) => ({ params: { file } }))

export const GET: APIRoute = ({ params }) =>
  new Response(captionFiles.get(params['file'] ?? '') ?? '', {
    headers: { 'content-type': 'text/vtt; charset=utf-8' },
  })
