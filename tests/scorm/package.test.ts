import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { builtFolder } from '#builds.mjs'
import { NOT_IN_PACKAGE } from '#integrations/leave-out.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import { STANDARDS, type Packed, type Standard } from '#domain/packages/packed.ts'
import { readBuilt, schemasOf, type Built } from '#scorm/build/built.ts'
import { estimate } from '#scorm/build/estimate.ts'
import { aroundCourse, exportPackages, type ExportWish, type Made } from '#scorm/build/export.ts'
import { selectModules } from '#scorm/build/select-modules.ts'
import { verify } from '#scorm/build/verify.ts'
import { zipOf, type Files } from '#scorm/build/zip.ts'
import { checkPackage } from '#scorm/check/check-package.ts'
import { course, programme } from '#tests/fixtures/course.ts'
import { packedIn } from './packed-in.ts'
import { schemaProblem } from './xsd.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (files: Files, name: string): string => new TextDecoder().decode(files.get(name))

const built: Built = {
  courses: {
    en: course,
    'en-GB': course,
    es: { ...course, language: 'es', title: 'Alongside en español' },
  },
  programmes: { en: [programme], es: [programme] },
  player: new Map([
    ...['player.js', 'pages.js', 'check.js', 'words-en.js', 'words-en-GB.js', 'words-es.js'].map(
      (name) => [name, bytes('(function(){})();')] as const,
    ),
    ['first.css', bytes('@font-face{src:url(./face.woff2)}')],
    ['player.css', bytes('a{color:red}')],
    ['face.woff2', bytes('font')],
  ]),
  media: new Map([
    ['welcome.webm', bytes('clip')],
    ['other.webm', bytes('clip')],
  ]),
}

const WISH: Omit<ExportWish, 'standard'> = {
  programme: 'kidney',
  languages: ['en'],
  modules: [],
  perModule: false,
  preset: 'generic',
  tries: 0,
  interactions: 'preset',
  sessions: false,
  media: false,
}

function allMade(
  standard: Standard,
  change: Partial<ExportWish> = {},
): (Made & { zip: Uint8Array })[] {
  const exported = exportPackages(built, { ...WISH, standard, ...change })
  if (exported.kind !== 'made') throw new Error(JSON.stringify(exported))
  return exported.packages.map((one) => ({ ...one, zip: zipOf(one.files) }))
}

const made = (standard: Standard, change: Partial<ExportWish> = {}): Made & { zip: Uint8Array } =>
  allMade(standard, change)[0] as Made & { zip: Uint8Array }

const packedOf = (files: Files): Packed => packedIn((name) => text(files, name))

describe.each(STANDARDS)('a package for SCORM %s', (standard) => {
  const { files, zip } = made(standard)

  test('passes our own check, and its manifest the official schemas', () => {
    expect(verify(files)).toEqual([])
    expect(schemaProblem(standard, text(files, 'imsmanifest.xml'))).toBeNull()
  })

  test('D12: keeps to the rules of ADL’s checker, as our own check knows them, with 60 files at most', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'alongside-ours-'))
    writeFileSync(path.join(folder, 'ours.zip'), zip)
    const { findings } = await checkPackage(path.join(folder, 'ours.zip'), null)
    rmSync(folder, { recursive: true })
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
    expect(files.size).toBeLessThanOrEqual(60)
  })

  test('carries the official control documents at its root, none of ours', () => {
    for (const [name, content] of schemasOf(standard)) expect(files.get(name)).toEqual(content)
    expect([...files.keys()].filter((name) => /\.(xsd|dtd)$/.test(name))).toHaveLength(
      standard === '1.2' ? 4 : 17,
    )
    expect(files.has('all.xsd')).toBe(false)
  })

  test('carries the course filled with the programme’s words, with keys and feedback', () => {
    const packed = packedOf(files)
    expect(packed.course.modules[0]?.lessons[0]?.html).toContain(
      'your dialysis staff &amp; nephrologist',
    )
    expect(JSON.stringify(packed)).not.toContain('{{')
    expect(packed.course.modules[0]?.quiz?.questions[0]?.options[0]?.right).toBe(true)
    expect(packed.standard).toBe(standard)
  })

  test('shows whom to call, the release and the day, before any script has run', () => {
    const shell = text(files, 'index.html')
    for (const said of [
      '555-0100',
      'tel:911',
      'Kidney peer mentors',
      'abcdef012345',
      'November 21, 2026',
    ])
      expect(shell).toContain(said)
    expect(shell).toMatch(/<html lang="en">/)
  })

  test('says words and days as the programme’s country does', () => {
    const british = {
      ...built,
      programmes: { ...built.programmes, en: [{ ...programme, country: 'uk' as const }] },
    }
    const exported = exportPackages(british, { ...WISH, standard })
    if (exported.kind !== 'made') throw new Error(JSON.stringify(exported))
    const [index = ''] = exported.packages.map((one) => text(one.files, 'index.html'))
    expect(index).toContain('21 November 2026')
    expect(index).toContain('<script src="words-en-GB.js"></script>')
    expect([...(exported.packages[0]?.files.keys() ?? [])]).not.toContain('words-en.js')
  })

  test('without a script, says first what is missing, and promises nothing', () => {
    for (const page of ['index.html', 'check.html'])
      expect(text(files, page)).toMatch(/<\/h1>\s*<noscript><p class="note">This course needs Java/)
    expect(text(files, 'index.html')).toContain(
      'data-part="saving"><span lang="en">The course is loading.',
    )
  })

  test('the same wish makes the same bytes', () => {
    expect(made(standard).zip).toEqual(zip)
    expect(made(standard, { builtOn: '2026-11-22' }).zip).not.toEqual(zip)
  })

  test('unpacks to what was packed', () => {
    const back = unzipSync(zip)
    expect(Object.keys(back)).toEqual([...files.keys()].sort())
    expect(back['index.html']).toEqual(files.get('index.html'))
  })
})

const offsetsOf = (zip: Buffer, signature: number): number[] =>
  Array.from({ length: zip.length - 4 }, (_, at) => at).filter(
    (at) => zip.readUInt32LE(at) === signature,
  )

describe('the archive', () => {
  test('has the UTF-8 flag, a fixed date and sorted names in every header', () => {
    const zip = Buffer.from(
      zipOf(
        new Map([
          ['b.txt', bytes('b'.repeat(99))],
          ['a.txt', bytes('a')],
        ]),
      ),
    )
    const headers = offsetsOf(zip, 0x02014b50)
    expect(headers).toHaveLength(2)
    expect(headers.map((at) => zip.readUInt16LE(at + 8) & 0x0800)).toEqual([0x0800, 0x0800])
    expect(headers.map((at) => zip.readUInt32LE(at + 12))).toEqual([0x50216000, 0x50216000])
    const locals = offsetsOf(zip, 0x04034b50)
    expect(locals.map((at) => zip.readUInt16LE(at + 6) & 0x0800)).toEqual([0x0800, 0x0800])
    expect(locals.map((at) => zip.toString('latin1', at + 30, at + 35))).toEqual(['a.txt', 'b.txt'])
  })
})

describe('a part of the course', () => {
  test('a session that needs a module outside is left out, and named', () => {
    const { packed, leftOut } = made('1.2', { modules: ['practising'] })
    expect(leftOut).toEqual(['practising/skip-thursday'])
    expect(packed.course.modules.map(({ slug }) => slug)).toEqual(['practising'])
    expect(packed.course.modules[0]?.sessions).toEqual([])
  })

  test('keeps the order of the course, and has an identifier of its own', () => {
    const part = made('1.2', { modules: ['consent'] })
    expect(text(part.files, 'imsmanifest.xml')).toContain(
      'identifier="alongside-kidney-en-consent"',
    )
    const whole = made('1.2', { modules: ['practising', 'consent'] })
    expect(whole.packed.course.modules.map(({ slug }) => slug)).toEqual(['consent', 'practising'])
    expect(text(whole.files, 'imsmanifest.xml')).toContain('identifier="alongside-kidney-en"')
  })

  test('a module that is not there is refused by name', () => {
    expect(selectModules(course, ['consent', 'cooking'])).toEqual({
      kind: 'unknown',
      slugs: ['cooking'],
    })
  })
})

describe.each(STANDARDS)('a package in both languages, SCORM %s', (standard) => {
  const { files, packed } = made(standard, { languages: ['en', 'es'] })

  test('is one course with one identifier; in 1.2 its manifest names both languages', () => {
    const manifest = text(files, 'imsmanifest.xml')
    expect(schemaProblem(standard, manifest)).toBeNull()
    expect(manifest).toContain('identifier="alongside-kidney-en-es"')
    if (standard === '1.2')
      expect(manifest.match(/language>(?:en|es)</g)).toEqual(['language>en<', 'language>es<'])
    expect(manifest.match(/="sco"/g)).toHaveLength(1)
  })

  test('carries both courses, and the page around them in a template for the switch', () => {
    expect(packedOf(files).others.map(({ course: { title } }) => title)).toEqual([
      'Alongside en español',
    ])
    const check = text(files, 'check.html')
    expect(check).toContain('<template data-language="es">')
    expect(check).toMatch(/data-to-language="es" lang="es">Español</)
    const page = text(files, 'index.html')
    expect(page).toContain('<template data-language="es">')
    expect(page).toMatch(/data-to-language="es" lang="es">Español</)
    expect(page).toMatch(/data-to-language="en" lang="en">English</)
    expect(page.match(/id="help"/g)).toHaveLength(2)
  })

  test('a package in one language has no switch', () => {
    expect(packed.others).toHaveLength(1)
    expect(text(made(standard).files, 'index.html')).not.toContain('data-to-language')
  })

  test('carries the words of its languages alone, and each page asks for them before its script', () => {
    const scripts = (of: Files): string[] => [...of.keys()].filter((name) => name.endsWith('.js'))
    const asked = (of: Files, name: string): (string | undefined)[] =>
      [...text(of, name).matchAll(/<script src="([^"]+)"/g)].map(([, source]) => source)
    const one = made(standard).files
    expect(scripts(one).sort()).toEqual([
      'check.js',
      'course.js',
      'course/consent.js',
      'course/practising.js',
      'course/resources.js',
      'pages.js',
      'player.js',
      'words-en.js',
    ])
    expect(asked(one, 'index.html')).toEqual(['course.js', 'words-en.js', 'player.js'])
    expect(scripts(files)).toContain('words-es.js')
    expect(asked(files, 'index.html').slice(1)).toEqual(['words-en.js', 'words-es.js', 'player.js'])
    expect(asked(files, 'check.html').at(-1)).toBe('check.js')
  })

  test('languages with different items are not packed together: one state serves both', () => {
    const [first] = course.modules
    const uneven = { ...built, courses: { ...built.courses, es: { ...course, modules: [first] } } }
    expect(
      exportPackages(uneven as Built, { ...WISH, standard, languages: ['en', 'es'] }),
    ).toMatchObject({ kind: 'faulty', problems: [expect.stringMatching('different items')] })
  })
})

describe('a package for each module', () => {
  const packages = allMade('2004', { perModule: true })

  test('has a name, a title and an identifier of its own, in the order of the course', () => {
    expect(packages.map(({ name }) => name)).toEqual([
      'alongside-kidney-en-scorm2004-consent.zip',
      'alongside-kidney-en-scorm2004-practising.zip',
    ])
    expect(packages.map(({ packed }) => packed.course.title)).toEqual(
      course.modules.map((module) => `${course.title}: ${module.title}`),
    )
    expect(
      packages.map(
        ({ files }) => /<manifest identifier="([^"]*)"/.exec(text(files, 'imsmanifest.xml'))?.[1],
      ),
    ).toEqual(['alongside-kidney-en-consent', 'alongside-kidney-en-practising'])
  })

  test('keeps its sessions, which need nothing: the learning system decides what comes first', () => {
    const sessions = packages[1]?.packed.course.modules[0]?.sessions ?? []
    expect(sessions.map(({ id, needs }) => [id, needs])).toEqual([['practising/skip-thursday', []]])
    expect(packages.flatMap(({ leftOut }) => leftOut)).toEqual([])
  })

  test('only of the modules that were chosen', () => {
    const some = allMade('2004', { perModule: true, modules: ['practising'] })
    expect(some.map(({ packed }) => packed.course.modules.map(({ slug }) => slug))).toEqual([
      ['practising'],
    ])
  })
})

describe('the presets', () => {
  test.each<[ExportWish['preset'], object]>([
    ['generic', { failure: 'nothing', answers: true }],
    ['moodle', { failure: 'failed', answers: true }],
    ['canvas', { failure: 'failed', answers: true }],
    ['cornerstone', { failure: 'nothing', answers: true }],
    ['scorm-cloud', { failure: 'failed', answers: true }],
    ['frappe', { failure: 'nothing', answers: false }],
    ['open-edx', { failure: 'score', answers: false }],
  ])('%s decides what a failure writes and whether answers are told', (preset, manner) => {
    for (const standard of STANDARDS) {
      const one = made(standard, { preset, tries: 3 })
      expect(packedOf(one.files).manner).toEqual({ tries: 3, sessions: false, ...manner })
      expect(one.name).toBe(
        `alongside-kidney-en-scorm${standard.replace('.', '')}${preset === 'generic' ? '' : `-${preset}`}.zip`,
      )
    }
  })

  test('tell of sessions only when that is asked for', () => {
    expect(made('1.2', { sessions: true }).packed.manner.sessions).toBe(true)
  })
})

describe('clips', () => {
  const withClip: Built = {
    ...built,
    courses: {
      ...built.courses,
      en: {
        ...course,
        modules: course.modules.map((module) => ({
          ...module,
          lessons: module.lessons.map((lesson) => ({
            ...lesson,
            html: '<!--media--><video src="media:welcome.webm"></video><!--end-media-->',
          })),
        })),
      },
    },
  }
  const files = (media: boolean): string[] => {
    const exported = exportPackages(withClip, { ...WISH, standard: '1.2', media })
    return exported.kind === 'made' ? [...(exported.packages[0]?.files.keys() ?? [])] : []
  }

  test('travel when they are asked for, only those that a lesson shows', () => {
    expect(files(true).filter((name) => name.startsWith('media/'))).toEqual(['media/welcome.webm'])
    expect(files(false).filter((name) => name.startsWith('media/'))).toEqual([])
  })
})

describe('the version of a package', () => {
  const changed: Built = {
    ...built,
    courses: { ...built.courses, es: { ...built.courses.es, release: 'fedcba543210' } },
  }
  const version = (of: Built, languages: ExportWish['languages']): string => {
    const exported = exportPackages(of, { ...WISH, standard: '1.2', languages })
    return (exported.kind === 'made' && exported.packages[0]?.packed.release) || 'none'
  }

  test('is that of its course, and of two languages one that both change', () => {
    expect(version(built, ['en'])).toBe('abcdef012345')
    expect(version(changed, ['es'])).toBe('fedcba543210')
    const both = version(built, ['en', 'es'])
    expect(both).toMatch(/^[0-9a-f]{12}$/)
    expect(version(changed, ['en', 'es'])).not.toBe(both)
  })

  test('is said alike in the title, on both pages and in both languages', () => {
    const { files, packed } = made('1.2', { languages: ['en', 'es'] })
    const said = ['imsmanifest.xml', 'index.html', 'check.html'].map(
      (name) => text(files, name).split(packed.release).length - 1,
    )
    expect(said).toEqual([3, 2, 2])
    expect(text(files, 'index.html')).not.toContain('abcdef012345')
  })

  test('what stands around the course is known without packing it', () => {
    const wish: ExportWish = { ...WISH, standard: '2004', languages: ['en', 'es'] }
    const around = aroundCourse(built, wish)
    const { files } = made('2004', { languages: ['en', 'es'] })
    const isModule = (name: string): boolean => /^course\/(?!resources)/.test(name)
    expect([...around.keys()]).toEqual([...files.keys()].filter((name) => !isModule(name)))
    for (const [name, content] of around)
      if (!/^course|^imsmanifest/.test(name)) expect(content, name).toEqual(files.get(name))
    expect(text(around, 'course.js')).not.toContain('who-decides')
    expect(aroundCourse(built, { ...wish, programme: 'gone' }).size).toBe(0)
  })
})

describe('the whole course as it was built', () => {
  const real = readBuilt(builtFolder())
  if (!real) throw new Error('The course is not built. Run: npm run build')

  const whole = (standard: Standard, languages: ExportWish['languages']): Made => {
    const exported = exportPackages(real, { ...WISH, standard, languages })
    const [one] = exported.kind === 'made' ? exported.packages : []
    if (!one) throw new Error(JSON.stringify(exported))
    return one
  }

  test.each<[string, ExportWish['languages']]>([
    ['in English', ['en']],
    ['in Spanish', ['es']],
    ['in both languages', ['en', 'es']],
  ])(
    '%s has at most 440 KB a language, 790 KB for both, and 60 files, without clips',
    (_, languages) => {
      for (const standard of STANDARDS) {
        const { files } = whole(standard, languages)
        const size = zipOf(files).length
        expect(size).toBeLessThanOrEqual(languages.length > 1 ? 790_000 : 440_000)
        expect(Math.abs(estimate(real, languages, standard) / size - 1)).toBeLessThan(0.05)
        expect(files.size).toBeLessThanOrEqual(60)
      }
    },
  )

  /** Bytes, and as they travel where they are compressed. */
  test.each<[string, ExportWish['languages'], number, number]>([
    ['in English', ['en'], 123_000, 41_500],
    ['in Spanish', ['es'], 123_000, 41_500],
    ['in both languages', ['en', 'es'], 149_000, 49_500],
  ])('%s, what comes before its first page stays small', (_, languages, most, mostPacked) => {
    for (const standard of STANDARDS) {
      const { files } = whole(standard, languages)
      const asked = [...text(files, 'index.html').matchAll(/\s(?:src|href)="([a-z][^"#:]*)"/gi)]
      const names = ['index.html', ...asked.map(([, name = '']) => name)]
      // All of them named by the page itself, so that they come in one round trip after it.
      expect(names.toSorted()).toEqual(
        [
          'index.html',
          'first.css',
          'course.js',
          ...languages.map((language) => `words-${language}.js`),
          'player.js',
        ].toSorted(),
      )
      expect(names.filter((name) => !files.has(name))).toEqual([])
      const contents = names.map((name) => files.get(name) ?? new Uint8Array())
      const sum = (sizes: readonly number[]): number => sizes.reduce((all, one) => all + one, 0)
      expect(sum(contents.map(({ length }) => length))).toBeLessThanOrEqual(most)
      expect(sum(contents.map((one) => gzipSync(one).length))).toBeLessThanOrEqual(mostPacked)
    }
  })

  test('its sheet leaves out what only the platform draws', () => {
    const { files } = whole('1.2', ['en', 'es'])
    const said = [...files.keys()]
      .filter((name) => /\.(?:html|js)$/.test(name))
      .map((name) => [name, new Set(text(files, name).match(/[\w-]+/g))] as const)
    expect(said.length).toBeGreaterThan(15)
    for (const [name, words] of said)
      expect(
        NOT_IN_PACKAGE.filter((one) => words.has(one)),
        name,
      ).toEqual([])
  })

  test('what its second sheet does not say again stands around the pages alone', () => {
    const { files } = whole('1.2', ['en', 'es'])
    const classesIn = (name: string): string[] =>
      [...text(files, name).matchAll(/\.([a-z][\w-]+)[^{}]*\{/g)].map(([, one = '']) => one)
    const again = classesIn('player.css')
    const once = [...new Set(classesIn('first.css'))].filter((one) => !again.includes(one))
    expect(once).toContain('site-footer__note')
    const course = [...files.keys()].filter((name) => /^(?:course\/|pages|check\.js)/.test(name))
    for (const name of course) {
      const words = new Set(text(files, name).match(/[\w-]+/g))
      expect([name, once.filter((one) => one.includes('-') && words.has(one))]).toEqual([name, []])
    }
  })

  test('holds no page for those who teach, nor does what a browser may fetch without signing in', () => {
    const said = LANGUAGES.flatMap((language) =>
      real.courses[language].teaching.flatMap(({ id, html }) => [
        id,
        /<p>([^<{]{20,60})/.exec(html)?.[1] ?? 'no words',
      ]),
    )
    expect(said.length).toBeGreaterThan(8)
    const { files, packed } = whole('1.2', ['en', 'es'])
    const client = readdirSync(path.join(builtFolder(), 'client'), {
      recursive: true,
      withFileTypes: true,
    }).filter((file) => file.isFile() && /\.(html|js|json|css|txt)$/.test(file.name))
    expect(client.length).toBeGreaterThan(10)
    const texts = [
      JSON.stringify(packed),
      ...[...files.keys()].map((name) => text(files, name)),
      ...client.map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8')),
    ]
    expect(said.filter((words) => texts.some((one) => one.includes(words)))).toEqual([])
  })

  test('says a second language by its words alone, and has every word of it', () => {
    const { files, packed } = whole('1.2', ['en', 'es'])
    expect(packedOf(files)).toEqual(packed)
    const [both = 0, english = 0] = [files, whole('1.2', ['en']).files].map((one) =>
      [...one].reduce(
        (sum, [name, { length }]) => sum + (/^course[./]/.test(name) ? length : 0),
        0,
      ),
    )
    expect(both).toBeLessThan(english * 1.8)
  })

  test('leaves the letters of other languages at home, until a name has one', () => {
    const { files } = whole('1.2', ['en', 'es'])
    expect([...files.keys()].filter((name) => name.endsWith('.woff2'))).toEqual([
      'atkinson-next-latin.woff2',
    ])
    // Beside those of the device, which stand there until it has come.
    const faces = text(files, 'first.css').match(/@font-face\{[^}]*\}/g) ?? []
    expect(faces.filter((face) => face.includes('.woff2'))).toHaveLength(1)
    const [kidney] = real.programmes.en
    if (!kidney) throw new Error('no programme')
    const contact = { ...kidney.contact, name: 'Łukasz' }
    const named = exportPackages(
      { ...real, programmes: { ...real.programmes, en: [{ ...kidney, contact }] } },
      { ...WISH, programme: kidney.slug, standard: '1.2' },
    )
    const [one] = named.kind === 'made' ? named.packages : []
    expect([...(one?.files.keys() ?? [])].filter((name) => name.endsWith('.woff2'))).toHaveLength(2)
  })
})

describe('our own check finds', () => {
  const good = made('1.2').files
  const having = (changes: Record<string, string | null>): string[] => {
    const files = new Map(good)
    for (const [name, content] of Object.entries(changes)) {
      if (content === null) files.delete(name)
      else files.set(name, bytes(content))
    }
    return verify(files)
  }
  const manifest = (from: string | RegExp, to: string): string[] => {
    const changed = text(good, 'imsmanifest.xml').replace(from, to)
    expect(changed).not.toBe(text(good, 'imsmanifest.xml'))
    return having({ 'imsmanifest.xml': changed })
  }
  const page = (more: string): string[] =>
    having({ 'check.html': text(good, 'check.html').replace('</body>', `${more}</body>`) })
  const script = (code: string): string[] => having({ 'player.js': code })

  test.each<[string, () => string[], RegExp]>([
    ['no manifest', () => having({ 'imsmanifest.xml': null }), /not at the root/],
    [
      'a dangling identifierref',
      () => manifest('identifierref="alongside-kidney-en-course"', 'identifierref="gone"'),
      /nothing has the identifier gone/,
    ],
    [
      'a dangling default organization',
      () => manifest('default="alongside', 'default="nowhere'),
      /nothing has the identifier nowhere/,
    ],
    [
      'an identifier used twice',
      () => manifest('identifier="alongside-kidney-en-item"', 'identifier="alongside-kidney-en"'),
      /used twice/,
    ],
    [
      'an identifier with a leading digit',
      () => manifest('<manifest identifier="a', '<manifest identifier="1a'),
      /not a valid identifier/,
    ],
    [
      'a listed file that is missing',
      () => having({ 'course.js': null }),
      /course\.js is listed but not in the package/,
    ],
    [
      'a file that is not listed',
      () => having({ 'extra.js': '' }),
      /extra\.js is in the package but not listed/,
    ],
    [
      'a launched file that is not listed',
      () => manifest('      <file href="index.html"/>', ''),
      /index\.html is launched but not listed/,
    ],
    [
      'nothing to launch',
      () => manifest(' href="index.html">', '>'),
      /no resource can be launched/,
    ],
    [
      'the wrong case of scormtype',
      () => manifest(/scormtype/g, 'scormType'),
      /says adlcp:scormtype/,
    ],
    ['no scormtype', () => manifest(/ adlcp:scormtype="[a-z]*"/g, ''), /scormtype is missing/],
    [
      'a mastery score',
      () => manifest('</item>', '<adlcp:masteryscore>80</adlcp:masteryscore></item>'),
      /mastery score/,
    ],
    ['another version', () => manifest('>1.2<', '>1.3<'), /not a schema version/],
    ['a name with an umlaut', () => having({ 'bär.txt': '' }), /a name may only have/],
    ['a name with a space', () => having({ 'a b.txt': '' }), /a name may only have/],
    ['a name that climbs', () => having({ '../a.txt': '' }), /a name may only have/],
    ['an .mjs file', () => having({ 'a.mjs': '' }), /\.mjs/],
    [
      'names that differ by case',
      () => having({ 'Index.html': '' }),
      /only by upper and lower case/,
    ],
    ['an inline script', () => page('<script>alert(1)</script>'), /inline script/],
    ['an inline handler', () => page('<a onclick="x()">x</a>'), /inline handler/],
    ['an inline style', () => page('<a style="color:red">x</a>'), /inline handler or style/],
    ['a root-absolute path', () => page('<img src="/a.png">'), /leads out of the package/],
    [
      'another host',
      () => page('<img src="https://example.org/a.png">'),
      /leads out of the package/,
    ],
    [
      'a folder as an address',
      () => page('<a href="module-1/">x</a>'),
      /module-1\/ is not in the package/,
    ],
    [
      'a font that is missing',
      () => having({ 'player.css': 'a{src:url(gone.woff2)}' }),
      /gone\.woff2 is not in the package/,
    ],
    ['eval', () => script('eval("1")'), /uses eval/],
    ['new Function', () => script('new Function("1")'), /uses new Function/],
    ['atob', () => script('window.atob("1")'), /atob or btoa/],
    ['a service worker', () => script('navigator.serviceWorker.register("x")'), /service worker/],
    ['local storage', () => script('localStorage.a=1'), /storage of the browser/],
    ['cookies', () => script('document.cookie="a"'), /cookies/],
  ])('%s', (_, problems, says) => {
    expect(problems().join('\n')).toMatch(says)
  })
})
