/** The headers that every response carries, whoever answers it. */

const CONTENT_SECURITY_POLICY: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
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
 * @param origin what the browser calls this site; HSTS is promised only over https
 * @param contentOrigin what may be framed: imported packages; null for nothing
 */
export function securityHeaders(
  origin: string,
  contentOrigin: string | null = null,
): Readonly<Record<string, string>> {
  const frames = contentOrigin ? [`frame-src ${contentOrigin}`] : []
  return {
    'Content-Security-Policy': [...CONTENT_SECURITY_POLICY, ...frames].join('; '),
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
