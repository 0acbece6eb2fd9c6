/** What a service worker is handed, as far as ours uses it: the types of a page and of a worker do not stand side by side. */

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}

export interface Asked extends Lasting {
  readonly request: Request
  /** What the browser asked for itself while the worker woke up; undefined where it did not. */
  readonly preloadResponse?: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}

export interface Scope {
  readonly caches: CacheStorage
  readonly location: Location
  readonly navigator: { readonly userAgent: string }
  readonly clients: { claim(): Promise<void> }
  readonly registration: {
    readonly navigationPreload?: { enable(): Promise<void>; disable(): Promise<void> }
  }
  skipWaiting(): Promise<void>
  addEventListener(name: 'install' | 'activate', act: (event: Lasting) => void): void
  addEventListener(name: 'fetch', act: (event: Asked) => void): void
}
