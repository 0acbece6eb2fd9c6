/**
 * The control documents of every namespace that a manifest, or a file of metadata, speaks. ADL's checker of 2004
 * refuses a package without one of them (its test REQUIRED_FILES_AT_ROOT); in 1.2 they are only good to have.
 */
import type { Standard } from '#domain/packages/packed.ts'
import { finding, type Finding } from '#domain/packages/finding.ts'
import { allOf, type XmlNode } from './read-xml.ts'

/** Every reader knows these. */
const KNOWN_TO_ALL =
  /^(?:|http:\/\/www\.w3\.org\/(?:2001\/XMLSchema-instance|XML\/1998\/namespace))$/

/** @param file that `root` is of @param names every file of the archive */
export function checkSchemas(
  root: XmlNode,
  standard: Standard,
  names: ReadonlySet<string>,
  file: string,
): Finding[] {
  const where = locationsIn(root)
  if (standard === '1.2') return checkOld(where, names, file)
  const spoken = new Set(
    allOf(root).flatMap(({ namespace, attributes }) => [
      namespace,
      ...attributes.map((one) => one.namespace),
    ]),
  )
  return [...spoken]
    .filter((space) => !KNOWN_TO_ALL.test(space))
    .flatMap((space) => {
      const hint = where.get(space)
      if (hint === undefined) return [finding('schema-required', file, space)]
      return names.has(hint) ? [] : [finding('schema-required', hint, space)]
    })
}

function checkOld(
  where: ReadonlyMap<string, string>,
  names: ReadonlySet<string>,
  file: string,
): Finding[] {
  const local = [...where.values()].filter((hint) => !/^[a-z]+:/i.test(hint))
  if (local.length === 0) return [finding('schema-not-packed', file)]
  return local.filter((hint) => !names.has(hint)).map((hint) => finding('schema-not-packed', hint))
}

/** Pairs of a namespace and where its document lies, wherever they stand. */
const locationsIn = (root: XmlNode): Map<string, string> =>
  new Map(
    allOf(root).flatMap(({ attributes }) =>
      attributes
        .filter(({ name }) => name === 'schemaLocation')
        .flatMap(({ value }) => {
          const words = value.trim().split(/\s+/)
          return words.flatMap((space, at): [string, string][] =>
            at % 2 === 0 ? [[space, words[at + 1] ?? '']] : [],
          )
        }),
    ),
  )
