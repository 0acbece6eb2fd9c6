/** Every command of `alongside`. Each is done by a file of its own, which is read only when it is called. */
import type { Command } from './command.ts'
import { SCORM_COMMANDS } from './scorm-commands.ts'

export const COMMANDS: Readonly<Record<string, Command>> = {
  'course check': {
    does: 'say what is wrong in content/, with file, line, field and remedy',
    takes: [],
    options: {},
    more: ['Writes nothing. Errors stop a build, warnings do not.'],
    examples: [''],
    ends: { 3: 'where there are errors' },
    load: () => import('./course-check.ts'),
  },
  'course reading': {
    does: 'print how hard each page is to read, and which ones miss the targets',
    takes: [],
    options: {},
    more: ['Writes nothing. It is advice, so it always ends well.'],
    examples: [''],
    ends: {},
    load: () => import('./course-reading.ts'),
  },
  'course screenplay': {
    does: 'print a practice session as a script to read aloud',
    takes: [{ name: 'SESSION', help: 'its name, for example skip-thursday' }],
    needs: 1,
    options: {
      language: { value: 'LANGUAGE', help: 'en (when left out), es, or both, line by line' },
      programme: { value: 'NAME', help: 'whose words are put in; the first one when left out' },
      reasons: { help: 'also what each reply keeps or crosses, and why: for who leads' },
    },
    more: ['Writes nothing. The good road comes first; each reply says where to go on.'],
    examples: ['skip-thursday', 'skip-thursday --language both --reasons'],
    ends: { 1: 'where the course cannot be read' },
    load: () => import('./course-screenplay.ts'),
  },
  'course map': {
    does: 'print which reply of a practice session leads where',
    takes: [{ name: 'SESSION', help: 'its name, for example skip-thursday' }],
    needs: 1,
    options: { mermaid: { help: 'as a Mermaid flowchart, to be drawn' } },
    more: [
      'Writes nothing. A turn that no reply leads to is marked, and so is one that never ends.',
    ],
    examples: ['skip-thursday', 'skip-thursday --mermaid'],
    ends: { 1: 'where the course cannot be read', 3: 'where a way leads nowhere' },
    load: () => import('./course-map.ts'),
  },
  'course tells': {
    does: 'print how often the best reply is heard by its form, without the scene',
    takes: [],
    options: {
      json: { help: '{goals, en: {turns, questions}, es}: percent, chance, of how many' },
      each: {
        help: 'also each turn and question: how far ahead the best one sounds, first the most',
      },
    },
    more: ['Writes nothing. It is advice, so it always ends well (docs/decisions/tells.md).'],
    examples: ['', '--each', '--json'],
    ends: { 1: 'where the course cannot be read' },
    load: () => import('./course-tells.ts'),
  },
  'course changes': {
    does: 'print what the course says now and has not released: nobody gets it yet',
    takes: [],
    options: { json: { help: '{errors, changes: {added, removed, renamed, raised, reworded}}' } },
    more: ['Writes nothing. `npm run dev` shows these changes to an author.'],
    examples: ['', '--json'],
    ends: { 3: 'where something is not released, or there are errors' },
    load: () => import('./course-changes.ts'),
  },
  'course release': {
    does: 'write content/ledger.json, so that what the course says now is what people get',
    takes: [{ name: 'ID…', help: 'more items of which only the wording changed' }],
    options: {
      wording: {
        value: 'ID',
        help: 'an item of which only the wording changed, not the meaning',
        multiple: true,
      },
      yes: { help: 'release what is printed without asking' },
    },
    more: [
      'First prints each item and, from the database, who is asked again and which mentors lapse; then asks.',
      'Every item that changed is either raised (its revision, in its file) or named as wording.',
    ],
    examples: ['', '--wording consent/waiting-for-consent --yes'],
    ends: { 3: 'where something is in the way' },
    load: () => import('./course-release.ts'),
  },
  'course stamp': {
    does: 'write into a translation which English text it translates',
    takes: [{ name: 'FILE…', help: 'translated files below content/' }],
    needs: 1,
    takesPaths: true,
    options: {},
    more: ['Changes only the line "translates:" of each file that is named.'],
    examples: ['content/es/consent/quiz.yaml'],
    ends: { 3: 'where a file is no translation' },
    load: () => import('./course-stamp.ts'),
  },
  ...SCORM_COMMANDS,
  backup: {
    does: 'copy the database, the edited programmes and the imported packages, and check the copy',
    takes: [{ name: 'FILE', help: 'where to; a new file in DATA_DIR/backups when left out' }],
    takesPaths: true,
    options: { overwrite: { help: 'replace a backup that is there; never the database itself' } },
    more: [
      'Beside FILE.db a folder FILE.files is made. A running server makes the copy itself.',
      'The folder that FILE is in must be there.',
    ],
    examples: ['', '/mnt/safe/alongside-monday.db', '/mnt/safe/alongside-monday.db --overwrite'],
    ends: { 1: 'where no copy was made' },
    load: () => import('./backup.ts'),
  },
  'link administrator': {
    does: 'make a link with which an administrator chooses a new password',
    takes: [
      {
        name: 'SIGN-IN-NAME',
        help: 'whose; may be left out where there is one administrator only',
      },
    ],
    options: {},
    more: ['Stop the server first: one process may use the database at a time.'],
    examples: ['', 'ana@example.org'],
    ends: { 1: 'where no link was made' },
    load: () => import('./link-administrator.ts'),
  },
  'person reset': {
    does: 'give somebody of the staff a way back: a link with which they choose a new password',
    takes: [{ name: 'SIGN-IN-NAME', help: 'whose; administrator, coordinator or observer' }],
    needs: 1,
    options: {
      'second-step': {
        help: 'also take app, passkeys and recovery codes away, and sign every device out',
      },
    },
    more: [
      'They are told by mail. Make sure that it is really them who asked.',
      'Stop the server first: one process may use the database at a time.',
    ],
    examples: ['carla@example.org', 'ana@example.org --second-step'],
    ends: { 1: 'where there is nobody of the staff with this name' },
    load: () => import('./person-reset.ts'),
  },
  'db rebuild': {
    does: 'compute all progress again from the records',
    takes: [],
    options: {},
    more: [
      'Writes only the rows that differed; the records themselves are never changed.',
      'Stop the server first: one process may use the database at a time.',
    ],
    examples: [''],
    ends: {
      1: 'where there is no database to use',
      3: 'where rows differed (they are mended then)',
    },
    load: () => import('./db-rebuild.ts'),
  },
  'mail test': {
    does: 'send one mail now and say what the mail server answered',
    takes: [{ name: 'ADDRESS', help: 'where to, for example your own' }],
    needs: 1,
    options: {},
    more: ['Uses SMTP_URL and MAIL_FROM. Reads and writes no database, so the server may run.'],
    examples: ['you@example.org'],
    ends: { 1: 'where the mail server did not take it, or mail is off' },
    load: () => import('./mail-test.ts'),
  },
  'retention run': {
    does: 'delete what has been kept long enough (docs/retention.md); the server does it once a day',
    takes: [],
    options: {
      today: {
        value: 'YYYY-MM-DD',
        help: 'the day of today, from another clock: for a server that was off for more than a week',
      },
    },
    more: [
      'A copy of the database is made in DATA_DIR/backups before anything is deleted.',
      'A clock more than 7 days ahead of the newest time in the database is not believed without --today.',
    ],
    examples: ['', '--today 2026-11-28'],
    ends: { 1: 'where nothing was deleted because something is in the way' },
    load: () => import('./retention-run.ts'),
  },
  demo: {
    does: 'make the invented cast and print links to sign in (npm run demo does this)',
    takes: [],
    options: {},
    more: ['Only in a database of its own: never where real people are.'],
    examples: [''],
    ends: { 1: 'where the database is not one of a demo' },
    load: () => import('./demo.ts'),
  },
}
