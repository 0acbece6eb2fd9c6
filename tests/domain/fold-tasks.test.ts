/** Invitations that one act makes again are one line of the work list, and nothing of the list is lost. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldTasks } from '#domain/readiness/fold-tasks.ts'
import { runs } from '#tests/runs.ts'

const carla = { id: 'carla' }
const guest = (name: string, more: object = {}) => ({
  ...{ name, reason: 'invitation' as const, owner: null, untilOn: null, ...more },
})
const luz = { name: 'Luz', reason: 'help' as const, owner: null, untilOn: null }
const names = (lines: readonly (readonly { name: string }[])[]): string[] =>
  lines.map((line) => line.map(({ name }) => name).join(' '))

test('three that nobody used are one line where the first one stands; two are two', () => {
  expect(names(foldTasks([luz, guest('Ana'), guest('Ben'), luz, guest('Cleo')]))).toEqual([
    ...['Luz', 'Ana Ben Cleo', 'Luz'],
  ])
  expect(names(foldTasks([guest('Ana'), luz, guest('Ben')]))).toEqual(['Ana', 'Luz', 'Ben'])
})

test('those of somebody, and those that were put off, stand apart', () => {
  const mine = ['Ana', 'Ben', 'Cleo'].map((name) => guest(name, { owner: carla }))
  const off = ['Dan', 'Eva'].map((name) => guest(name, { owner: carla, untilOn: '2026-12-24' }))
  expect(names(foldTasks([...mine, ...off, guest('Finn')]))).toEqual([
    ...['Ana Ben Cleo', 'Dan', 'Eva', 'Finn'],
  ])
})

test('whatever stands in a list, each of it stands in one line, and lines keep its order', () => {
  const task = fc.record({
    reason: fc.constantFrom('invitation' as const, 'mail' as const, 'help' as const),
    owner: fc.constantFrom(null, carla, { id: 'cesar' }),
    untilOn: fc.constantFrom(null, '2026-12-24'),
  })
  fc.assert(
    fc.property(fc.array(task, { maxLength: 30 }), (tasks) => {
      const lines = foldTasks(tasks)
      const order = (one: (typeof tasks)[number]): number => tasks.indexOf(one)
      expect(lines.flat().toSorted((a, b) => order(a) - order(b))).toEqual(tasks)
      const firsts = lines.map(([first]) => order(first))
      expect(firsts).toEqual(firsts.toSorted((a, b) => a - b))
      for (const line of lines) expect([1, Math.max(3, line.length)]).toContain(line.length)
    }),
    { numRuns: runs(100, 1000) },
  )
})
