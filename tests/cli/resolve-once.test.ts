/** What is quick about a start changes nothing else: each import leads where Node itself leads. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { QUICK } from '#cli/modern-node.mjs'

const SCRIPT = `
  import { createRequire } from 'node:module'
  const known = ['drizzle-orm', 'drizzle-orm/sqlite-core', 'drizzle-orm/libsql', 'drizzle-orm/migrator', 'drizzle-orm-x', 'zod']
  const { sql, is } = await import('drizzle-orm')
  const { SQL } = await import('drizzle-orm/sql')
  console.log(JSON.stringify({
    paths: await Promise.all(known.map((name) => { try { return import.meta.resolve(name) } catch (error) { return error.code } })),
    isOne: is(sql\`1\`, SQL),
    required: createRequire(process.cwd() + '/x.js')('drizzle-orm') === await import('drizzle-orm'),
    ofCommonJs: createRequire(process.cwd() + '/x.js').resolve('drizzle-orm'),
  }))`

function said(...words: string[]) {
  const run = spawnSync(process.execPath, [...words, '--input-type=module', '-e', SCRIPT], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  })
  expect(run.stderr).toBe('')
  return JSON.parse(run.stdout) as { readonly paths: string[]; readonly isOne: boolean }
}

test('every import of drizzle-orm, and of what is called like it, is the same with it and without', () => {
  const quick = said(...QUICK)
  expect(quick).toEqual(said())
  expect(quick.isOne).toBe(true)
  expect(quick.paths[0]).toMatch(/drizzle-orm\/index\.js$/)
  expect(quick.paths[4]).toBe('ERR_MODULE_NOT_FOUND')
})
