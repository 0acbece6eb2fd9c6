/** Keeps the stories of the course to content/people.yaml: one person, one life, one role. */
import type { Bench } from './bench.ts'
import { linesOf, type Said } from './said.ts'
import { peopleFile, type PeopleFile } from './schema.ts'

const PATH = 'people.yaml'

type Person = PeopleFile['people'][number]

/** How a text says an illness that somebody has. */
const ILLNESSES: Readonly<Record<string, string>> = {
  COPD: 'copd',
  diabetes: 'diabetes',
  dialysis: 'dialysis',
  insulin: 'diabetes',
  stroke: 'stroke',
  transplant: 'transplant',
}

/** Relatives as a story names them; a widow's husband is her `late-husband`. */
const RELATIVES =
  'wife|husband|partner|sons?|daughters?|brothers?|sisters?|mother|father|cousin|niece|nephew|grand(?:sons?|daughters?)|(?:son|daughter)-in-law'

/** None where nobody wrote the list: then nothing is held to it. */
export function checkPeople(bench: Bench): void {
  if (!bench.source.has(PATH)) return
  const file = bench.read(PATH, peopleFile)
  if (!file) return
  checkNames(bench, file)
  for (const path of bench.source.keys()) {
    if (!/^[a-z]{2}\/.*\.(mdx|ya?ml)$/.test(path)) continue
    for (const said of linesOf(bench.source, path)) checkSaid(bench, file, said)
  }
}

function checkNames(bench: Bench, { people }: PeopleFile): void {
  people.forEach(({ name }, index) => {
    if (people.findIndex((one) => one.name === name) !== index)
      bench.error(
        PATH,
        ['people', index, 'name'],
        `${name} has two lives`,
        'give one of the two another name, here and in the stories',
      )
  })
}

function checkSaid(bench: Bench, file: PeopleFile, said: Said): void {
  const tell = (says: string, remedy: string): void =>
    bench.errorAt(said.path, said.line, said.field, says, remedy)
  const by = file.people.find(({ name }) => name === said.who)
  if (said.who && !by && !isVoice(file, said)) {
    tell(`nobody in people.yaml is called "${said.who}"`, 'add the person there, or mend the name')
    return
  }
  checkRole(tell, by, said)
  // The Spanish tells the same lives: its structure is the English file's.
  if (!said.path.startsWith('en/')) return
  const text = said.text.replaceAll(/<[^>]*>/g, '')
  checkFamily(tell, file.people, by, said.text)
  checkIllness(tell, file.people, text)
}

const isVoice = ({ voices }: PeopleFile, { who, path }: Said): boolean =>
  voices.some((voice) => voice[path.startsWith('es/') ? 'es' : 'en'] === who)

type Tell = (says: string, remedy: string) => void

function checkRole(tell: Tell, by: Person | undefined, { kind, among }: Said): void {
  if (!by) return
  if (kind === 'story' && by.role === 'mentee')
    tell(`${by.name} is no mentor, and tells a mentor's story`, 'give the story to a mentor')
  if (kind === 'session' && by.role !== 'mentee' && by.role !== 'staff')
    tell(`${by.name} is a ${by.role}, and the other person of a session`, 'take a mentee')
  if (kind === 'says' && by.role === 'mentee' && isWithCoordinator(among))
    tell(
      `${by.name} is a mentee, and talks with a coordinator`,
      'give the lines to a trainee or a mentor',
    )
  if (kind === 'says' && by.role === 'trainee' && !isWithCoordinator(among))
    tell(`${by.name} is in training, and mentors already`, 'give the lines to a mentor')
}

const isWithCoordinator = (among: readonly string[]): boolean =>
  among.some((who) => /^Coordina[dt]or/.test(who))

/** "Harold's wife" in any text, and "my wife" in what Harold says. */
function checkFamily(
  tell: Tell,
  people: readonly Person[],
  by: Person | undefined,
  text: string,
): void {
  const claims = [
    ...namedIn(text, people).flatMap((person) =>
      found(text, `\\b${person.name}(?:'|’)s (?:late )?(${RELATIVES})\\b`).map((relative) => ({
        person,
        relative,
      })),
    ),
    ...(by ? found(text, `\\b[Mm]y (${RELATIVES})\\b`) : []).flatMap((relative) =>
      by ? [{ person: by, relative }] : [],
    ),
  ]
  for (const { person, relative } of claims) {
    const one = relative.replace(/^(?!.*-in-law)(.*)s$/, '$1')
    const isLate = person.family.includes(`late-${one}`) && MOURNED.test(text)
    if (!isLate && !person.family.includes(one))
      tell(
        `${person.name} has no ${one} in people.yaml`,
        `tell it of somebody else, or add ${one} to the family of ${person.name}`,
      )
  }
}

/** Whoever died is spoken of as somebody who died. */
const MOURNED = /\b(late|died|dies|death|dead|lost|buried|funeral|was|were|had|used to|would)\b/

/** "Harold lives with COPD", and the like. */
function checkIllness(tell: Tell, people: readonly Person[], text: string): void {
  for (const person of namedIn(text, people))
    for (const word of found(
      text,
      `\\b${person.name}(?:, [^,.]{1,40},)? (?:also )?(?:has|had|lives with|is on|has been on|has started|takes) (?:\\w+ ){0,2}(${Object.keys(ILLNESSES).join('|')})\\b`,
    ))
      if (!person.illness.includes(ILLNESSES[word] ?? ''))
        tell(
          `${person.name} has no ${word} in people.yaml`,
          `tell it of somebody else, or add ${ILLNESSES[word] ?? word} to the illness of ${person.name}`,
        )
}

/** Few are named in one line: to look for each by a pattern of its own took half of all compiling. */
const namedIn = (text: string, people: readonly Person[]): Person[] =>
  people.filter(({ name }) => text.includes(name))

const found = (text: string, pattern: string): string[] =>
  [...text.matchAll(new RegExp(pattern, 'g'))].flatMap(({ 1: relative }) => relative ?? [])
