/** Addresses in a manifest: relative, percent-encoded, with or without a query, from a base. */

export interface Href {
  /** Below the package's root, decoded. */
  readonly path: string
  /** `?…` and `#…`, as written. */
  readonly query: string
}

const HERE = 'http://package.invalid/'

/** @returns 'outside' for another site, an absolute path, or one that leaves the package */
export function resolveHref(base: string, href: string): Href | 'outside' {
  const written = (base + href.trim()).replaceAll('\\', '/')
  if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(written)) return 'outside'
  const [, path = '', query = ''] = /^([^?#]*)([^]*)$/.exec(written) ?? []
  let depth = 0
  for (const part of path.split('/')) {
    depth += part === '..' ? -1 : part === '.' || part === '' ? 0 : 1
    if (depth < 0) return 'outside'
  }
  // Names are found as they are in the archive, encoded or not: `a%20b.html` and `a b.html` are one.
  const plain = new URL(encodePath(path), HERE).pathname.slice(1)
  return { path: decoded(plain), query }
}

/** A lone percent sign is a letter of the name. */
const encodePath = (path: string): string =>
  path.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(/[^\x21-\x7e]/gu, encodeURIComponent)

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The item's `parameters` behind the resource's own query, as the standard joins them. */
export function withParameters(query: string, parameters: string): string {
  const given = parameters.trim().replace(/^[?&]+/, '')
  if (given === '') return query
  const [, search = '', fragment = ''] = /^([^#]*)([^]*)$/.exec(query) ?? []
  if (given.startsWith('#')) return fragment ? query : search + given
  return `${search}${search.includes('?') ? '&' : '?'}${given}${fragment}`
}
