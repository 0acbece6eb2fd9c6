/** The commands about packages for learning systems. */
import { LANGUAGES } from '#domain/course/language.ts'
import { STANDARDS } from '#domain/packages/packed.ts'
import { PRESETS } from '#domain/packages/presets.ts'
import type { Command } from './command.ts'

export const SCORM_COMMANDS: Readonly<Record<string, Command>> = {
  'scorm export': {
    does: 'make packages that a learning system can import',
    takes: [],
    options: {
      programme: { value: 'NAME', help: 'whose words and contacts stand in it' },
      language: { value: [...LANGUAGES, 'both'].join('|'), help: 'both: with a switch inside' },
      standard: { value: STANDARDS.join('|'), help: 'of SCORM' },
      out: { value: 'FILE.zip', help: 'where to; with --per-module a folder', isPath: true },
      overwrite: { help: 'replace packages that are there already' },
      modules: { value: 'a,b,c', help: 'only these modules; the whole course when left out' },
      packs: {
        value: 'a,b',
        help: 'area packs that come along, or all; none when left out',
      },
      'per-module': {
        help: 'one package for each module; --out then names a folder, which is made where it is missing',
      },
      preset: { value: 'NAME', help: `${PRESETS.join(', ')}; generic when left out` },
      tries: {
        value: 'N',
        help: 'after N finished tries at a quiz without a pass the learning system is told, as the preset decides; 0 (never) when left out',
      },
      interactions: {
        value: 'none|quiz',
        help: 'whether single answers of quizzes are told; the preset decides when left out',
      },
      sessions: { help: 'tell that a practice session has ended; never what was said in it' },
      media: { help: 'pack the clips too; else only their words' },
      date: {
        value: 'YYYY-MM-DD',
        help: 'the day that the package names as its own; the day of the release when left out',
      },
    },
    more: [
      'Needs a build (npm run build). A package gets its name only once it is whole.',
      'Words and contacts are those edited in DATA_DIR/programmes, else those that came with the course; it says which.',
    ],
    examples: [
      '--programme kidney --language en --standard 1.2 --out kidney-en.zip',
      '--programme kidney --language both --standard 2004 --per-module --out packages',
    ],
    ends: {
      1: 'where DATA_DIR names a folder that is not there, the build is missing, or it cannot be written',
      3: 'where the package would be faulty',
      4: 'where a contact is still an example, in production',
    },
    load: () => import('./scorm-export.ts'),
  },
  'scorm check': {
    does: 'say what is wrong with a package, ours or anybody’s',
    takes: [{ name: 'FILE.zip', help: 'the package' }],
    needs: 1,
    takesPaths: true,
    options: {
      json: {
        help: '{file, good, findings: [{level, rule, file, detail, says}], manifest, facts}',
      },
    },
    more: ['Writes nothing.'],
    examples: ['kidney-en.zip', 'kidney-en.zip --json'],
    ends: { 3: 'where there are errors' },
    load: () => import('./scorm-check.ts'),
  },
}
