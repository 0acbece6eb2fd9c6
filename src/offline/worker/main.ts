/** /sw.js: keeps the files of its release, and answers with our own page where nothing else does. */
import { SHELL } from '../addresses.ts'
import { form, page, wayOf } from './answer.ts'
import type { Asked, Scope } from './scope.ts'

/** Both are written in when it is built (integrations/offline.ts). */
declare const RELEASE: string
declare const FILES: readonly string[]

const scope = self as unknown as Scope
const { caches } = scope
const PREFIX = 'release-'
const OURS = PREFIX + RELEASE
const files: ReadonlySet<string> = new Set(FILES)

scope.addEventListener('install', (event) => event.waitUntil(install()))
scope.addEventListener('activate', (event) => event.waitUntil(activate()))
scope.addEventListener('fetch', answer)

/** All of it, or the release before stays. */
async function install(): Promise<void> {
  const cache = await caches.open(OURS)
  // What has its content in its name may come from the browser's own cache; the rest is asked for anew.
  await cache.addAll(
    FILES.map((path) => new Request(path, path.startsWith('/_astro/') ? {} : { cache: 'reload' })),
  )
  await scope.skipWaiting()
}

/** Pages that are open go on with the release that they came with: its files stay until the next one. */
async function activate(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OURS)
  // In the order in which they were made.
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)))
  await preload()
  await scope.clients.claim()
}

/**
 * The browser asks for a page while this worker wakes up. In Firefox (153) a navigation whose preload meets no server ends on
 * the browser's own error page, whatever we answer: there it is switched off, also where a release before switched it on.
 */
async function preload(): Promise<void> {
  const { navigationPreload } = scope.registration
  await (/\bGecko\/\d/.test(scope.navigator.userAgent)
    ? navigationPreload?.disable()
    : navigationPreload?.enable())
}

function answer(event: Asked): void {
  const { request } = event
  switch (wayOf(request, scope.location.origin, files)) {
    case 'leave':
      return
    case 'file':
      event.waitUntil(letGo(event))
      return event.respondWith(kept(request))
    case 'page':
      return event.respondWith(page(() => fromNetwork(event), shell))
    case 'form':
      return event.respondWith(form(() => fetch(request)))
  }
}

/** A preload that nobody waits for is an error, and one that nobody reads keeps this worker from giving way to the next. */
const letGo = async ({ preloadResponse }: Asked): Promise<void> => {
  try {
    await (await preloadResponse)?.body?.cancel()
  } catch {
    // There is no network: nothing to let go.
  }
}

const fromNetwork = async (event: Asked): Promise<Response> =>
  (await event.preloadResponse) ?? fetch(event.request)

/** This release first, for whoever opens a page now; then the one before. */
async function kept(request: Request): Promise<Response> {
  const path = request.mode === 'navigate' ? SHELL : request
  const found = (await (await caches.open(OURS)).match(path)) ?? (await caches.match(path))
  return found ?? fetch(request)
}

const shell = async (): Promise<Response | undefined> =>
  (await (await caches.open(OURS)).match(SHELL)) ?? caches.match(SHELL)
