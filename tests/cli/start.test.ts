/** What `npm start` finds before anything is installed or built. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let clone = ''
beforeAll(() => {
  clone = mkdtempSync(path.join(tmpdir(), 'alongside-clone-'))
  for (const name of [
    'src/cli',
    'src/builds.mjs',
    'src/port-words.mjs',
    'src/settings/file.mjs',
    'package.json',
    'package-lock.json',
  ])
    cpSync(name, path.join(clone, name), { recursive: true })
})
afterAll(() => rmSync(clone, { recursive: true }))

/** In an empty clone, where nothing can be fetched either. */
function run(command: string, env: Record<string, string>, ...before: string[]) {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [...before, ...`${clone}/src/cli/${command}`.split(' ')],
    {
      env: { npm_config_registry: 'http://127.0.0.1:9', npm_config_fetch_retries: '0', ...env },
      encoding: 'utf8',
      cwd: tmpdir(),
    },
  )
  return { status, said: stdout + stderr }
}

test.each(['start.mjs', 'start.mjs --demo'])(
  'G2: a taken port is named before anything is installed: %s',
  async (command) => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { status, said } = run(command, { PORT: String(port), HOST: '127.0.0.1' })
    other.close()
    expect([status, said]).toEqual([
      1,
      `Another program already listens at port ${port}: stop it, or choose another: PORT=4321 npm start\n`,
    ])
    expect(existsSync(path.join(clone, 'node_modules'))).toBe(false)
  },
)

test('a port that a file names is asked too, and a file that cannot be read is named', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const file = path.join(clone, 'own.env')
  writeFileSync(file, `PORT=${port}\nHOST=127.0.0.1\n`)
  const { status, said } = run('start.mjs', { ALONGSIDE_CONFIG: file })
  other.close()
  expect([status, said]).toEqual([
    1,
    expect.stringMatching(`^Another program already listens at port ${port}: `),
  ])
  expect(run('start.mjs', { ALONGSIDE_CONFIG: `${file}s` })).toEqual({
    status: 1,
    said: `These settings are wrong:\nALONGSIDE_CONFIG: ${file}s cannot be read (ENOENT)\n`,
  })
})

test.each(['start.mjs', 'test.mjs', 'alongside.mjs'])(
  'G2: an old Node is named in one sentence: %s',
  (script) => {
    const { status, said } = run(
      script,
      {},
      '--import',
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.8"}})',
    )
    expect([status, said]).toEqual([
      1,
      expect.stringMatching(
        /^Alongside needs Node 2\d\.\d+ or newer, and this is 18\.20\.8: install .*\n$/,
      ),
    ])
  },
)
