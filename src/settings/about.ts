/** What each setting is for, for people: `alongside config`, docs/configuration.md and .env.example say it from here. */
import type { SettingName } from './schema.ts'

export interface About {
  /** A sentence or two, in Markdown. */
  readonly says: string
  /** What counts where nobody sets it. */
  readonly unset: string
  readonly example: string
  /** Never printed: `all` of it, or the password and token `within` an address. */
  readonly secret?: 'all' | 'within'
  /** Only by `npm run demo`, `npm run dev` and tests. */
  readonly isOurs?: boolean
}

export const ABOUT: Readonly<Record<SettingName, About>> = {
  PORT: { says: 'The port that it listens on.', unset: '4321', example: '4321' },
  HOST: {
    says: 'The name or address that it listens on. Behind a proxy on the same machine `localhost` is right; in a container it is `0.0.0.0`.',
    unset: 'localhost',
    example: '127.0.0.1',
  },
  ORIGIN: {
    says: 'The address that people type, with `https://` in production. Only this host is answered, and every link begins with it.',
    unset: 'http://localhost:PORT',
    example: 'https://mentors.example.org',
  },
  TRUSTED_PROXY_HOPS: {
    says: 'How many proxies stand in front and say by `X-Forwarded-For` who asks. Too many of them, and a stranger can say so too.',
    unset: '0',
    example: '1',
  },
  DATA_DIR: {
    says: 'The folder of the embedded database, backups, imported packages and the control socket. Nobody else may read it. Several servers on one libSQL server share it (docs/scale.md).',
    unset: 'data',
    example: '/var/lib/alongside',
  },
  DATABASE_URL: {
    says: 'Another database: `http(s):`, `ws(s):` or `libsql:` for a libSQL server, `file:` for an embedded one elsewhere.',
    unset: 'file:DATA_DIR/alongside.db',
    example: 'http://127.0.0.1:8080',
    secret: 'within',
  },
  DATABASE_AUTH_TOKEN: {
    says: 'The token of the libSQL server.',
    unset: 'none',
    example: 'a-long-token',
    secret: 'all',
  },
  CONTENT_ORIGIN: {
    says: 'Another host name of this server, where imported packages run; with `https://*.packages.example.org` each has one of its own.',
    unset: 'none: no package is imported',
    example: 'https://packages.example.org',
  },
  DEFAULT_PROGRAMME: {
    says: 'The programme whose words a visitor without an account sees.',
    unset: 'kidney',
    example: 'kidney',
  },
  SMTP_URL: {
    says: 'The mail server, `smtps://name:password@host` (port 465 where none is said) or `smtp://name:password@host` (port 587; encrypted, or nothing is sent, unless the address ends in `?requireTLS=false`; its certificate must be one that somebody vouches for); on the machine itself `smtp://localhost:25?ignoreTLS=true`. A sign such as `@` in a password is written as `%40`. Goes with `MAIL_FROM`.',
    unset: 'none: nothing is mailed, links are handed over',
    example: 'smtps://alongside:password@mail.example.org',
    secret: 'within',
  },
  MAIL_FROM: {
    says: 'The sender of mail; goes with `SMTP_URL`.',
    unset: 'none',
    example: 'mentors@example.org',
  },
  BACKUP_RECIPIENT: {
    says: 'Public keys of [age](https://age-encryption.org), with commas between them: backups are encrypted to them and end in `.age`. Keep the secret key elsewhere, never on this machine; without it no backup can be restored.',
    unset: 'none: backups can be read by whoever can read the file',
    example: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
  },
  SECURITY_CONTACT: {
    says: 'Whom to tell of a security hole: e-mail addresses, https pages or `tel:` numbers, with commas between them. It stands in `/.well-known/security.txt`.',
    unset: 'none: that page says 404',
    example: 'security@example.org',
  },
  ALONGSIDE_ENV: {
    says: '`production` refuses http, contacts and crisis lines that are still examples, and invented people.',
    unset: 'development',
    example: 'production',
  },
  ALONGSIDE_DEMO: {
    says: '`npm run demo` sets it: packages may be imported at names of this machine.',
    unset: 'no',
    example: '1',
    isOurs: true,
  },
  ALONGSIDE_CAST: {
    says: '`npm run demo` and `npm run dev` set it: people may be invented.',
    unset: 'no',
    example: '1',
    isOurs: true,
  },
}
