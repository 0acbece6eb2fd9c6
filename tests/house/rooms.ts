/** The rooms of the house, and what each may import (CONTRIBUTING.md). Sorted by where their code may run. */

interface Room {
  /** Rooms whose values it may import, besides its own. */
  readonly may: readonly string[]
  /** Rooms of which it may know the types as well: they are gone when the code runs. */
  readonly types?: readonly string[]
  /** It may import no package either. */
  readonly alone?: true
}

export const ROOMS: Readonly<Record<string, Room>> = {
  // Everywhere: on the server, in the browser, inside somebody else's LMS.
  domain: { may: [], alone: true },
  i18n: { may: ['domain'], alone: true },
  view: { may: ['domain', 'i18n'], alone: true },

  // Over the course, wherever it lies: on the server, and on a device that keeps modules.
  search: { may: ['domain'] },

  // In a browser. The player runs in an LMS too; what reads aloud runs in both.
  'read-aloud': { may: ['domain'] },
  player: { may: ['domain', 'view', 'i18n', 'read-aloud', 'offline'] },
  // What a device keeps, and what runs the course there without a line; it never knows the player.
  offline: { may: ['domain', 'search'] },
  browser: { may: ['domain', 'i18n', 'read-aloud', 'offline', 'scorm/host'] },
  // On the content host, and where an export is tried.
  'scorm/host': { may: ['domain'] },

  // Where authors and packages are read and made.
  'programme-file': { may: ['domain'] },
  authoring: { may: ['domain', 'programme-file'] },
  'scorm/build': { may: ['domain', 'i18n', 'view', 'builds.mjs'] },
  // Reads strangers' archives: knows neither the server nor the database.
  'scorm/check': { may: ['domain', 'builds.mjs'] },

  // On the server.
  settings: { may: [] },
  'settings.ts': { may: ['settings'] },
  'builds.mjs': { may: [] },
  'port-words.mjs': { may: [] },
  db: { may: ['domain', 'builds.mjs'] },
  server: {
    may: [
      'db',
      'domain',
      'search',
      'programme-file',
      'scorm/build',
      'scorm/check',
      'settings.ts',
      'builds.mjs',
    ],
  },
  'front-door': { may: ['db', 'domain', 'server', 'scorm/check'] },
  'front-door.ts': {
    // Words of what the server mails by itself.
    may: ['front-door', 'db', 'server', 'web', 'settings.ts', 'port-words.mjs', 'builds.mjs'],
  },
  cli: {
    may: [
      'server',
      'db',
      'domain',
      'i18n',
      'authoring',
      'scorm/build',
      'scorm/check',
      'front-door.ts',
      'settings',
      'settings.ts',
      'builds.mjs',
      'port-words.mjs',
    ],
  },

  // What draws a page. Nothing knows a page, and nothing that draws asks the database.
  web: {
    may: [
      'server',
      'domain',
      'view',
      'i18n',
      'programme-file',
      'scorm/build',
      'settings.ts',
      'builds.mjs',
    ],
    types: ['db'],
  },
  styles: { may: [] },
  components: { may: ['web', 'browser', 'view', 'i18n', 'domain'], types: ['server', 'db'] },
  layouts: {
    may: ['components', 'web', 'browser', 'styles', 'view', 'i18n', 'domain'],
    types: ['server', 'db'],
  },
  // It compresses and answers errors as the front door does.
  'middleware.ts': { may: ['web', 'server', 'domain', 'front-door', 'settings.ts'] },
  pages: {
    may: [
      'web',
      'layouts',
      'components',
      'browser',
      'styles',
      'server',
      'view',
      'i18n',
      'domain',
      'authoring',
      'programme-file',
      'scorm/build',
      'scorm/check',
      'scorm/host',
      'settings.ts',
    ],
    types: ['db'],
  },

  // What Astro reads at build.
  integrations: { may: ['authoring', 'settings.ts', 'builds.mjs'] },
  'content.config.ts': { may: ['authoring'] },
  'astro-files.d.ts': { may: [] },
  'env.d.ts': { may: [], types: ['domain', 'i18n', 'server'] },
}

/** @param file path below the project's folder */
export function roomOf(file: string): string {
  const [top = '', room = '', inner = ''] = file.split('/')
  if (top !== 'src') return top
  return room === 'scorm' ? `scorm/${inner}` : room
}
