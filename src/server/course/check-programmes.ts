/** Asked before the door opens: what people would be shown in danger is there, and theirs (R42). */
import { countPeopleByProgramme } from '#db/people.ts'
import { countOpenInvitationsByProgramme } from '#db/links.ts'
import { termsIn } from '#domain/programme/fill-words.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import { exampleFields } from '#domain/programme/examples.ts'
import { settings } from '#settings.ts'
import { loadProgrammes, loadUnfilled, openProgrammes } from './load-course.ts'
import { placeOfWords } from './programme-files.ts'
import { ProgrammeRefused } from './programme-refused.ts'

/** @throws ProgrammeRefused naming every programme and field that is wrong */
export async function checkProgrammes(now: number): Promise<void> {
  const problems = [
    ...problemWithDefault(),
    ...(await missingWithPeople(now)),
    ...missingWords(),
    ...(settings().production ? exampleContacts() : []),
  ]
  if (problems.length) throw new ProgrammeRefused(problems.join('\n'))
}

const slugs = (): string[] => loadProgrammes('en').map(({ slug }) => slug)

function problemWithDefault(): string[] {
  const wish = settings().defaultProgramme
  const open = openProgrammes('en').map(({ slug }) => slug)
  return open.includes(wish)
    ? []
    : [`DEFAULT_PROGRAMME: there is no open programme "${wish}"; there is ${open.join(', ')}.`]
}

async function missingWithPeople(now: number): Promise<string[]> {
  const [people, invitations] = await Promise.all([
    countPeopleByProgramme(),
    countOpenInvitationsByProgramme(now),
  ])
  const known = slugs()
  const missing = [...new Set([...people.keys(), ...invitations.keys()])]
    .filter((slug) => !known.includes(slug))
    .sort()
  return missing.map((slug) => {
    const counts = [
      counted(people.get(slug) ?? 0, 'person is', 'people are'),
      counted(invitations.get(slug) ?? 0, 'open invitation is', 'open invitations are'),
    ].filter(Boolean)
    return `${counts.join(' and ')} in the programme "${slug}", and its file is missing: bring content/programmes/${slug}.yaml back and build, so that nobody is shown another programme's crisis lines.`
  })
}

const counted = (n: number, one: string, many: string): string =>
  n === 0 ? '' : `${n} ${n === 1 ? one : many}`

/** Lessons would show the name of the term instead, say of the crisis line. */
function missingWords(): string[] {
  return LANGUAGES.flatMap((language) => {
    const used = termsIn(JSON.stringify(loadUnfilled(language)))
    return loadProgrammes(language).flatMap(({ slug, terms }) => {
      const without = used.filter((term) => !terms[term])
      return without.length
        ? [`${placeOfWords(slug)}: terms: lessons (${language}) need ${without.join(', ')}.`]
        : []
    })
  })
}

function exampleContacts(): string[] {
  // Nobody is in a draft yet.
  const read = loadProgrammes('en').filter(({ state }) => state !== 'draft')
  return read.flatMap((programme) => {
    const fields = exampleFields(programme)
    return fields.length
      ? [
          `${placeOfWords(programme.slug)}: ${fields.join(', ')}: still an example, and this is production (ALONGSIDE_ENV). Put your organisation's own there (in the file, or under Administration before this is production), or take the programme's file away and build.`,
        ]
      : []
  })
}
