/** What the content policy of a page would refuse of it (R37), read from its tags: every answer can be asked, without a browser. */
import type { Answer } from './site.ts'

const TAG = /<([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi
const ATTRIBUTE = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g
/** Where a browser fetches by itself, or sends a form. */
const FETCHED = ['src', 'srcset', 'poster', 'action', 'formaction', 'data', 'xlink:href']
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"

/** @param frames an origin that a page may frame @returns one sentence for each */
export function policyBreaks({ text, headers }: Answer, frames: string): string[] {
  // A file that is saved is opened elsewhere.
  const isSaved = headers.get('content-disposition')?.startsWith('attachment')
  if (isSaved || !/^text\/html/.test(headers.get('content-type') ?? '')) return []
  const found: string[] = []
  const policy = headers.get('content-security-policy') ?? ''
  if (!policy.startsWith(POLICY) || /unsafe|\*|https?:(?!\/\/packages\.test)/.test(policy))
    found.push(`its policy is ${policy || 'missing'}`)
  const markup = text.replace(/<!--[\s\S]*?-->/g, '')
  for (const [whole, name = '', rest = ''] of markup.matchAll(TAG)) {
    const tag = name.toLowerCase()
    const attributes = new Map(
      [...rest.matchAll(ATTRIBUTE)].map(([, key = '', a, b, c]) => [
        key.toLowerCase(),
        a ?? b ?? c ?? '',
      ]),
    )
    const isLink =
      tag === 'link' &&
      /stylesheet|icon|manifest|preload|prefetch/.test(attributes.get('rel') ?? '')
    const isData = /json|text\/plain|template/.test(attributes.get('type') ?? '')
    if (tag === 'style' || ['base', 'object', 'embed'].includes(tag)) found.push(whole)
    if (tag === 'script' && !attributes.has('src') && !isData) found.push(whole)
    if (attributes.has('style') || [...attributes.keys()].some((key) => /^on[a-z]/.test(key)))
      found.push(whole)
    for (const [key, value] of attributes) {
      if (
        !FETCHED.includes(key) &&
        !(key === 'href' && (isLink || tag === 'use' || tag === 'image'))
      ) {
        if (key === 'href' && /^\s*javascript:/i.test(value)) found.push(whole)
        continue
      }
      const isOwn = /^(?!\/\/)(?![a-z][a-z0-9+.-]*:)/i.test(value)
      const isPicture = tag === 'img' && value.startsWith('data:image/')
      const isFrame = tag === 'iframe' && value.startsWith(frames)
      if (!isOwn && !isPicture && !isFrame) found.push(whole)
    }
  }
  return found
}
