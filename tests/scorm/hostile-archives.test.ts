/** Archives that want to hurt: each is refused by the rule that it breaks, and nothing lands outside (R26). */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkPackage, type Checked } from '#scorm/check/check-package.ts'
import type { Rule } from '#domain/packages/finding.ts'
import { makeZip, type Entry } from './make-zip.ts'
import { entries, manifest, ONE_ITEM, resourceOf } from './manifests.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'alongside-hostile-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function check(zip: Uint8Array, target: string | null = null): Promise<Checked> {
  const file = path.join(folder, 'package.zip')
  writeFileSync(file, zip)
  return checkPackage(file, target)
}
const stops = ({ findings }: Checked): string[] =>
  findings.flatMap(({ level, rule, file }) => (level === 'stop' ? [`${rule} ${file}`.trim()] : []))

const zip = (...more: Entry[]): Buffer => makeZip([...entries(), ...more])
const zeros = (bytes: number): Uint8Array => new Uint8Array(bytes)
const noise = (bytes: number): Uint8Array => {
  const made = new Uint8Array(bytes)
  for (let at = 0, state = 7; at < bytes; at++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    made[at] = state >> 16
  }
  return made
}
const withManifest = (text: string | Uint8Array): Buffer =>
  makeZip(entries('1.2', { 'imsmanifest.xml': text }))
const good = makeZip(entries())
const patched = (at: number, value: number): Buffer => {
  const copy = Buffer.from(good)
  copy.writeUInt32LE(value, at < 0 ? copy.length + at : at)
  return copy
}

const HOSTILE: readonly (readonly [
  what: string,
  make: () => Uint8Array,
  rule: Rule,
  file?: string,
])[] = [
  ['climbs out of its folder', () => zip({ name: '../evil.html' }), 'name-outside', '../evil.html'],
  ['climbs out further in', () => zip({ name: 'a/../../evil' }), 'name-outside', 'a/../../evil'],
  ['names an absolute path', () => zip({ name: '/etc/passwd' }), 'name-outside', '/etc/passwd'],
  ['names a drive', () => zip({ name: 'C:evil.exe' }), 'name-outside', 'C:evil.exe'],
  ['climbs out with backslashes', () => zip({ name: '..\\evil' }), 'name-outside', '../evil'],
  ['D9: has .htaccess', () => zip({ name: 'a/.htaccess' }), 'name-server', 'a/.htaccess'],
  ['D9: has a program for a server', () => zip({ name: 'x.php' }), 'name-server', 'x.php'],
  ['D9: has a device of Windows', () => zip({ name: 'CON' }), 'name-reserved', 'CON'],
  [
    'D9: has a device with an ending',
    () => zip({ name: 'a/nul.txt' }),
    'name-reserved',
    'a/nul.txt',
  ],
  ['D9: has a stream', () => zip({ name: 'a.txt::$DATA' }), 'name-reserved', 'a.txt::$DATA'],
  ['D9: has a name that ends in a dot', () => zip({ name: 'a./b' }), 'name-reserved', 'a./b'],
  [
    'D9: turns its letters round',
    () => zip({ name: 'a\u202egpj.exe' }),
    'name-unseen',
    'a?gpj.exe',
  ],
  ['has a NUL in a name', () => zip({ name: 'a\0.html' }), 'name-control', 'a?.html'],
  ['has a line end in a name', () => zip({ name: 'a\r\nb' }), 'name-control', 'a??b'],
  ['has an empty name', () => zip({ name: '' }), 'name-control'],
  ['has an empty folder name', () => zip({ name: 'a//b' }), 'name-control', 'a//b'],
  [
    'has a path of 241 characters',
    () => zip({ name: 'd/'.repeat(120) + 'e' }),
    'name-long',
    `${'d/'.repeat(119)}d…`,
  ],
  [
    'has a name that no disk takes',
    () => zip({ name: '☃'.repeat(100) }),
    'name-long',
    '☃'.repeat(100),
  ],
  ['holds a symbolic link', () => zip({ name: 'l', content: '/etc', mode: 0o120777 }), 'link', 'l'],
  ['holds a device', () => zip({ name: 'd', mode: 0o020666 }), 'link', 'd'],
  ['holds a pipe', () => zip({ name: 'p', mode: 0o010666 }), 'link', 'p'],
  ['holds a name twice', () => zip({ name: 'index.html' }), 'duplicate', 'index.html'],
  [
    'holds two manifests',
    () => zip({ name: 'imsmanifest.xml', content: 'x' }),
    'duplicate',
    'imsmanifest.xml',
  ],
  ['holds a twin by case', () => zip({ name: 'INDEX.html' }), 'case-twin', 'INDEX.html'],
  [
    'holds a twin by accent',
    () => zip({ name: '\u00e9.js' }, { name: 'e\u0301.js' }),
    'case-twin',
    'é.js'.normalize('NFD'),
  ],
  ['holds twin folders', () => zip({ name: 'a/x' }, { name: 'A/y' }), 'case-twin', 'A/y'],
  ['has a file for a folder', () => zip({ name: 'a' }, { name: 'a/b' }), 'file-and-folder', 'a'],
  ['is locked', () => zip({ name: 'locked', content: 'x', flags: 1 }), 'encrypted', 'locked'],
  ['is packed with bzip2', () => zip({ name: 'b', content: 'x', method: 12 }), 'method', 'b'],
  [
    'has 5,001 files',
    () => zip(...Array.from({ length: 4999 }, (_, at) => ({ name: `f${at}` }))),
    'too-many-files',
  ],
  [
    'is a bomb of one file',
    () => zip({ name: 'zeros', content: zeros(20_000_000) }),
    'ratio',
    'zeros',
  ],
  [
    'is a bomb of many files',
    () =>
      zip(...Array.from({ length: 40 }, (_, at) => ({ name: `z${at}`, content: zeros(900_000) }))),
    'ratio',
  ],
  [
    'is a bomb that claims to be small',
    () => zip({ name: 'liar', content: zeros(20_000_000), claims: { size: 100 } }),
    'damaged',
    'liar',
  ],
  [
    'unpacks the same bytes again and again',
    () =>
      zip(
        { name: 'n0', content: noise(50_000) },
        ...Array.from({ length: 50 }, (_, at) => ({
          name: `n${at + 1}`,
          content: noise(50_000),
          sameDataAs: 2,
        })),
      ),
    'ratio',
  ],
  [
    'claims to be huge',
    () => zip({ name: 'huge', content: noise(10), claims: { size: 600_000_000 } }),
    'unpacked-size',
  ],
  [
    'has a wrong check sum',
    () => zip({ name: 'wrong', content: 'x', claims: { crc: 1 } }),
    'damaged',
    'wrong',
  ],
  [
    'claims more than it holds',
    () => zip({ name: 'short', content: 'x', claims: { size: 9 } }),
    'damaged',
    'short',
  ],
  [
    'has garbage for data',
    () =>
      zip(
        { name: 'g', content: noise(900), method: 0, flags: 0x800 },
        { name: 'h', content: noise(90), claims: { packedSize: 3 } },
      ),
    'damaged',
    'h',
  ],
  ['is cut off', () => good.subarray(0, good.length - 30), 'truncated'],
  ['is empty', () => new Uint8Array(0), 'not-a-zip'],
  [
    'is a picture',
    () => Buffer.from('\x89PNG\r\n\x1a\nnot a zip at all, by no means', 'latin1'),
    'not-a-zip',
  ],
  ['is a page', () => Buffer.from('<html><script>alert(1)</script></html>'), 'not-a-zip'],
  ['has a directory that leads nowhere', () => patched(-6, 0x7fffffff), 'damaged'],
  ['has a directory in its own middle', () => patched(-6, 12), 'damaged'],
  ['has no manifest', () => makeZip([{ name: 'notes.txt', content: 'tea' }]), 'no-manifest'],
  [
    'has its manifest in a folder',
    () => makeZip([{ name: 'course/imsmanifest.xml', content: manifest('1.2') }]),
    'manifest-in-folder',
    'course/imsmanifest.xml',
  ],
  [
    'shouts its manifest',
    () => makeZip([{ name: 'IMSMANIFEST.XML', content: manifest('1.2') }]),
    'manifest-case',
    'IMSMANIFEST.XML',
  ],
  [
    'has a manifest of 6 MB',
    () => withManifest(manifest('1.2') + `<!--${'x1y2'.repeat(10)}-->`.repeat(130_000)),
    'ratio',
    'imsmanifest.xml',
  ],
  [
    'has a document type',
    () =>
      withManifest(
        manifest('1.2', { prolog: '<!DOCTYPE manifest SYSTEM "http://evil.example/x.dtd">' }),
      ),
    'dtd',
    'imsmanifest.xml',
  ],
  [
    'laughs a billion times',
    () =>
      withManifest(
        manifest('1.2', {
          prolog:
            '<?xml version="1.0"?><!-- > --><!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        }),
      ),
    'dtd',
    'imsmanifest.xml',
  ],
  [
    'reads a file by entity',
    () =>
      withManifest(
        manifest('1.2', {
          prolog: '<!DOCTYPE m [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
          organizations: ONE_ITEM.replace('Tea', '&f;'),
        }),
      ),
    'dtd',
    'imsmanifest.xml',
  ],
  [
    'hides its document type in UTF-16',
    () => withManifest(Buffer.from('\ufeff<!DOCTYPE m []><m/>', 'utf16le')),
    'dtd',
    'imsmanifest.xml',
  ],
  [
    'hides its document type behind an instruction',
    () => withManifest('<?a > ?><!-- <x --><!DOCTYPE m []><m/>'),
    'dtd',
    'imsmanifest.xml',
  ],
  [
    'is malformed',
    () => withManifest('<manifest><organizations></manifest>'),
    'not-xml',
    'imsmanifest.xml',
  ],
  [
    'is nested 10,000 deep',
    () => withManifest('<a>'.repeat(10_000) + '</a>'.repeat(10_000)),
    'not-xml',
    'imsmanifest.xml',
  ],
  [
    'uses an entity that nobody declared',
    () => withManifest(manifest('1.2').replace('Tea', '&tea;')),
    'not-xml',
    'imsmanifest.xml',
  ],
  [
    'is in an unknown encoding',
    () => withManifest('<?xml version="1.0" encoding="UTF-7"?><m/>'),
    'encoding',
    'imsmanifest.xml',
  ],
  [
    'is not in the encoding that it names',
    () => withManifest(Buffer.from('<?xml version="1.0" encoding="UTF-8"?><m>\xe9</m>', 'latin1')),
    'encoding',
    'imsmanifest.xml',
  ],
  ['is something else', () => withManifest('<html/>'), 'not-a-manifest', 'imsmanifest.xml'],
  [
    'is of a standard of its own',
    () => withManifest(manifest('1.2', { version: 'cmi5' })),
    'standard-unknown',
    'imsmanifest.xml',
  ],
  [
    'opens nothing',
    () =>
      withManifest(
        manifest('1.2', { organizations: '<organizations/>', resources: '<resource/>' }),
      ),
    'nothing-to-launch',
    'imsmanifest.xml',
  ],
  [
    'opens what is not there',
    () => makeZip(entries('1.2', { 'index.html': null })),
    'launch-missing',
    'index.html',
  ],
  [
    'opens what is called otherwise',
    () => makeZip(entries('1.2', { 'index.html': null, 'Index.html': 'x' })),
    'launch-case',
    'index.html',
  ],
  [
    'opens another site',
    () => withManifest(manifest('1.2', { resources: resourceOf('1.2', 'https://evil.example/') })),
    'launch-outside',
    'imsmanifest.xml',
  ],
  [
    'opens a script',
    () => withManifest(manifest('1.2', { resources: resourceOf('1.2', 'javascript:alert(1)') })),
    'launch-outside',
    'imsmanifest.xml',
  ],
  [
    'opens a file above itself',
    () => withManifest(manifest('1.2', { resources: resourceOf('1.2', 'a/../../x.html') })),
    'launch-outside',
    'imsmanifest.xml',
  ],
]

describe('an archive is refused that', () => {
  test.each(HOSTILE.map(([what, make, rule, file = '']) => ({ what, make, rule, file })))(
    '$what',
    async ({ make, rule, file }) => {
      const target = path.join(folder, 'inside', 'unpacked')
      mkdirSync(target, { recursive: true })
      const checked = await check(make(), target)
      expect(stops(checked)).toContain(`${rule} ${file}`.trim())
      expect(checked.manifest).toBeNull()
      expect(readdirSync(folder).sort()).toEqual(['inside', 'package.zip'])
      expect(readdirSync(path.join(folder, 'inside'))).toEqual(['unpacked'])
      rmSync(path.join(folder, 'inside'), { recursive: true })
    },
  )

  test(`there are ${HOSTILE.length} of them`, () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(30)
  })

  test('has more than 100 MB', async () => {
    const big = Buffer.alloc(100_000_001)
    expect(stops(await check(big))).toEqual(['archive-size'])
  })
})

test('a good one passes, and is unpacked as it is', async () => {
  const target = path.join(folder, 'good')
  mkdirSync(target)
  const {
    findings,
    manifest: read,
    facts,
  } = await check(zip({ name: '__MACOSX/._index.html' }), target)
  expect(findings.filter(({ level }) => level === 'stop' || level === 'error')).toEqual([])
  expect(findings.map(({ rule }) => rule)).toContain('mac-leftovers')
  expect(read?.items.map(({ path: to, kind }) => [to, kind])).toEqual([['index.html', 'sco']])
  expect(facts?.files).toBe(2)
  expect(readdirSync(target).sort()).toEqual(['imsmanifest.xml', 'index.html'])
})
