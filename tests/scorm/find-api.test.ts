import { describe, expect, test } from 'vitest'
import { findApi, type WindowLike } from '#player/lms/find-api.ts'

const WANTED = { name: 'API', method: 'LMSInitialize' }
const api = { LMSInitialize: () => 'true' }
const api2004 = { Initialize: () => 'true' }

/** A window whose parent is itself, as that of the topmost one. */
const top = (things: object = {}): WindowLike => {
  const window: Record<string, unknown> = { opener: null, ...things }
  window['parent'] ??= window
  return window
}
const inside = (parent: WindowLike, things: object = {}): WindowLike => top({ parent, ...things })

/** Every look at it throws, but for its parent, as at a window of another origin. */
const foreign = (parent?: WindowLike): WindowLike =>
  new Proxy(top(parent ? { parent } : {}), {
    get: (target, name) => {
      if (name === 'parent') return target.parent
      throw new Error('Blocked a frame from accessing a cross-origin frame.')
    },
  })

describe('looking for the LMS', () => {
  test('in the window around', () => {
    expect(findApi(inside(top({ API: api })), WANTED)).toEqual({ api, where: 'around' })
  })

  test('three windows up', () => {
    expect(findApi(inside(inside(inside(top({ API: api })))), WANTED)?.where).toBe('around')
  })

  test('in the window itself', () => {
    expect(findApi(top({ API: api }), WANTED)).toEqual({ api, where: 'here' })
  })

  test('in the window that opened this one, and around that', () => {
    expect(findApi(top({ opener: top({ API: api }) }), WANTED)).toEqual({ api, where: 'opener' })
    expect(findApi(top({ opener: inside(top({ API: api })) }), WANTED)?.where).toBe('opener')
  })

  test('in the opener of the window around: a frame in an opened window', () => {
    expect(findApi(inside(top({ opener: top({ API: api }) })), WANTED)?.where).toBe('opener')
  })

  test('past a window of another origin', () => {
    expect(findApi(inside(foreign(top({ API: api }))), WANTED)?.api).toBe(api)
  })

  test('nowhere', () => {
    expect(findApi(top(), WANTED)).toBeNull()
    expect(findApi(inside(foreign()), WANTED)).toBeNull()
    expect(findApi(top({ opener: foreign() }), WANTED)).toBeNull()
  })

  test('where both are offered, the package takes the one that it speaks', () => {
    const both = inside(top({ API: api, API_1484_11: api2004 }))
    expect(findApi(both, WANTED)?.api).toBe(api)
    expect(findApi(both, { name: 'API_1484_11', method: 'Initialize' })?.api).toBe(api2004)
  })

  test('only the other standard is offered: not found', () => {
    expect(findApi(inside(top({ API_1484_11: api2004 })), WANTED)).toBeNull()
  })

  test('an element of the page that is called API is not an LMS', () => {
    expect(findApi(inside(top({ API: { tagName: 'DIV' } })), WANTED)).toBeNull()
  })

  test('gives up after 500 windows, and in a ring', () => {
    let deep = top({ API: api })
    for (let n = 0; n < 600; n++) deep = inside(deep)
    expect(findApi(deep, WANTED)).toBeNull()
    const one: Record<string, unknown> = { opener: null }
    const two: Record<string, unknown> = { parent: one, opener: null }
    one['parent'] = two
    expect(findApi(one, WANTED)).toBeNull()
  })
})
