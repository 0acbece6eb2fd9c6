/**
 * One package of a host at a time, where the browser cannot give each opening a storage of its own: the second waits,
 * and nothing is emptied under the first.
 */

/** @returns 'now', or 'waits' with a promise for the turn, or 'never' where the browser cannot tell */
export type Turn =
  | { readonly kind: 'now' }
  | { readonly kind: 'waits'; readonly turn: Promise<void> }
  | { readonly kind: 'never' }

/** Chromium: the frame's attribute does it. */
const isApart = (): boolean => 'credentialless' in HTMLIFrameElement.prototype

/** @param origin of the content: with a host for each package, only the same one waits */
export async function takeTurn(origin: string): Promise<Turn> {
  if (isApart()) return { kind: 'now' }
  const locks = navigator.locks as LockManager | undefined
  if (!locks) return { kind: 'never' }
  const name = `package at ${origin}`
  const untilGone = (): Promise<void> =>
    new Promise((resolve) => window.addEventListener('pagehide', () => resolve(), { once: true }))
  const isOurs = await new Promise<boolean>((resolve) => {
    void locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock && untilGone()
    })
  })
  if (isOurs) return { kind: 'now' }
  const turn = new Promise<void>((resolve) => {
    void locks.request(name, () => {
      resolve()
      return untilGone()
    })
  })
  return { kind: 'waits', turn }
}
