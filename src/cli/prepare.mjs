/** What the starter and the tests need before anything else: packages, then a build. Runs on Node 20. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import {
  builtAt,
  currentBuild,
  folderOf,
  markInUse,
  newBuild,
  switchTo,
  tidyBuilds,
} from '../builds.mjs'
import { modernNode } from './modern-node.mjs'

const BUILT_FROM = [
  'src',
  'content',
  'db',
  'public',
  // What /help is drawn from.
  'docs',
  'README.md',
  'CONTRIBUTING.md',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** Installs the packages unless those of package-lock.json are there. */
export function installIfNeeded() {
  if (isInstalled()) return
  console.log('Installing packages. This happens once and takes about half a minute…')
  const command = existsSync('package-lock.json') ? 'ci' : 'install'
  const args = [command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  // Started by npm, its own path is known; else the shell finds it (on Windows it is npm.cmd).
  const npm = process.env.npm_execpath
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { encoding: 'utf8' })
    : spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' })
  if (run.status === 0) return
  const said = `${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`
  console.error(said.trim())
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH/.test(said))
    fail('The packages could not be fetched. Is this computer online? Then try again.')
  if (/ENOSPC/.test(said)) fail('The disk is full. Free some space and try again.')
  fail('Installing did not work; the lines above say why.')
}

/** True when node_modules holds the versions of the lock (other systems' optional packages aside). */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
    const there = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages
    return Object.entries(wanted).every(
      ([name, { version, optional }]) =>
        name === '' || optional || there[name]?.version === version,
    )
  } catch {
    return false
  }
}

/**
 * Builds unless nothing changed since the last good build.
 * @param {{ orOlder?: boolean }} [options] as for `build`
 */
export function buildIfNeeded({ orOlder = true } = {}) {
  if (newest(BUILT_FROM) <= builtAt()) return
  build({ orOlder })
}

/**
 * Into a folder of its own, which counts only once it is whole (builds.mjs). What is not released is never built.
 * @param {{ orOlder?: boolean }} [options] orOlder: the build that is there will do where the course is not released
 */
export function build({ orOlder = false } = {}) {
  console.log('Building. This takes a few seconds and happens again only after a change…')
  const startedAt = new Date()
  const id = newBuild()
  const done = markInUse(id)
  const folder = folderOf(id)
  const run = runTool(['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder], 'pipe')
  if (run.status !== 0) {
    done()
    rmSync(folder, { recursive: true, force: true })
    const said = `${run.stdout}${run.stderr}`
    if (said.includes('NotReleased:')) return notReleased(orOlder)
    console.error(said.trim())
    fail('The build did not work; the lines above say why.')
  }
  switchTo(id, startedAt)
  done()
  tidyBuilds()
}

/** Names what is not released; goes on with the build before, where that will do. */
function notReleased(orOlder) {
  runTool(['src/cli/alongside.ts', 'course', 'changes'], 'inherit')
  if (!orOlder || !currentBuild())
    fail('Nothing was built: a build holds only what is released. The lines above say what is not.')
  console.log(
    '\nStarting with the build before: what the lines above name is not in it, nor is any other change since.\n',
  )
}

/** The latest change below these paths, in milliseconds; a folder changes when a file in it goes. */
function newest(paths) {
  let latest = 0
  for (const name of paths.filter((name) => existsSync(name))) {
    const stat = statSync(name)
    latest = Math.max(latest, stat.mtimeMs)
    if (stat.isDirectory())
      latest = Math.max(latest, newest(readdirSync(name).map((entry) => path.join(name, entry))))
  }
  return latest
}

/** What tools read is soon thrown away: with more room for it Node looks through it less often, which saves a twentieth. */
const ROOM = '--max-semi-space-size=64'
const ofTools = () => ({ ...process.env, ASTRO_TELEMETRY_DISABLED: '1' })

/**
 * Runs a tool's script on the modern Node and waits for it.
 * @param {string[]} args script and arguments
 * @param {'inherit' | 'pipe'} stdio
 */
export function runTool(args, stdio, env = {}) {
  return spawnSync(modernNode(), [ROOM, ...args], {
    stdio: ['ignore', stdio, stdio],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...ofTools(), ...env },
  })
}

/**
 * The same, without waiting.
 * @param {string[]} args
 * @param {'inherit' | number} stdio a number is a file that is open
 * @returns {{ ended: Promise<number>, stop(): void }} its exit code
 */
export function beginTool(args, stdio) {
  const child = spawn(modernNode(), [ROOM, ...args], {
    stdio: ['ignore', stdio, stdio],
    env: ofTools(),
  })
  const stop = () => void child.kill()
  process.once('exit', stop)
  return { ended: once(child, 'exit').then(([code]) => code ?? 1), stop }
}

/** @returns {never} */
export function fail(words) {
  console.error(`\n${words}`)
  process.exit(1)
}
