/** The drawn faces of those whom a trainee talks with in practice. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compileContent } from '#authoring/check.ts'

const { courses, ledger } = compileContent('content')
const sessionsIn = (variety: 'en' | 'en-GB' | 'es') =>
  courses[variety]?.modules.flatMap(({ sessions }) => sessions) ?? []

test.each(['en', 'en-GB', 'es'] as const)('each session has one, described in %s', (variety) => {
  const sessions = sessionsIn(variety)
  expect(sessions.length).toBeGreaterThan(8)
  for (const { who, portrait } of sessions) {
    expect(portrait?.alt.length, who).toBeGreaterThan(40)
    expect(portrait?.drawing, who).toMatch(/^<g [^>]*>[\s\S]*<\/g>$/)
  }
  expect(new Set(sessions.map(({ portrait }) => portrait?.alt)).size).toBe(sessions.length)
})

test('the Spanish description is Spanish', () => {
  for (const { portrait } of sessionsIn('es'))
    expect(portrait?.alt).toMatch(/^(?:Un hombre|Una mujer) /)
})

const SHAPES = new Set(['svg', 'g', 'path', 'circle', 'rect'])

describe.each(readdirSync('content/portraits'))('%s', (name) => {
  const svg = readFileSync(`content/portraits/${name}`, 'utf8')

  test('is small, and nothing but shapes', () => {
    expect(svg.length).toBeLessThanOrEqual(2048)
    expect(svg).toMatch(/^<svg xmlns="[^"]*" viewBox="0 0 96 96">/)
    expect(
      [...svg.matchAll(/<(\w+)/g)].map(([, tag]) => tag).filter((tag) => !SHAPES.has(tag ?? '')),
    ).toEqual([])
    expect(svg).not.toMatch(/ (?:style|class|id|href|on\w+)=/)
  })
})

test('a face is no meaning: the ledger does not know it', () => {
  expect(JSON.stringify(ledger)).not.toContain('portrait')
  expect(compileContent('content').isReleased).toBe(true)
})
