/** What `alongside doctor` and the System page say of each finding: what is so, then what to do about it. */
import type { CheckName, FindingWords, State } from '#domain/doctor/finding.ts'
import type { MailReason } from '#domain/people/mail-state.ts'

const page = {
  title: 'System',
  intro: 'How the platform itself is doing, and what needs a look.',
  toDo: 'What to look at',
  allGood: 'There is nothing to look at.',
  facts: 'Facts',
  good: 'What was looked at and is good',
  more: 'The whole database and the mail server are looked at by “alongside doctor”, at the terminal of the server.',
  version: 'Version of Alongside',
  database: 'Database',
  inFile: (size: string) => `One file, ${size}`,
  onServer: (host: string) => `libSQL server ${host}`,
  backup: 'Newest backup',
  sealed: 'It is encrypted.',
  notSealed: 'It is not encrypted.',
  drill: 'Last restore drill',
  drilled: (day: string, file: string, problems: number) =>
    `${day}, ${file}: ${problems === 0 ? 'came back whole' : 'did not come back whole'}`,
  none: 'None yet',
  mail: 'Mail',
  from: (sender: string) => `From ${sender}.`,
  lastSent: (time: string) => `The last one went out on ${time}.`,
  neverSent: 'None has gone out yet.',
  waiting: (n: number) => (n === 0 ? 'None waits.' : n === 1 ? 'One waits.' : `${n} wait.`),
  mailOff: 'Nothing is mailed',
  packages: 'Host of imported packages',
  packagesOff: 'None: no package can be imported',
  test: 'Does a mail arrive?',
  testHelp:
    'A short mail goes to your own address, at once. The mail server has eight seconds to take it.',
  sendTest: 'Send me a test mail',
  testSent:
    'The mail server took the mail. Look whether it is in your mailbox, and not among spam.',
  testFailed: (server: string, problem: string, remedy: string) =>
    `The mail server ${server} did not take the mail (${problem}). ${remedy}`,
  testRefused: {
    off: 'Nothing is mailed here: SMTP_URL and MAIL_FROM are not set.',
    'no-address':
      'You have no e-mail address yet. Put one there under “My account”, then try again.',
  },
  testMail: {
    subject: 'A test of Alongside',
    text: 'Mail from Alongside arrives here. Nothing else is to be done.\n',
  },
}

export interface DoctorWords {
  readonly page: typeof page
  readonly mailRemedies: Readonly<Record<MailReason, string>>
  readonly states: Readonly<Record<State, string>>
  readonly checks: Readonly<Record<CheckName, string>>
  readonly findings: FindingWords
}

const SIZES = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const
export const sizeIn = (bytes: number, locale: string): string => {
  const step = Math.min(
    SIZES.length - 1,
    Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)),
  )
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  return `${number.format(bytes / 1000 ** step)} ${SIZES[step] ?? ''}`
}
const size = (bytes: number): string => sizeIn(bytes, 'en')
const of = (n: number, one: string, many: string): string =>
  n === 1 ? one : many.replace('#', new Intl.NumberFormat('en').format(n))

const MAIL: Readonly<Record<MailReason, string>> = {
  address: 'It refuses an address: check MAIL_FROM.',
  full: 'The mailbox is full.',
  'not-let-in': 'It does not let this platform in: check the name and the password in SMTP_URL.',
  certificate:
    'Nobody vouches for its certificate, so nothing is sent: give it one for the name in SMTP_URL, or add ?ignoreTLS=true where it runs on this machine.',
  away: 'It cannot be reached: check the host and the port in SMTP_URL, and the network.',
  other: 'Look into the log of the mail server.',
}

/** As the form under “Words and contacts” calls them. */
export const examplesIn = (fields: readonly string[]): string =>
  new Intl.ListFormat('en').format(
    fields.map((field) => {
      const line = lineOf(field)
      if (line) return `line ${line} for emergencies`
      return field === 'contact' ? 'the contact' : 'the e-mail address of the contact'
    }),
  )

/** Which line for emergencies, from 1; null for what is none. */
export function lineOf(field: string): number | null {
  const [, line] = /^crisis\.(\d+)$/.exec(field) ?? []
  return line === undefined ? null : Number(line) + 1
}

export const doctor: DoctorWords = {
  page,
  mailRemedies: MAIL,
  states: { ok: 'Good', warning: 'Look at it', problem: 'Problem' },
  checks: {
    settings: 'Settings',
    node: 'Node',
    folder: 'Data folder',
    disk: 'Room on the disk',
    clock: 'Clock',
    database: 'Database',
    migrations: 'Version of the database',
    mail: 'Mail',
    proxy: 'Proxy',
    packages: 'Imported packages',
    backup: 'Backup',
    drill: 'Restore drill',
    examples: 'Contacts and crisis lines',
    factors: 'Second step of staff',
  },
  findings: {
    'settings-wrong': ({ says }) => [
      says,
      'Correct it in the file or the environment; “alongside config” shows where each setting comes from.',
    ],
    'node-fine': ({ version }) => [`Node ${version}`],
    'node-old': ({ version, wants }) => [
      `Node ${version} is too old.`,
      `Install Node ${wants} or newer.`,
    ],
    'folder-fine': ({ folder }) => [`${folder} is there, and closed to other accounts.`],
    'folder-missing': ({ folder }) => [
      `There is no folder ${folder}.`,
      'Set DATA_DIR as it is for the server, or start the server once: it makes the folder.',
    ],
    'folder-shut': ({ folder }) => [
      `This account may not read and write ${folder}.`,
      'Give the folder to the account that runs Alongside (chown), or set DATA_DIR to another.',
    ],
    'folder-other': ({ folder }) => [
      `${folder} is not the folder of this database: the file of-database is missing there.`,
      'Mount the shared folder; the first start on a new database marks it by itself. Until then nothing is imported, no words are changed and nobody is erased; the rest goes on.',
    ],
    'folder-open': ({ folder, mode }) => [
      `Other accounts of this machine may look into ${folder} (mode ${mode}).`,
      `Close it: chmod 700 ${folder}`,
    ],
    'disk-fine': ({ free }) => [`${size(free)} are free.`],
    'disk-low': ({ free, wants }) => [
      `Only ${size(free)} are free; ${size(wants)} would leave room for backups and upgrades.`,
      'Make room, or move older backups to another disk.',
    ],
    'disk-full': ({ free, wants }) => [
      `Only ${size(free)} are free. A backup or an upgrade needs ${size(wants)}, and soon nothing can be saved.`,
      'Make room now. What was saved stays.',
    ],
    'clock-fine': ({ today }) => [`Today is ${today}, which fits what is in the database.`],
    'clock-behind': ({ now, newest }) => [
      `The clock says ${now}, but something was written at ${newest}.`,
      'Set the clock of this machine right (NTP), then start the server again.',
    ],
    'clock-ahead': ({ today, newest, days }) => [
      `The clock says ${today}, ${days} days after the newest time that is believed (${newest}). Nothing is deleted until somebody looks.`,
      'If the clock is wrong, set it right. If the server was off for so long: alongside retention run --today YYYY-MM-DD',
    ],
    'database-writes': ({ place }) => [
      place === 'file' ? 'The database takes writes.' : `The libSQL server ${place} takes writes.`,
    ],
    'database-shut': () => [
      'The database takes no writes now.',
      'Look at the room on the disk, at who owns the file, and whether another process holds it.',
    ],
    'database-refused': ({ says }) => [
      says,
      'Nothing was changed. Once it is as said, run doctor again.',
    ],
    'database-whole': ({ tables, rows }) => [
      `The database is whole: ${of(tables, 'one table', '# tables')}, ${of(rows, 'one row', '# rows')}.`,
    ],
    'database-damaged': ({ says }) => [
      `The database is damaged: ${says}`,
      'Stop the server and put the newest good backup in its place: alongside restore FILE. What was there stays beside it.',
    ],
    'database-dangling': ({ rows }) => [
      `${of(rows, 'One row points', '# rows point')} to a row that does not exist.`,
      'Make a copy of the file as it is, then restore the newest backup: alongside restore FILE.',
    ],
    'migrations-none': ({ applied }) => [
      `The database fits this version (${of(applied, 'one migration', '# migrations')}).`,
    ],
    'migrations-waiting': ({ waiting }) => [
      `${of(waiting, 'One migration waits', '# migrations wait')}: the database is of an older version.`,
      'The next start makes a copy and brings it up to date; or now, with the server stopped: alongside db migrate',
    ],
    'migrations-newer': () => [
      'The database was changed by another version of Alongside, which this one does not know.',
      'Start that version again, or restore the backup that was made before the upgrade: alongside restore FILE.',
    ],
    'mail-off': () => [
      'Nothing is mailed: invitations and codes are handed over, and nobody is told of anything.',
      'Set SMTP_URL and MAIL_FROM (docs/configuration.md).',
    ],
    'mail-answers': ({ host }) => [
      `The mail server ${host} lets us in. Whether a mail arrives, only a mail shows: alongside mail test ADDRESS.`,
    ],
    'mail-fails': ({ host, problem, reason }) => [
      `The mail server ${host} does not take mail (${problem}). Mail waits, and is not lost.`,
      MAIL[reason],
    ],
    'mail-refused': ({ mails }) => [
      `${of(mails, 'One mail was', '# mails were')} refused for good.`,
      'The page “Administration” says why; addresses of people are on the coordinators’ list of work.',
    ],
    'proxy-unseen': () => [
      'Nobody has asked from elsewhere since the start, so nothing of a proxy was seen.',
    ],
    'proxy-none': () => ['Requests come directly, without a proxy, as TRUSTED_PROXY_HOPS=0 says.'],
    'proxy-fine': ({ hops }) => [
      `${of(hops, 'One proxy says', '# proxies say')} who asks, as TRUSTED_PROXY_HOPS says.`,
    ],
    'proxy-unbelieved': ({ entries }) => [
      'A proxy says who asks, and it is not believed: everybody counts as one address, so that wrong passwords of one keep others out.',
      `Set TRUSTED_PROXY_HOPS=${entries} if these are your own proxies.`,
    ],
    'proxy-too-few': ({ hops, entries }) => [
      `TRUSTED_PROXY_HOPS is ${hops}, but only ${of(entries, 'one proxy', '# proxies')} said who asks: a stranger could name any address.`,
      `Set TRUSTED_PROXY_HOPS=${entries}, or let each proxy add to X-Forwarded-For.`,
    ],
    'proxy-silent': ({ hops }) => [
      `TRUSTED_PROXY_HOPS is ${hops}, but no request named who asked.`,
      'Let the proxy send X-Forwarded-For, or set TRUSTED_PROXY_HOPS=0 where there is none.',
    ],
    'proxy-http': () => [
      'The proxy says that people come by http, and ORIGIN says https.',
      'Let the proxy answer http with a redirect to https only.',
    ],
    'proxy-host': ({ host, origin }) => [
      `The last request was refused (421): its Host was “${host}”, and only ${origin} is answered.`,
      'Let the proxy pass the Host on (nginx: proxy_set_header Host $host; Caddy does so by itself), or set ORIGIN to the address that people type.',
    ],
    'packages-off': () => ['CONTENT_ORIGIN is not set: packages of others cannot be imported.'],
    'packages-fine': ({ origin }) => [`Imported packages run at ${origin}.`],
    'packages-nowhere': ({ host }) => [
      `The host of imported packages, ${host}, is not found.`,
      'Make an entry for it in the DNS that leads to this server, or take CONTENT_ORIGIN away.',
    ],
    'backup-demo': () => ['People are invented here: no backup is made.'],
    'backup-elsewhere': () => [
      'A libSQL server makes its own backups: from here nobody sees whether it does.',
      'How, and how to try it out: docs/libsql-server.md. DATA_DIR needs a copy, too.',
    ],
    'backup-soon': () => [
      'There is no backup yet, and nobody to lose: the first one is made within ten minutes of the start.',
    ],
    'backup-none': () => [
      'There is no backup in DATA_DIR/backups.',
      'Make one now: alongside backup. The server makes one each night; its log says why it did not.',
    ],
    'backup-fine': ({ hours }) => [
      hours === 0
        ? 'The newest backup was made within the last hour.'
        : `The newest backup is ${of(hours, 'one hour', '# hours')} old.`,
    ],
    'backup-old': ({ days }) => [
      `The newest backup is ${of(days, 'one day', '# days')} old.`,
      'Make one now: alongside backup. The log of the server says why the night’s did not come about.',
    ],
    'backup-lost': ({ days }) => [
      `The newest backup is ${days} days old: whatever was written since would be lost.`,
      'Make one now: alongside backup. The log of the server says why the night’s did not come about.',
    ],
    'drill-none': () => [
      'No backup has been tried out yet.',
      'Try the newest one, which changes nothing: alongside backup verify',
    ],
    'drill-fine': ({ day, file }) => [
      `On ${day} the backup ${file} was tried out and came back whole.`,
    ],
    'drill-old': ({ day, days }) => [
      `The last backup was tried out on ${day}, ${days} days ago.`,
      'Try the newest one, which changes nothing: alongside backup verify',
    ],
    'drill-failed': ({ day, file, problems }) => [
      `On ${day} the backup ${file} did not come back whole (${of(problems, 'one problem', '# problems')}).`,
      'Make a new backup and try that one: alongside backup, then alongside backup verify',
    ],
    'examples-none': () => ['No contact and no crisis line is an example.'],
    'examples-left': ({ names, fields }) => [
      `The program “${names.en}” still has examples (${examplesIn(fields)}): nobody would answer there.`,
      'Put your organization’s own there, under Administration.',
    ],
    'examples-open': ({ names, fields }) => [
      `The program “${names.en}” still has examples (${examplesIn(fields)}), and this is production: nobody would answer there, and the next start is refused.`,
      'Put your organization’s own there now, under Administration.',
    ],
    'factors-none': () => ['There are no staff yet.'],
    'factors-all': ({ all }) => [
      `${of(all, 'The one account of staff has', 'All # accounts of staff have')} a second step.`,
    ],
    'factors-missing': ({ missing, all }) => [
      `${of(missing, 'One account', '# accounts')} of ${all} of staff ${missing === 1 ? 'has' : 'have'} no second step.`,
      'Who they are, and from which day on it is needed: Administration, “Second step”.',
    ],
    unlooked: ({ says }) => [
      `This could not be looked at: ${says}`,
      'If the remedy is not in these words, the log of the server says more.',
    ],
  },
}
