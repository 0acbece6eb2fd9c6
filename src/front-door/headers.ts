/** The headers that every response carries, whoever answers it. */

const STYLES = "style-src 'self'"
const CONTENT_SECURITY_POLICY: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  STYLES,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
]

/**
 * @param contentOrigin what may be framed: imported packages; null for nothing
 * @param styles sources of the style sheets that a page carries itself
 */
export function contentPolicy(
  contentOrigin: string | null,
  styles: readonly string[] = [],
): string {
  const own = CONTENT_SECURITY_POLICY.map((one) =>
    one === STYLES ? [one, ...styles].join(' ') : one,
  )
  return [...own, ...(contentOrigin ? [`frame-src ${contentOrigin}`] : [])].join('; ')
}

/**
 * @param origin what the browser calls this site; HSTS is promised only over https
 * @param contentOrigin what may be framed: imported packages; null for nothing
 */
export function securityHeaders(
  origin: string,
  contentOrigin: string | null = null,
): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentPolicy(contentOrigin),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(origin.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
    // Whatever does not say otherwise may be about a person.
    'Cache-Control': 'no-store',
  }
}
