/**
 * Which browser the tests use: the one of package-lock.json, so that everybody tests the same;
 * a Chromium of the system only where that cannot run, or where TEST_BROWSER says so ("system" or a path).
 */
import chromium from '@sparticuz/chromium'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PACKAGE = 'node_modules/@sparticuz/chromium/package.json'

interface Browser {
  readonly file: string
  /** As it calls itself, such as "Chromium 153.0.8010.0". */
  readonly version: string
}

/** @throws in words where there is none that runs */
export async function browserPath(): Promise<string> {
  const { file, version } = await chosen(process.env['TEST_BROWSER'])
  // Playwright reads its configuration again in every worker.
  if (process.env['TEST_WORKER_INDEX'] === undefined) console.log(`Browser: ${version} (${file})`)
  return file
}

async function chosen(wish: string | undefined): Promise<Browser> {
  const ours = wish ? undefined : running(await unpacked())
  const other = wish && wish !== 'system' ? running(wish) : ours ? undefined : ofSystem()
  const found = ours ?? other
  if (found) return found
  throw new Error(
    wish
      ? `TEST_BROWSER=${wish}: no browser runs there.`
      : 'No browser runs here. The one of package-lock.json needs Linux on x64 with libnss3, libnspr4 and libexpat1; a Chromium of the system will do as well.',
  )
}

/** The browser of the lockfile, in a folder of its own version: an older or half-unpacked one is never taken for it. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string }
  const folder = path.join(tmpdir(), `alongside-chromium-${version}`)
  if (!existsSync(folder)) {
    const before = process.env['TMPDIR']
    const unfinished = mkdtempSync(`${folder}-`)
    // The package unpacks to where the system keeps what is temporary.
    process.env['TMPDIR'] = unfinished
    await chromium.executablePath().finally(() => {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    })
    try {
      renameSync(unfinished, folder)
    } catch {
      // Another run was faster.
      rmSync(unfinished, { recursive: true, force: true })
    }
  }
  return path.join(folder, 'chromium')
}

function ofSystem(): Browser | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const files = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return files
    .filter((file) => existsSync(file))
    .map(running)
    .find(Boolean)
}

/** Undefined: it does not start, say because a library is missing. */
function running(file: string): Browser | undefined {
  try {
    const said = execFileSync(file, ['--version'], { encoding: 'utf8', stdio: 'pipe' })
    return { file, version: said.trim().split('\n').at(-1) ?? '' }
  } catch {
    return undefined
  }
}

/**
 * Playwright switches off what keeps a frame of another site apart (its own list names ThirdPartyStoragePartitioning).
 * People's browsers have it on, so this list takes the place of that one: the last --disable-features counts.
 */
export const DISABLED_FEATURES = `--disable-features=${[
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
].join(',')}`
