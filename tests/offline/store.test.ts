/** Where a browser keeps nothing, or has no room left, that is an answer. (The stores themselves are tried in a real browser.) */
import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const store = () => import('#offline/store.ts')

/** As a browser whose `open` ends so. */
function browserThat(ends: 'fails' | 'opens'): void {
  class Request extends EventTarget {
    readonly result = new EventTarget()
    readonly error = new DOMException('refused', 'InvalidStateError')
  }
  vi.stubGlobal('IDBRequest', Request)
  for (const name of ['Database', 'ObjectStore', 'Index', 'Cursor', 'Transaction'])
    vi.stubGlobal(`IDB${name}`, class {})
  vi.stubGlobal('indexedDB', {
    open: () => {
      const request = new Request()
      queueMicrotask(() => request.dispatchEvent(new Event(ends === 'opens' ? 'success' : 'error')))
      return request
    },
  })
}

test('a browser without IndexedDB keeps nothing', async () => {
  vi.stubGlobal('indexedDB', undefined)
  const { keep, openStore } = await store()
  expect(await openStore()).toBeNull()
  expect(await keep(() => Promise.resolve())).toBe('keeps-nothing')
})

test('a private window that refuses keeps nothing', async () => {
  browserThat('fails')
  const { keep, openStore } = await store()
  expect(await openStore()).toBeNull()
  expect(await keep(() => Promise.resolve())).toBe('keeps-nothing')
})

test('a full device says that it is full, and one that lost its storage keeps nothing', async () => {
  browserThat('opens')
  const { keep } = await store()
  expect(await keep(() => Promise.resolve())).toBe('kept')
  const full = new DOMException('no room', 'QuotaExceededError')
  expect(await keep(() => Promise.reject(full))).toBe('full')
  const lost = new DOMException('gone', 'InvalidStateError')
  expect(await keep(() => Promise.reject(lost))).toBe('keeps-nothing')
})

test('what could not be opened once is opened when it can', async () => {
  browserThat('fails')
  const { keep } = await store()
  expect(await keep(() => Promise.resolve())).toBe('keeps-nothing')
  browserThat('opens')
  expect(await keep(() => Promise.resolve())).toBe('kept')
})
