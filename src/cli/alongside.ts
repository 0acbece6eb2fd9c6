/** The `alongside` command. Each subcommand is a file of its own; exit 0 done, 2 misuse, 3 problems found. */
const COMMANDS: Record<string, { help: string; load: () => Promise<{ run: Run }> }> = {
  'course check': {
    help: 'say what is wrong in content/, with file, field and remedy',
    load: () => import('./course-check.ts'),
  },
  'course reading': {
    help: 'print how hard each page is to read, and which ones miss the targets',
    load: () => import('./course-reading.ts'),
  },
  'course release': {
    help: '[--wording ID…]  write the ledger once every change is revised or named as wording',
    load: () => import('./course-release.ts'),
  },
  'course stamp': {
    help: 'FILE…  write into a translation which English text it translates',
    load: () => import('./course-stamp.ts'),
  },
  'scorm export': {
    help: '--programme P --language en|es|both --standard 1.2|2004 --out FILE [--per-module …]  make SCORM packages; without options it lists them all',
    load: () => import('./scorm-export.ts'),
  },
  'scorm check': {
    help: 'FILE.zip [--json]  say what is wrong with a package, ours or anybody’s',
    load: () => import('./scorm-check.ts'),
  },
  backup: {
    help: '[FILE]  copy the database and check the copy',
    load: () => import('./backup.ts'),
  },
  'link administrator': {
    help: '[SIGN-IN-NAME]  a link with which an administrator chooses a new password',
    load: () => import('./link-administrator.ts'),
  },
  'db rebuild': {
    help: 'compute all progress again from the records; exit 3 where it differed',
    load: () => import('./db-rebuild.ts'),
  },
  'retention run': {
    help: 'delete what has been kept long enough (docs/retention.md); the server does it once a day',
    load: () => import('./retention-run.ts'),
  },
  demo: {
    help: 'make the invented cast and print links to sign in (npm run demo does this)',
    load: () => import('./demo.ts'),
  },
}

export type Run = (args: string[]) => number | Promise<number>

const words = process.argv.slice(2)
const found = Object.keys(COMMANDS)
  .sort((a, b) => b.length - a.length)
  .find((name) => words.slice(0, name.split(' ').length).join(' ') === name)

if (!found) {
  console.log('alongside – usage:\n')
  for (const [name, { help }] of Object.entries(COMMANDS))
    console.log(`  alongside ${name}  ${help}`)
  process.exitCode = words.length === 0 || words[0] === '--help' ? 0 : 2
} else {
  const command = await COMMANDS[found]?.load()
  process.exitCode = (await command?.run(words.slice(found.split(' ').length))) ?? 2
}
