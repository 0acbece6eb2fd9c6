/** Pages travel compressed: weak wifi is the rule. Static files are compressed where they are sent. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
/** From 4 to 5 a lesson gets a twentieth smaller, beyond that a hundredth. */
const QUALITY = 5
const gzipped = promisify(gzip)
const TEXT = /^(text\/|application\/(json|xml|javascript)|image\/svg)/
/** Below this many bytes it is not worth it. */
const SMALL = 1000

/** The same answer in the best encoding that the request takes. */
export async function compress(request: Request, response: Response): Promise<Response> {
  const accepted = request.headers.get('accept-encoding') ?? ''
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
  const type = response.headers.get('content-type') ?? ''
  if (!encoding || !response.body || !TEXT.test(type) || response.headers.has('content-encoding'))
    return response
  const body = Buffer.from(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  headers.append('vary', 'accept-encoding')
  const init = { status: response.status, statusText: response.statusText, headers }
  if (body.byteLength < SMALL) return new Response(body, init)
  headers.set('content-encoding', encoding)
  headers.delete('content-length')
  const packed =
    encoding === 'br'
      ? await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
      : await gzipped(body)
  return new Response(packed, init)
}
