/** docs/configuration.md and .env.example, from what the settings say of themselves. */
import { ABOUT, type About } from '#settings/about.ts'

const OURS = Object.entries(ABOUT) as readonly (readonly [string, About])[]
/** Those that somebody sets. */
const SET = OURS.filter(([, { isOurs }]) => !isOurs)

export const configurationPaper = (): string =>
  `# Settings

Made from \`src/settings/\` by \`npx vitest run tests/papers.test.ts -u\`: change it there.

A setting stands in the environment, or in a file.
The file is \`.env\` in the project's folder; \`ALONGSIDE_CONFIG=/etc/alongside.env\` names another one, and \`ALONGSIDE_CONFIG=none\` none.
Server and command read the same: what the environment says counts before the file, and what nobody says has the value below.
An empty value says nothing.
\`.env.example\` is a file to begin with; keep yours so that only the user of the server can read it (\`chmod 600 .env\`).

\`npm run --silent alongside -- config\` prints what counts and where it was said, without passwords and tokens.
A name that begins like one of these and is none, a value that cannot be, and a line that is no setting stop the start with words.

A value may also stand in a file of its own, as secrets often do: \`DATABASE_AUTH_TOKEN_FILE=/run/secrets/token\`; so with every name.

${SET.map(
  ([name, { says, unset, example, secret }]) => `## ${name}

${says}
${secret ? `It holds a secret: \`config\` ${secret === 'all' ? 'prints only its length' : 'leaves password and token out'}.\n` : ''}
- Left out: ${plain(unset)}
- For example: \`${name}=${example}\``,
).join('\n\n')}

## Set by commands

${OURS.filter(([, { isOurs }]) => isOurs)
  .map(([name, { says }]) => `- \`${name}\`: ${says}`)
  .join('\n')}
`

/** What is a value stands as one; "none: …" is a sentence. */
const plain = (unset: string): string => (/^none\b/.test(unset) ? unset : `\`${unset}\``)

export const exampleFile = (): string =>
  `# Settings of Alongside: copy to .env, take the # away where you set one, chmod 600 .env.
# What each is for: docs/configuration.md. What counts now: npm run --silent alongside -- config

${SET.map(([name, { unset, example }]) => `# Left out: ${unset}\n# ${name}=${example}`).join('\n\n')}
`
