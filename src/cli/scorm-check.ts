/** `alongside scorm check`: says what is wrong with a package, ours or anybody's. */
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { packages } from '#i18n/en/packages.ts'
import { checkPackage, type Checked } from '#scorm/check/check-package.ts'

const USAGE = 'alongside scorm check FILE.zip [--json]'

/** @returns 0 good, 2 misuse, 3 errors were found */
export async function run(args: string[]): Promise<number> {
  const options = args.filter((one) => one.startsWith('-'))
  const [file, ...more] = args.filter((one) => !one.startsWith('-'))
  if (!file || more.length || options.some((one) => one !== '--json')) return misuse('')
  if (!existsSync(file) || !statSync(file).isFile()) return misuse(`There is no file ${file}.`)
  const checked = await checkPackage(file, null)
  const bad = checked.findings.some(({ level }) => level === 'stop' || level === 'error')
  if (options.length)
    console.log(JSON.stringify({ file: path.basename(file), good: !bad, ...checked }, null, 2))
  else for (const line of inWords(path.basename(file), checked, bad)) console.log(line)
  return bad ? 3 : 0
}

function misuse(problem: string): number {
  console.error(`${problem}${problem && '\n\n'}${USAGE}`)
  return 2
}

function inWords(file: string, { findings, manifest, facts }: Checked, bad: boolean): string[] {
  const levels = packages.levels
  return [
    `${file}: ${facts ? `${facts.files} files, ${facts.zipped} bytes, ${facts.unpacked} unpacked` : 'could not be opened'}`,
    ...(manifest
      ? [
          `SCORM ${manifest.standard}${manifest.schemaVersion ? ` (${manifest.schemaVersion})` : ''}, “${manifest.title}”`,
          ...manifest.items.map(
            ({ title, kind, path: to, query }) => `  ${kind}: ${title} – ${to}${query}`,
          ),
        ]
      : []),
    ...findings.map(
      (one) =>
        `${levels[one.level]}: ${packages.rules[one.rule](one.file, one.detail)} [${one.rule}]`,
    ),
    bad ? 'There are errors.' : 'No errors.',
  ]
}
