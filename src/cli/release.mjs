/** `npm run release -- 0.2.0`: version, changelog, commit and tag in one step, or none of them (docs/decisions/releases.md). */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fail } from './prepare.mjs'
import { ROOT } from './modern-node.mjs'

const OPEN = '## Not released yet\n'
process.chdir(ROOT)
const words = process.argv.slice(2)
const isTested = words.includes('--tested')
const isAudited = words.includes('--audited')
const [number = '', ...more] = words.filter((word) => !['--tested', '--audited'].includes(word))
if (!/^\d+\.\d+\.\d+$/.test(number) || more.length) {
  console.error('Say which version: npm run release -- 0.2.0 [--tested] [--audited]')
  process.exit(2)
}

const manifest = readFileSync('package.json', 'utf8')
const { version } = JSON.parse(manifest)
if (!isNewer(number, version))
  fail(`${number} is not newer than ${version}, which is the version now.`)
if (git('status', '--porcelain')) fail('Something is not committed yet: commit it, or put it away.')
if (git('tag', '--list', `v${number}`)) fail(`There is a tag v${number} already.`)
const changelog = readFileSync('CHANGELOG.md', 'utf8')
const section = sectionIn(changelog)
if (!/^- /m.test(section))
  fail('CHANGELOG.md has nothing under "Not released yet": write what changes, and for whom.')
if (!isAudited) refuseKnownHoles()
if (!isTested) {
  const { status } = spawnSync(process.execPath, ['src/cli/test.mjs'], { stdio: 'inherit' })
  if (status !== 0) fail('The tests do not pass; nothing was released.')
}

const today = new Date().toISOString().slice(0, 10)
writeFileSync('package.json', manifest.replace(`"version": "${version}"`, `"version": "${number}"`))
const lock = readFileSync('package-lock.json', 'utf8')
// It stands there twice: at the top, and for the package ''.
let seen = 0
writeFileSync(
  'package-lock.json',
  lock.replaceAll(`"version": "${version}"`, (text) =>
    ++seen <= 2 ? `"version": "${number}"` : text,
  ),
)
writeFileSync('CHANGELOG.md', changelog.replace(OPEN, `${OPEN}\n## ${number} (${today})\n`))
git('commit', '--quiet', '--all', '--message', `Release ${number}`)
git(
  'tag',
  '--annotate',
  `v${number}`,
  '--cleanup=verbatim',
  '--message',
  `Alongside ${number}\n\n${section.trim()}\n`,
)
const byHand = section.split('\n').filter((line) => /by hand/i.test(line))
console.log(
  [
    `Released ${number}, here alone. Look at it (git show v${number}), then: git push --follow-tags`,
    ...(byHand.length ? ['By hand, for whoever upgrades:', ...byHand] : []),
  ].join('\n'),
)

/** From "Not released yet" to the next version. */
function sectionIn(text) {
  const from = text.indexOf(OPEN)
  if (from < 0) fail('CHANGELOG.md has no "## Not released yet".')
  const rest = text.slice(from + OPEN.length)
  const end = rest.search(/^## /m)
  return end < 0 ? rest : rest.slice(0, end)
}

/** Asks the registry what is known of the packages that are shipped: SECURITY.md says how soon they are raised. */
function refuseKnownHoles() {
  const { status, stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  let report
  try {
    report = JSON.parse(stdout)
  } catch {
    report = {}
  }
  const holes = Object.entries(report.vulnerabilities ?? {})
  fail(
    holes.length
      ? `Packages with a known hole: ${holes.map(([name, { severity }]) => `${name} (${severity})`).join(', ')}. Raise them; see npm audit.`
      : `Nobody could be asked about known holes (npm audit: ${(report.message ?? stderr ?? '').trim().split('\n')[0] || 'no answer'}). Try again, or say --audited where it was asked elsewhere.`,
  )
}

function isNewer(one, other) {
  const [a, b] = [one, other].map((text) => text.split('.').map(Number))
  const at = a.findIndex((part, index) => part !== b[index])
  return at >= 0 && a[at] > b[at]
}

function git(...args) {
  const run = spawnSync('git', args, { encoding: 'utf8' })
  if (run.status !== 0) fail(`git ${args[0]} did not work: ${run.stderr.trim()}`)
  return run.stdout.trim()
}
