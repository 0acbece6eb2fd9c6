/**
 * The file in which settings may stand: what ALONGSIDE_CONFIG names, else .env in the project's folder.
 * Plain JavaScript, because the starter asks for PORT and HOST before anything is installed.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as util from 'node:util'

/** As ALONGSIDE_CONFIG: no file, whatever lies there. */
const NO_FILE = 'none'

/** A mistake in the file; its message says which line, and what to do. */
export class SettingsFileError extends Error {}

/**
 * @typedef {object} SettingsFile
 * @property {string} path
 * @property {Record<string, string>} values
 * @property {Record<string, number>} lines the line in which each stands, from 1
 */

/**
 * @param {Record<string, string | undefined>} env
 * @returns {SettingsFile | null} null where there is none
 * @throws {SettingsFileError} where the named one cannot be read, or a line of it is no setting
 */
export function settingsFile(env) {
  const named = env['ALONGSIDE_CONFIG']
  if (named === NO_FILE) return null
  const file = path.resolve(named || '.env')
  const text = read(file, Boolean(named))
  // Node 20.11, which only fetches a newer one, has no reader: the port is asked again by the server.
  if (text === null || !util.parseEnv) return null
  return {
    path: file,
    values: /** @type {any} */ (util.parseEnv(text)),
    lines: linesOf(file, text),
  }
}

/** @param {string} file @param {boolean} mustExist */
function read(file, mustExist) {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === 'ENOENT' && !mustExist) return null
    throw new SettingsFileError(
      `${mustExist ? 'ALONGSIDE_CONFIG: ' : ''}${file} cannot be read (${code})`,
    )
  }
}

/** Node's reader passes over what it does not know, and of two lines it takes one. @param {string} file @param {string} text */
function linesOf(file, text) {
  /** @type {Record<string, number>} */
  const lines = {}
  const wrong = text.split(/\r?\n/).flatMap((line, index) => {
    if (/^\s*(#|$)/.test(line)) return []
    const name = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line)?.[1]
    const at = `${file}, line ${index + 1}`
    // What stands there may be a secret: it is not said again.
    if (!name) return [`${at}: is no setting; write NAME=value, in one line`]
    if (lines[name]) return [`${at}: ${name} stands in line ${lines[name]} too; leave one of them`]
    lines[name] = index + 1
    return []
  })
  if (wrong.length) throw new SettingsFileError(wrong.join('\n'))
  return lines
}

/** The environment with what only the file says. An empty variable says nothing. @param {Record<string, string | undefined>} env */
export function withSettingsFile(env) {
  const said = Object.entries(env).filter(([, value]) => value)
  return { ...settingsFile(env)?.values, ...Object.fromEntries(said) }
}
