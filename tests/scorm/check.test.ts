/** Manifests as they are in the wild (S7), and the command that checks them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { packages as english } from '#i18n/en/packages.ts'
import { packages as spanish } from '#i18n/es/packages.ts'
import { runCommand } from '#cli/run-command.ts'
import { checkPackage } from '#scorm/check/check-package.ts'
import { inBrief, finding, LEVELS } from '#domain/packages/finding.ts'
import { resolveHref, withParameters } from '#scorm/check/href.ts'
import { makeZip, type Entry } from './make-zip.ts'
import { entries, manifest, ONE_ITEM, PAGE, resourceOf } from './manifests.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'alongside-check-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const save = (all: readonly Entry[], name = 'package.zip'): string => {
  const file = path.join(folder, name)
  writeFileSync(file, makeZip(all))
  return file
}
const check = (all: readonly Entry[]) => checkPackage(save(all), null)
const withManifest = (text: string | Uint8Array, more: Readonly<Record<string, string>> = {}) =>
  check(entries('1.2', { 'imsmanifest.xml': text, ...more }))
const rules = async (checking: ReturnType<typeof check>): Promise<string[]> =>
  (await checking).findings.map(({ rule }) => rule)

describe('the standard is read from', () => {
  test.each([
    ['1.2', '1.2', '1.2'],
    ['2004', 'CAM 1.3', '2004'],
    ['2004', '2004 2nd Edition', '2004'],
    ['2004', '2004 3rd Edition', '2004'],
    ['2004', '2004 4th Edition', '2004'],
    ['2004', null, '2004'],
    ['1.2', null, '1.2'],
  ] as const)('a manifest of %s that says %s', async (written, version, standard) => {
    const checked = await withManifest(manifest(written, { version }))
    expect(checked.manifest?.standard).toBe(standard)
    expect(checked.findings.some(({ rule }) => rule === 'version-missing')).toBe(version === null)
  })
})

test('a type in the wrong case is read, and said', async () => {
  const wrong = resourceOf('2004').replace('scormType', 'scormtype')
  const checked = await withManifest(manifest('2004', { resources: wrong }))
  expect(checked.manifest?.items[0]?.kind).toBe('sco')
  expect(checked.findings).toContainEqual(
    finding('type-case', 'imsmanifest.xml', 'scormtype – scormType'),
  )
})

test('an asset is opened too, and reports nothing', async () => {
  const asset = resourceOf('1.2').replace('"sco"', '"asset"')
  const checked = await withManifest(manifest('1.2', { resources: asset }))
  expect(checked.manifest?.items[0]?.kind).toBe('asset')
})

test('a byte order mark, UTF-16 and Latin-1 are read', async () => {
  const text = manifest('1.2', {
    organizations: ONE_ITEM.replaceAll('Tea with Rosa', 'Té con Rosa'),
  })
  const latin = Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1')
  for (const bytes of [
    `\ufeff${text}`,
    Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
    latin,
  ])
    expect((await withManifest(bytes)).manifest?.title).toBe('Té con Rosa')
})

test('of several organizations the default is used', async () => {
  const two = ONE_ITEM.replace('default="org"', 'default="second"').replace(
    '</organizations>',
    `<organization identifier="second"><title>Second</title><item identifier="i2" identifierref="res"><title>B</title></item></organization></organizations>`,
  )
  const checked = await withManifest(manifest('1.2', { organizations: two }))
  expect(checked.manifest?.title).toBe('Second')
  expect(checked.findings).toContainEqual(
    finding('several-organizations', 'imsmanifest.xml', 'Second'),
  )
})

test('items without a resource only hold others; the list is flat, in order', async () => {
  const item = (id: string, inner = '', reference = `identifierref="res"`): string =>
    `<item identifier="${id}" ${reference}><title>${id}</title>${inner}</item>`
  const nested = `<organizations default="o"><organization identifier="o"><title>T</title>${item('part', item('a') + item('b'), '')}${item('c')}</organization></organizations>`
  const checked = await withManifest(manifest('1.2', { organizations: nested }))
  expect(checked.manifest?.items.map(({ identifier }) => identifier)).toEqual(['a', 'b', 'c'])
})

test('bases, parameters, queries and percent-encoding are joined', async () => {
  const resources = `<resource identifier="res" type="webcontent" adlcp:scormtype="sco" xml:base="my%20course/" href="page%20one.html?x=1#top"><file href="page%20one.html"/></resource>`
  const organizations = ONE_ITEM.replace(
    'identifierref="res"',
    'identifierref="res" parameters="?y=2"',
  )
  const checked = await withManifest(
    manifest('1.2', { resources, organizations, base: 'content/' }),
    {
      'content/my course/page one.html': PAGE,
    },
  )
  expect(checked.findings.filter(({ level }) => level === 'stop')).toEqual([])
  expect(checked.manifest?.items[0]).toMatchObject({
    path: 'content/my course/page one.html',
    query: '?x=1&y=2#top',
  })
})

test.each([
  ['', 'a/./b/../c.html', { path: 'a/c.html', query: '' }],
  ['', '100%.html', { path: '100%.html', query: '' }],
  ['', 'niño.html', { path: 'niño.html', query: '' }],
  ['', '//evil.example/x', 'outside'],
  ['', 'data:text/html,x', 'outside'],
  ['a/', '../../x', 'outside'],
  ['../', 'x', 'outside'],
])('the address %s%s is read', (base, href, expected) => {
  expect(resolveHref(base, href)).toEqual(expected)
})

test.each([
  ['', '', ''],
  ['', 'a=1', '?a=1'],
  ['?x', '&a=1', '?x&a=1'],
  ['', '#there', '#there'],
  ['#here', '#there', '#here'],
])('the parameters of an item: %s and %s', (query, parameters, joined) => {
  expect(withParameters(query, parameters)).toBe(joined)
})

test('what the manifest hands to a SCO is kept', async () => {
  const handed = ONE_ITEM.replace(
    '</item>',
    '<adlcp:maxtimeallowed>00:30:00</adlcp:maxtimeallowed><adlcp:timelimitaction>exit,message</adlcp:timelimitaction><adlcp:datafromlms>level=2</adlcp:datafromlms><adlcp:masteryscore>80</adlcp:masteryscore></item>',
  )
  const checked = await withManifest(manifest('1.2', { organizations: handed }))
  expect(checked.manifest?.items[0]).toMatchObject({
    launchData: 'level=2',
    masteryScore: '80',
    maxTimeAllowed: '00:30:00',
    timeLimitAction: 'exit,message',
  })
  expect(checked.findings.map(({ rule }) => rule)).toContain('mastery-score')
})

test('what 2004 hands to a SCO is kept: threshold, passing score and the longest time', async () => {
  const handed = ONE_ITEM.replace(
    '</item>',
    `<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.8"/>
    <imsss:sequencing><imsss:limitConditions attemptAbsoluteDurationLimit="PT1H30M"/>
    <imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing></item>`,
  )
  const checked = await withManifest(manifest('2004', { organizations: handed }))
  expect(checked.manifest?.items[0]).toMatchObject({
    completionThreshold: '0.8',
    passingScore: '0.7',
    maxTimeAllowed: 'PT1H30M',
  })
})

test('a file of metadata that the manifest names is not unlisted', async () => {
  const told = manifest('1.2').replace(
    '</metadata>',
    '<adlcp:location>meta.xml</adlcp:location></metadata>',
  )
  const { findings } = await withManifest(told, { 'meta.xml': '<lom/>', 'other.xml': '<lom/>' })
  expect(findings.filter(({ rule }) => rule === 'file-unlisted')).toEqual([
    finding('file-unlisted', 'other.xml'),
  ])
})

test('sequencing is found and named', async () => {
  const rule =
    '<imsss:sequencing><imsss:controlMode choice="false"/><imsss:rollupRules><imsss:rollupRule/></imsss:rollupRules></imsss:sequencing></item>'
  const checked = await withManifest(
    manifest('2004', { organizations: ONE_ITEM.replace('</item>', rule) }),
  )
  expect(checked.findings).toContainEqual(
    finding('sequencing-ignored', 'imsmanifest.xml', 'controlMode, rollupRule'),
  )
})

test('dangling references, doubled identifiers, missing and unlisted files are found', async () => {
  const resources =
    resourceOf('1.2') +
    `<resource identifier="res" type="webcontent" adlcp:scormtype="asset"><file href="gone.css"/><file href="INDEX.HTML"/><file href="../up.css"/><dependency identifierref="nobody"/></resource>`
  const found = await rules(withManifest(manifest('1.2', { resources }), { 'extra file.mjs': '' }))
  for (const rule of [
    'identifier-twice',
    'reference-dangling',
    'file-missing',
    'file-case',
    'href-outside',
    'file-unlisted',
    'name-odd',
    'name-mjs',
    'schema-not-packed',
    'schema-invalid',
  ])
    expect(found).toContain(rule)
})

test('what will not work here is said at the file', async () => {
  const page = `<img src="//cdn.example/x.png"><script>navigator.serviceWorker.register('sw.js');localStorage.a=eval('1')</script>`
  const { findings } = await check(entries('1.2', { 'index.html': page }))
  const at = (rule: string) => findings.find((one) => one.rule === rule)
  expect(at('reaches-outside')).toMatchObject({
    file: 'index.html',
    detail: 'cdn.example //cdn.example/x.png',
  })
  for (const rule of ['service-worker', 'browser-storage', 'inline-eval'])
    expect(at(rule)?.file).toBe('index.html')
})

test.each([
  ['index.html', '<script src="https://cdn.example/x.js"></script>'],
  ['index.html', "<iframe title='x' src='//cdn.example/course/'></iframe>"],
  ['index.html', '<meta http-equiv="refresh" content="0; url=https://cdn.example/a">'],
  ['a.js', 'import { x } from "https://cdn.example/x.mjs"'],
  ['a.js', "importScripts('https://cdn.example/x.js')"],
  ['a.js', 's.src = "https://cdn.example/x.js?v=1"'],
])(
  'D6: without another host nothing runs, so it is an error that names file and host: %s %s',
  async (file, text) => {
    const { findings } = await check(entries('1.2', { [file]: text }))
    const found = findings.find(({ rule }) => rule === 'script-outside')
    expect(found).toMatchObject({ level: 'error', file })
    const said = english.rules['script-outside'](file, found?.detail ?? '')
    expect(said).toContain(file)
    expect(said).toContain('(cdn.example)')
    expect(said).toContain('will not work')
  },
)

test('D2: a link to another site is a warning, and so is what asks for a device', async () => {
  const page = `<a href="https://other.example/a" target="_blank">x</a><script>window.open('https://third.example');navigator.mediaDevices.getUserMedia({})</script>`
  const { findings } = await check(entries('1.2', { 'index.html': page }))
  const of = (rule: string) => findings.filter((one) => one.rule === rule)
  expect(of('link-outside').map(({ level, detail }) => [level, detail.split(' ')[0]])).toEqual([
    ['warning', 'other.example'],
    ['warning', 'third.example'],
  ])
  expect(of('needs-device')).toHaveLength(1)
})

test.each([
  ['1.2', '<p>x</p>', 'reports-nothing'],
  ['1.2', 'API.LMSInitialize("")', 'completes-at-end'],
  ['2004', 'API_1484_11.Initialize("")', 'reports-no-completion'],
  ['2004', 'a.Initialize(""); a.SetValue("cmi.completion_status", "completed")', ''],
] as const)(
  'D3, D11: what a package of %s with %s reports is said at the import: %s',
  async (standard, text, rule) => {
    const found = await rules(
      check(entries(standard, { 'index.html': `<script>${text}</script>` })),
    )
    const said = ['reports-nothing', 'completes-at-end', 'reports-no-completion']
    expect(found.filter((one) => said.includes(one))).toEqual(rule ? [rule] : [])
  },
)

test('D7: without a table of contents each SCO is one entry, with a note', async () => {
  const resources = resourceOf('1.2') + resourceOf('1.2', 'more.html').replace('"res"', '"second"')
  const checked = await withManifest(
    manifest('1.2', { organizations: '<organizations/>', resources }),
    {
      'more.html': PAGE,
    },
  )
  expect(checked.manifest?.items.map(({ identifier, path: to }) => [identifier, to])).toEqual([
    ['res', 'index.html'],
    ['second', 'more.html'],
  ])
  expect(checked.findings).toContainEqual(finding('no-organization', 'imsmanifest.xml', 2))
})

test('D7: names with backslashes are turned, with a note; the same two names twice are still refused', async () => {
  const turned = resourceOf('1.2', 'a/page.html')
  const all = [
    ...entries('1.2', {
      'imsmanifest.xml': manifest('1.2', { resources: turned }),
      'index.html': null,
    }),
    { name: 'a\\page.html', content: PAGE },
  ]
  const checked = await check(all)
  expect(checked.manifest?.items[0]?.path).toBe('a/page.html')
  expect(checked.findings).toContainEqual(finding('name-backslash'))
  const twice = await check([...all, { name: 'a/page.html', content: PAGE }])
  expect(twice.findings.map(({ rule }) => rule)).toEqual(['duplicate'])
})

test.each([
  ['cmi5', 'cmi5.xml'],
  ['aicc', 'course.crs'],
  ['xapi', 'tincan.xml'],
  ['h5p', 'h5p.json'],
  ['web', 'start.html'],
])('D13: a zip of another kind is named, with the next step: %s', async (kind, file) => {
  const { findings } = await check([{ name: file, content: PAGE }])
  expect(findings).toEqual([finding('other-standard', file, kind)])
  expect(english.rules['other-standard'](file, kind)).toMatch(/SCORM/)
})

test('D12: in 2004 each namespace needs its control document, in the metadata too; each href its <file>', async () => {
  const told = manifest('2004', {
    resources: resourceOf('2004').replace('<file href="index.html"/>', ''),
  }).replace('</metadata>', '<adlcp:location>metadata.xml</adlcp:location></metadata>')
  const { findings } = await check(
    entries('2004', {
      'imsmanifest.xml': told,
      'metadata.xml': '<lom xmlns="http://ltsc.ieee.org/xsd/LOM"/>',
    }),
  )
  const errors = findings.filter(({ level }) => level === 'error')
  expect(errors).toContainEqual(
    finding('schema-required', 'metadata.xml', 'http://ltsc.ieee.org/xsd/LOM'),
  )
  expect(errors).toContainEqual(
    finding('schema-required', 'imsmanifest.xml', 'http://www.adlnet.org/xsd/adlcp_v1p3'),
  )
  expect(errors).toContainEqual(finding('href-unlisted', 'index.html', 'res'))
})

test('of a rule ten are shown, and how many more there are', () => {
  const many = Array.from({ length: 12 }, (_, at) => finding('name-odd', `ñ${at}`))
  const brief = inBrief([...many, finding('not-a-zip')])
  expect(brief.map(({ rule }) => rule)).toEqual([
    'not-a-zip',
    ...Array<string>(10).fill('name-odd'),
    'more-like-this',
  ])
  expect(brief.at(-1)?.detail).toBe('2 name-odd')
})

test('each rule has words in both languages, and a name that wants to hurt is made harmless', () => {
  expect(Object.keys(english.rules).sort()).toEqual(Object.keys(LEVELS).sort())
  for (const rule of Object.keys(LEVELS) as (keyof typeof english.rules)[])
    for (const words of [english, spanish])
      expect(words.rules[rule]('a.html', '7').length, rule).toBeGreaterThan(10)
  expect(finding('link', '\u202egpj.exe\u001b[2J').file).toBe('?gpj.exe?[2J')
})

describe('alongside scorm check', () => {
  const said = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
    const [log, error] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')]
    log.mockImplementation(() => undefined)
    error.mockImplementation(() => undefined)
    const code = await runCommand(['scorm', 'check', ...args])
    const text = (spy: typeof log): string =>
      spy.mock.calls.map(([line]) => String(line)).join('\n')
    const [out, err] = [text(log), text(error)]
    log.mockClear()
    error.mockClear()
    return { code, out, err }
  }

  test('misuse answers 2 and the usage', async () => {
    for (const args of [
      [],
      ['--json'],
      ['a.zip', 'b.zip'],
      ['a.zip', '--yaml'],
      ['missing.zip'],
      ['.'],
    ]) {
      const { code, err } = await said(...args)
      expect([code, err.includes('alongside scorm check FILE.zip')]).toEqual([2, true])
    }
  })

  test('errors answer 3, with the rule and the file in words', async () => {
    const { code, out } = await said(save([...entries(), { name: '../evil' }]))
    expect(code).toBe(3)
    expect(out).toContain(
      'Cannot be imported: ../evil would be unpacked outside the package. [name-outside]',
    )
  })

  test('--json says the same to a program', async () => {
    const { code, out } = await said(save(entries()), '--json')
    const told = JSON.parse(out) as { good: boolean; manifest: { title: string } }
    expect([code, told.good, told.manifest.title]).toEqual([0, true, 'Tea with Rosa'])
    const bad = await said(save([...entries(), { name: '../evil' }]), '--json')
    expect(bad.code).toBe(3)
    expect(JSON.parse(bad.out)).toMatchObject({
      good: false,
      manifest: null,
      findings: [
        {
          level: 'stop',
          rule: 'name-outside',
          file: '../evil',
          says: '../evil would be unpacked outside the package.',
        },
      ],
    })
  })

  test.each(['1.2', '2004'])(
    'a package that we make for %s has nothing to say',
    async (standard) => {
      const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
      const out = path.join(folder, `ours-${standard}.zip`)
      const made = await runCommand([
        'scorm',
        'export',
        '--programme',
        'kidney',
        '--language',
        'es',
        '--standard',
        standard,
        '--out',
        out,
      ])
      log.mockRestore()
      expect(made).toBe(0)
      const { code, out: told } = await said(out)
      expect(told.split('\n').filter((line) => /\[[a-z-]+\]$/.test(line))).toEqual([])
      expect(code).toBe(0)
    },
  )
})
