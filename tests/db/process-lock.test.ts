/** One process per database file. */
import { linkSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newFolder, run, type Folder, type Running } from './temporary.ts'

let folder: Folder
let started: Running[]
beforeEach(() => {
  folder = newFolder()
  started = []
})
afterEach(async () => {
  await Promise.all(started.map((running) => running.kill()))
  folder.remove()
})

function start(when = 'at once'): Running {
  const running = run('starter.ts', folder.url, folder.dataDir, when)
  started.push(running)
  return running
}

test('a second process is refused, and told who holds the database', async () => {
  const first = start()
  await first.line('open')
  const refused = await start().line('refused')
  expect(refused).toContain(folder.file)
  expect(refused).toContain(`process ${first.child.pid} on `)
})

test('a killed process leaves nothing that blocks the next', async () => {
  const first = start()
  await first.line('open')
  await first.kill()
  await start().line('open')
})

test('a process that was stopped in the middle holds its lock until it is gone', async () => {
  const first = start()
  await first.line('open')
  first.child.kill('SIGSTOP')
  await start().line('refused')
  await first.kill()
  await start().line('open')
})

test('of six that start at once, one opens and five are refused', async () => {
  const six = Array.from({ length: 6 }, () => start('when told'))
  await Promise.all(six.map((running) => running.line('loaded')))
  const moment = String(Date.now() + 100)
  for (const { child } of six) child.stdin?.write(moment)
  const answers = await Promise.all(
    six.map((running) => Promise.any([running.line('open'), running.line('refused')])),
  )
  expect(answers.filter((answer) => answer === 'open')).toHaveLength(1)
  expect(answers.filter((answer) => answer.startsWith('refused'))).toHaveLength(5)
})

test('B9: through a symbolic link it is the same database', async () => {
  await start().line('open')
  const elsewhere = newFolder()
  symlinkSync(folder.file, elsewhere.file)
  const other = run('starter.ts', elsewhere.url, elsewhere.dataDir)
  started.push(other)
  expect(await other.line('refused')).toContain(folder.file)
  elsewhere.remove()
})

test('B9: and so it is when the link was there before the database', async () => {
  const elsewhere = newFolder()
  symlinkSync(path.relative(elsewhere.dataDir, folder.file), elsewhere.file)
  const first = run('starter.ts', elsewhere.url, elsewhere.dataDir)
  started.push(first)
  await first.line('open')
  await start().line('refused')
  elsewhere.remove()
})

test('B9: a file with a second name (hard link) is not opened under either', async () => {
  const first = start()
  await first.line('open')
  await first.kill()
  const elsewhere = newFolder()
  linkSync(folder.file, elsewhere.file)
  const other = run('starter.ts', elsewhere.url, elsewhere.dataDir)
  started.push(other)
  expect(await other.line('refused')).toContain('2 names (hard links)')
  await start().line('refused')
  rmSync(elsewhere.file)
  await start().line('open')
  elsewhere.remove()
})

test('another spelling of the same path is the same database', async () => {
  await start().line('open')
  const other = run('starter.ts', `file://${folder.dataDir}/./alongside.db`, folder.dataDir)
  started.push(other)
  await other.line('refused')
})
