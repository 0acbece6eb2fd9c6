import { describe, expect, test } from 'vitest'
import { STANDARDS, type Packed } from '#domain/packages/packed.ts'
import { manifestOf, type ManifestFacts } from '#scorm/build/manifest.ts'
import { course, programme } from '#tests/fixtures/course.ts'
import { QUIET } from '#player/lms/lms-recorder.ts'
import { schemaProblem } from './xsd.ts'

const facts = (
  standard: Packed['standard'],
  change: Partial<ManifestFacts> = {},
): ManifestFacts => ({
  packed: {
    standard,
    course: { ...course, title: 'Stay “near” <& listen>', summary: 'Más allá & más cerca.' },
    programme,
    others: [],
    manner: QUIET,
    media: false,
    release: 'abcdef012345',
    builtOn: '2026-11-21',
  },
  identifier: 'alongside-kidney-en',
  files: ['index.html', 'course.js'],
  schemas: ['ims_xml.xsd', 'common/dataTypes.xsd'],
  ...change,
})

describe.each(STANDARDS)('the manifest of SCORM %s', (standard) => {
  const manifest = manifestOf(facts(standard))

  test('is valid by the official schemas, with special characters in the title', () => {
    expect(schemaProblem(standard, manifest)).toBeNull()
  })

  test('the schemas are at work: an item before its title, a wrong element, a bad identifier', () => {
    const swapped = manifest.replace(/(<title>[^<]*<\/title>)\s*(<item[\s\S]*?<\/item>)/, '$2$1')
    expect(swapped).not.toBe(manifest)
    expect(schemaProblem(standard, swapped)).toMatch(/title|item/)
    expect(
      schemaProblem(standard, manifest.replace('<resources>', '<resources><nothing/>')),
    ).toMatch(/nothing/)
    expect(schemaProblem(standard, manifestOf(facts(standard, { identifier: '1 & 2' })))).toMatch(
      /identifier/,
    )
  })

  test('says its version, one SCO, one item, and no mastery score', () => {
    expect(manifest).toContain(
      `<schemaversion>${standard === '1.2' ? '1.2' : '2004 4th Edition'}</schemaversion>`,
    )
    expect(manifest.match(/<item /g)).toHaveLength(1)
    expect(manifest.match(/adlcp:scorm[tT]ype="sco"/g)).toEqual([
      standard === '1.2' ? 'adlcp:scormtype="sco"' : 'adlcp:scormType="sco"',
    ])
    expect(manifest).not.toMatch(/mastery/i)
  })

  test('lists every file, that which is launched first, and the control documents apart', () => {
    expect([...manifest.matchAll(/<file href="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'index.html',
      'course.js',
      'ims_xml.xsd',
      'common/dataTypes.xsd',
    ])
  })

  test('D13: is called as the course, and has its release as its version', () => {
    // The organization's title and the item's: systems show one or the other.
    const titles = [...manifest.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title)
    expect(titles).toEqual(Array(2).fill('Stay “near” &lt;&amp; listen&gt;'))
    expect(manifest).toContain('version="abcdef012345"')
    if (standard === '1.2') expect(manifest).toContain('2026-11-21')
  })

  test('D12: 2004 speaks of no metadata, which would need control documents that are not packed', () => {
    expect(manifest.includes('lom')).toBe(standard === '1.2')
    expect(manifest).not.toContain('location>')
  })
})
