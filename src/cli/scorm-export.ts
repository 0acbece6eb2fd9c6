/** `alongside scorm export`: makes packages that a learning system can import. */
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { findBuilt } from '#builds.mjs'
import { readBuilt, type Built } from '#scorm/build/built.ts'
import { exampleFields } from '#domain/programme/examples.ts'
import { withEdited } from '#server/course/edited-programmes.ts'
import { exportPackages, type ExportWish, type Made } from '#scorm/build/export.ts'
import { zipParts, type Files } from '#scorm/build/zip.ts'
import { courseDir, isProduction } from '#settings.ts'
import type { Given } from './given.ts'
import { CouldNot, Misuse, Refused } from './command.ts'
import { readWish, refuseToReplace } from './scorm-wish.ts'
import { refuseAbsentDataDir, whoseWords } from './whose-words.ts'

/** The build that packages are made of; null where there is none. */
function builtPlace(): string | null {
  const course = courseDir()
  return course ? path.dirname(course) : findBuilt()
}

/** @returns 0 made, 3 the package is faulty @throws Misuse, CouldNot, Refused */
export function run(given: Given, folder = builtPlace()): number {
  refuseAbsentDataDir()
  const built = builtIn(folder)
  if (!built) throw new CouldNot('The course is not built yet. Run: npm run build')
  try {
    const { wish, out } = readWish(given, built)
    return make(built, wish, out, given)
  } catch (error) {
    if (
      error instanceof Misuse ||
      error instanceof Refused ||
      !(error instanceof Error && 'code' in error)
    )
      throw error
    throw new CouldNot(`The package was not written: ${WHY[String(error.code)] ?? error.message}`)
  }
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'you may not write in that folder',
  EPERM: 'you may not write in that folder',
  EROFS: 'that disk can only be read',
  ENOSPC: 'that disk is full',
}

/** With the programmes as an administrator edited them, as the page has it. */
function builtIn(folder: string | null): Built | null {
  const built = folder === null ? null : readBuilt(folder)
  return built && { ...built, programmes: withEdited(built.programmes) }
}

function make(built: Built, wish: ExportWish, out: string, given: Given): number {
  const [first = 'en'] = wish.languages
  const programme = built.programmes[first].find(({ slug }) => slug === wish.programme)
  const isExample = programme !== undefined && exampleFields(programme).length > 0
  if (isProduction() && isExample) {
    throw new Refused(
      `The contact of the programme ${wish.programme} is still the example. Put your own in its file, then build again.`,
    )
  }
  const exported = exportPackages(built, wish)
  if (exported.kind !== 'made') {
    const problems = exported.kind === 'faulty' ? exported.problems : exported.slugs
    for (const problem of problems) console.error(problem)
    return 3
  }
  if (wish.perModule) {
    refuseToReplace(
      exported.packages.map(({ name }) => path.join(out, name)),
      given,
    )
    if (!existsSync(out)) mkdirSync(out)
  }
  const lines = [
    ...exported.packages.flatMap((one) =>
      pack(one, wish.perModule ? path.join(out, one.name) : out),
    ),
    ...manners(exported.packages[0]),
    whoseWords(wish.programme),
    ...(isExample ? ['Warning: the contact in the help block is still the example.'] : []),
    'Checked: manifest, file names, links, every file listed, no forbidden script.',
    'What travels: the course, its language, the words and contacts of the programme, where each learner is.',
    `What does not travel: sign-off by a coordinator, observed role plays, reflections, how sure somebody feels, decision cards, private words, notes of people${wish.media ? '' : '; of a clip only its words travel'}. What somebody says in a practice session is never reported to the learning system.`,
  ]
  for (const line of lines) console.log(line)
  return 0
}

/** @returns what is said about it */
function pack({ files, packed, leftOut }: Made, out: string): string[] {
  const { size, sha256 } = writeZip(files, out)
  const raw = [...files.values()].reduce((sum, content) => sum + content.length, 0)
  const { course, others, standard, programme, release, builtOn } = packed
  const languages = [course, ...others.map((one) => one.course)].map(({ language }) => language)
  return [
    `${path.basename(out)}: ${kilobytes(size)} (${size} bytes; ${raw} unpacked), ${files.size} files`,
    `SHA-256 ${sha256}`,
    `SCORM ${standard}, ${languages.join(' and ')}, programme ${programme.slug}, version ${release}, of ${builtOn}`,
    `Modules: ${course.modules.map(({ slug }) => slug).join(', ')}`,
    ...leftOut.map((id) => `Left out: ${id}, since a module that it needs is not in the package`),
  ]
}

/** Beside its place, part by part, and moved there when it is whole: never half a package. */
function writeZip(files: Files, out: string): { size: number; sha256: string } {
  const hash = createHash('sha256')
  const draft = `${out}.part`
  rmSync(draft, { force: true })
  // Never through a link that lies there.
  const file = openSync(draft, 'wx')
  let size = 0
  try {
    try {
      for (const part of zipParts(files)) {
        hash.update(part)
        size += part.length
        writeFileSync(file, part)
      }
    } finally {
      closeSync(file)
    }
    renameSync(draft, out)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  return { size, sha256: hash.digest('hex') }
}

const FAILURES = {
  nothing: 'stays incomplete, since some systems lock a course after "failed"',
  score: 'is told the score, without "failed"',
  failed:
    'is told the score and "failed" once nothing else is left to do (the quiz closes; some systems open nothing again)',
} as const

function manners(made: Made | undefined): string[] {
  if (!made) return []
  const { answers, sessions, tries, failure } = made.packed.manner
  return [
    `Single answers of quizzes are ${answers ? 'reported, where the learning system takes them' : 'not reported'}.`,
    ...(sessions
      ? ['That a practice session has ended is reported, where the learning system takes it.']
      : []),
    ...(tries
      ? [
          `After ${tries === 1 ? '1 finished try' : `${tries} finished tries`} without a pass the learning system ${FAILURES[failure]}.`,
        ]
      : []),
  ]
}

const kilobytes = (size: number): string => `${Math.round(size / 1024)} KB`
