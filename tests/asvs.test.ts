/** docs/asvs.md holds each control of ASVS 5.0, levels 1 and 2, once; what is held names tests that are there. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Levels of the controls of each section of 5.0.0, in their order; a point is level 3, which is not looked at. */
const LEVELS: Readonly<Record<string, string>> = {
  '1.1': '22',
  '1.2': '111112222.',
  '1.3': '11222222222.',
  '1.4': '222',
  '1.5': '12.',
  '2.1': '122',
  '2.2': '112',
  '2.3': '1222.',
  '2.4': '2.',
  '3.2': '11.',
  '3.3': '1222.',
  '3.4': '112222..',
  '3.5': '11122...',
  '3.7': '22...',
  '4.1': '122..',
  '4.2': '2....',
  '4.3': '22',
  '4.4': '1222',
  '5.1': '2',
  '5.2': '112...',
  '5.3': '11.',
  '5.4': '222',
  '6.1': '122',
  '6.2': '111111112222',
  '6.3': '1122....',
  '6.4': '1122..',
  '6.5': '22222...',
  '6.6': '222.',
  '6.8': '2222',
  '7.1': '222',
  '7.2': '1111',
  '7.3': '22',
  '7.4': '11222',
  '7.5': '22.',
  '7.6': '22',
  '8.1': '12..',
  '8.2': '112.',
  '8.3': '1..',
  '8.4': '2.',
  '9.1': '111',
  '9.2': '1222',
  '10.1': '22',
  '10.2': '22.',
  '10.3': '2222.',
  '10.4': '11111222222.....',
  '10.5': '22222',
  '10.6': '22',
  '10.7': '222',
  '11.1': '22..',
  '11.2': '222..',
  '11.3': '112..',
  '11.4': '1222',
  '11.5': '2.',
  '11.6': '2.',
  '12.1': '122..',
  '12.2': '11',
  '12.3': '2222.',
  '13.1': '2...',
  '13.2': '22222.',
  '13.3': '22..',
  '13.4': '12222..',
  '14.1': '22',
  '14.2': '1222....',
  '14.3': '122',
  '15.1': '122..',
  '15.2': '122..',
  '15.3': '1222222',
  '16.1': '2',
  '16.2': '22222',
  '16.3': '2222',
  '16.4': '222',
  '16.5': '222.',
  '17.1': '2.',
  '17.2': '2222....',
  '17.3': '22',
}
const CONTROLS = Object.entries(LEVELS).flatMap(([section, levels]) =>
  [...levels].flatMap((level, at) => (level === '.' ? [] : [`${section}.${at + 1} ${level}`])),
)

const text = readFileSync('docs/asvs.md', 'utf8')
const rows = [
  ...text.matchAll(/^\| (\d[\d.]*) *\| ([12]) *\| (.+?) *\| ([a-z ]+?) *\| (.+?) *\|$/gm),
].map(([, id = '', level = '', asks = '', state = '', where = '']) => ({
  id,
  level,
  asks,
  state,
  where,
}))
const filesIn = (where: string): string[] =>
  [...where.matchAll(/\btests\/[\w./-]+\.ts\b/g)].map(([file]) => file)

test('each control of levels 1 and 2 stands there once, in order', () => {
  expect(CONTROLS).toHaveLength(253)
  expect(rows.map(({ id, level }) => `${id} ${level}`)).toEqual(CONTROLS)
})

test('each is held, not applicable or open, and says where or why', () => {
  const states = [...new Set(rows.map(({ state }) => state))].sort()
  expect(states).toEqual(['held', 'not applicable', 'open'])
  expect(rows.filter(({ asks, where }) => asks.length < 3 || where.length < 5)).toEqual([])
})

test('what is held names a test, and every file that is named is there', () => {
  const held = rows.filter(({ state }) => state === 'held')
  expect(held.filter(({ where }) => filesIn(where).length === 0)).toEqual([])
  const named = rows.flatMap(({ where }) => filesIn(where))
  expect(named.length).toBeGreaterThan(150)
  expect([...new Set(named)].filter((file) => !existsSync(file))).toEqual([])
  const documents = [...text.matchAll(/\b(?:docs|src)\/[\w./-]+\.(?:md|ts)\b/g)].map(
    ([file]) => file,
  )
  expect([...new Set(documents)].filter((file) => !existsSync(file))).toEqual([])
})

test('the head counts them right', () => {
  const count = (state: string): number => rows.filter((row) => row.state === state).length
  const level = (one: string): number => rows.filter((row) => row.level === one).length
  expect(text).toContain(
    `Of ${rows.length} controls (${level('1')} of level 1, ${level('2')} of level 2) ${count('held')} are held, ${count('not applicable')} are not applicable, ${count('open')} are open.`,
  )
})

test('the inventories that it leans on have what it says', () => {
  const notes = readFileSync('docs/security-notes.md', 'utf8')
  for (const title of [
    'Whom it talks to',
    'Keys, and what is made with them',
    'What is sensitive',
    'What is written down',
    'What may be handed in',
    'What costs much',
    'Sessions at once',
  ])
    expect(notes).toContain(`## ${title}`)
  // A purpose that gets a key of its own, or a setting that names somebody to talk to, belongs there.
  const keys = readFileSync('src/server/access/server-key.ts', 'utf8')
  expect([...keys.matchAll(/\| '([\w-]+)'/g)].map(([, purpose]) => purpose)).toEqual(PURPOSES)
  const settings = readFileSync('src/settings/schema.ts', 'utf8')
  const places = [...settings.matchAll(/^ {2}(\w*(?:URL|ORIGIN|TOKEN))\b/gm)].map(
    ([, name = '']) => name,
  )
  expect(places.length).toBeGreaterThan(4)
  for (const name of places) expect(notes).toContain(`\`${name}\``)
})

/** Whatever may open a line to somebody: each is one of the addresses that the settings name, or listens itself. */
const LINES: Readonly<Record<string, string>> = {
  '@libsql/client': 'db/engine: the database of the settings',
  nodemailer: 'send-mail, doctor/mail, mail-letters: the mail server of the settings',
  'node:dns/promises':
    'doctor/settings: asks for the name of CONTENT_ORIGIN, and connects to nobody',
}
const BY = {
  '@libsql/client': /^db\/engine\//,
  nodemailer: /^src\/server\/(running\/send-mail|doctor\/mail|people\/mail-letters)\.ts$/,
  'node:dns/promises': /^src\/server\/doctor\/settings\.ts$/,
} as const

test('the server opens no line but to the database and the mail server of its settings', () => {
  // What runs in a browser, at a terminal and while developing is none of it.
  const files = globSync('{db,src}/**/*.{ts,mjs,astro}').filter(
    (file) => !/^src\/(browser|cli|integrations|offline|player|scorm\/host)\//.test(file),
  )
  expect(files.length).toBeGreaterThan(700)
  const found: string[] = []
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    // An .astro page's own script is the browser's.
    const served = file.endsWith('.astro') ? (text.split(/^---$/m)[1] ?? '') : text
    for (const [, name = ''] of served.matchAll(
      /^(?:import|export)(?! type)[^'"]*['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
    )) {
      const base = name.startsWith('nodemailer') ? 'nodemailer' : name
      const by = base in LINES ? BY[base as keyof typeof BY] : undefined
      if (
        by
          ? !by.test(file)
          : /^node:(http|https|http2|tls|dgram|dns)\b|^(undici|ws|axios)$/.test(name)
      )
        found.push(`${file}: ${name}`)
    }
    for (const [call] of served.matchAll(
      /(?<![.\w])(?:fetch\(|new (?:WebSocket|EventSource)\(|connect\(\{|createConnection\()/g,
    ))
      found.push(`${file}: ${call}`)
  }
  // The door listens; the database's own client is handed a fetch that waits no longer than it must.
  const KNOWN = /^src\/front-door\/[\w-]+\.ts: node:http$|^db\/engine\/connect\.ts: fetch\($/
  expect(found.filter((one) => !KNOWN.test(one))).toEqual([])
})

/** A new one is weighed against "Keys, and what is made with them" before it stands here. */
const PURPOSES = [
  'sealed-words',
  'find',
  'device',
  'device-words',
  'device-pair',
  'passkey',
  'request',
  'security',
  'factor',
]
