/** `alongside scorm export`: makes a package that a learning system can import. */
import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isLanguage, LANGUAGES } from '#domain/course/course.ts'
import { isStandard, STANDARDS } from '#domain/course/packed.ts'
import { exportPackage, readBuilt, type Built, type ExportWish } from '#scorm/build/export.ts'

const USAGE = `alongside scorm export --programme NAME --language ${LANGUAGES.join('|')} --standard ${STANDARDS.join('|')} --out FILE.zip
  --modules a,b,c    only these modules; the whole course when left out
  --date YYYY-MM-DD  the day that the package names as its own; today when left out`

/** Something was asked for that cannot be. */
class Misuse extends Error {}

/** @returns 0 made, 2 misuse, 3 the build is missing or the package is faulty */
export async function run(args: string[], folder = 'dist'): Promise<number> {
  const built = readBuilt(folder)
  if (!built) {
    console.error('The course is not built yet. Run: npm run build')
    return 3
  }
  try {
    const { wish, out } = readWish(args, built)
    return make(built, wish, out)
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    console.error(`${error.message}\n\n${USAGE}`)
    return 2
  }
}

function readWish(args: string[], built: Built): { wish: ExportWish; out: string } {
  const values = parse(args)
  const language = values.language ?? ''
  if (!isLanguage(language)) throw choice('--language', language, LANGUAGES)
  const standard = values.standard ?? ''
  if (!isStandard(standard)) throw choice('--standard', standard, STANDARDS)
  const programmes = built.programmes[language]
  const programme = programmes.find(({ slug }) => slug === values.programme)
  if (!programme)
    throw choice(
      '--programme',
      values.programme ?? '',
      programmes.map(({ slug }) => slug),
    )
  const known = built.courses[language].modules.map(({ slug }) => slug)
  const modules = (values.modules ?? '').split(',').filter(Boolean)
  const stranger = modules.find((slug) => !known.includes(slug))
  if (stranger !== undefined || values.modules === '')
    throw choice('--modules', stranger ?? '', known)
  const builtOn = values.date ?? new Date().toISOString().slice(0, 10)
  if (!isDay(builtOn)) throw new Misuse(`--date: "${builtOn}" is not a day such as 2026-11-21`)
  return { wish: { modules, language, standard, programme, builtOn }, out: readOut(values.out) }
}

function parse(args: string[]) {
  const option = { type: 'string' } as const
  try {
    return parseArgs({
      args,
      options: {
        programme: option,
        language: option,
        standard: option,
        out: option,
        modules: option,
        date: option,
      },
    }).values
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error))
  }
}

const choice = (option: string, given: string, choices: readonly string[]): Misuse =>
  new Misuse(
    `${option}: ${given ? `there is no "${given}"` : 'nothing is given'}. Choose ${choices.join(', ')}`,
  )

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

function readOut(out: string | undefined): string {
  if (!out?.endsWith('.zip')) throw new Misuse('--out: name a file that ends with .zip')
  const folder = path.dirname(out)
  if (!existsSync(folder)) throw new Misuse(`--out: there is no folder ${folder}`)
  return out
}

function make(built: Built, wish: ExportWish, out: string): number {
  if (process.env['ALONGSIDE_ENV'] === 'production' && wish.programme.contact.example) {
    console.error(
      `The contact of the programme ${wish.programme.slug} is still the example. Put your own in its file, then build again.`,
    )
    return 3
  }
  const exported = exportPackage(built, wish)
  if (exported.kind !== 'made') {
    const problems = exported.kind === 'faulty' ? exported.problems : exported.slugs
    for (const problem of problems) console.error(problem)
    return 3
  }
  writeFileSync(out, exported.zip)
  const { zip, files, packed, leftOut } = exported
  const { course } = packed
  const lines = [
    `${path.basename(out)}: ${kilobytes(zip.length)} (${zip.length} bytes), ${files.size} files`,
    `SHA-256 ${createHash('sha256').update(zip).digest('hex')}`,
    `SCORM ${wish.standard}, ${wish.language}, programme ${wish.programme.slug}, version ${course.release}, made on ${wish.builtOn}`,
    `Modules: ${course.modules.map(({ slug }) => slug).join(', ')}`,
    ...leftOut.map((id) => `Left out: ${id}, since a module that it needs is not in the package`),
    ...(wish.programme.contact.example
      ? ['Warning: the contact in the help block is still the example.']
      : []),
    'Checked: manifest, file names, links, every file listed, no forbidden script.',
    'What travels: the course, its language, the words and contacts of the programme, where each learner is.',
    'What does not travel: sign-off by a coordinator, observed role plays, reflections, how sure somebody feels, notes of people; of a clip only its words travel. Single answers are not reported to the learning system.',
  ]
  for (const line of lines) console.log(line)
  return 0
}

const kilobytes = (size: number): string => `${Math.round(size / 1024)} KB`
