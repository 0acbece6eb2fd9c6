/** `alongside scorm check`: says what is wrong with a package, ours or anybody's. */
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { packages } from '#i18n/en/packages.ts'
import { checkPackage, type Checked } from '#scorm/check/check-package.ts'
import type { Finding } from '#domain/packages/finding.ts'
import { Misuse } from './command.ts'
import type { Given } from './given.ts'

/** @returns 0 good, 3 errors were found @throws Misuse */
export async function run(given: Given): Promise<number> {
  const [file = ''] = given.words
  if (!existsSync(file) || !statSync(file).isFile()) throw new Misuse(`There is no file ${file}.`)
  const checked = await checkPackage(file, null)
  const bad = checked.findings.some(({ level }) => level === 'stop' || level === 'error')
  if (given.is('json')) {
    const findings = checked.findings.map((one) => ({ ...one, says: inSentence(one) }))
    const told = { file: path.basename(file), good: !bad, ...checked, findings }
    console.log(JSON.stringify(told, null, 2))
  } else for (const line of inWords(path.basename(file), checked, bad)) console.log(line)
  return bad ? 3 : 0
}

const inSentence = ({ rule, file, detail }: Finding): string => packages.rules[rule](file, detail)

function inWords(file: string, { findings, manifest, facts }: Checked, bad: boolean): string[] {
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
    ...findings.map((one) => `${packages.levels[one.level]}: ${inSentence(one)} [${one.rule}]`),
    bad ? 'There are errors.' : 'No errors.',
  ]
}
