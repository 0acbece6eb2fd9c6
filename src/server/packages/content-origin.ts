/**
 * Where the content of packages is: one host for all or, with `*` in the setting, a host for each, so that the
 * browser keeps what one package stores from every other.
 */

/** @param setting CONTENT_ORIGIN */
export const contentOriginOf = (setting: string, packageId: string): string =>
  setting.replace('*', `p-${packageId}`)

/** Whether a request to `host` is meant for content. */
export function isContentHost(setting: string, host: string): boolean {
  const wanted = new URL(setting).host
  const asked = host.toLowerCase()
  if (!wanted.startsWith('*.')) return asked === wanted
  return /^p-[0-9a-f-]{36}\./.test(asked) && asked.replace(/^[^.]+/, '*') === wanted
}
