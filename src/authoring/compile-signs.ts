/** The urgent signs in one language. Danger is never filled in by a default: what is missing or old in a language is an error. */
import type { Language } from '#domain/course/language.ts'
import type { SignList, Signs } from '#domain/course/signs.ts'
import type { Bench } from './bench.ts'
import { signsFile, signsWords, type SignsFile, type SignsWords } from './schema-signs.ts'

type ListFile = SignsFile['lists'][string]
type ListWords = SignsWords['lists'][string]

/** Null where the lists themselves cannot be read; the reasons are in `bench.problems`. */
export function compileSigns(bench: Bench, language: Language): Signs | null {
  const file = bench.read('en/signs.yaml', signsFile)
  if (!file) return null
  if (language === 'en') return { ...headOf(file), lists: listsOf(file, file) }
  const path = `${language}/signs.yaml`
  const words = bench.read(path, signsWords)
  if (!words) return null
  checkSaid(bench, path, file, words)
  return { ...headOf(words), lists: listsOf(file, words) }
}

const headOf = ({ rule, doubt, unreached, now, today }: SignsFile | SignsWords) => ({
  rule,
  doubt,
  unreached,
  now,
  today,
})

function listsOf(file: SignsFile, said: SignsFile | SignsWords): SignList[] {
  return Object.entries(file.lists).flatMap(([id, list]) => {
    const words = said.lists[id]
    return words ? [listOf(id, list, words)] : []
  })
}

function listOf(id: string, list: ListFile, said: ListFile | ListWords): SignList {
  const inOrder = (layer: 'now' | 'today'): string[] =>
    Object.keys(list[layer]).flatMap((sign) => {
      const words = said[layer][sign]
      return words === undefined ? [] : typeof words === 'string' ? [words] : [words.says]
    })
  return {
    id,
    revision: list.revision,
    title: said.title,
    now: inOrder('now'),
    ...(said.meanwhile ? { meanwhile: said.meanwhile } : {}),
    ...(said.call ? { call: said.call } : {}),
    today: inOrder('today'),
  }
}

function checkSaid(bench: Bench, path: string, file: SignsFile, words: SignsWords): void {
  const lost = (field: readonly string[], what: string): void =>
    bench.error(path, field, `${what} is missing in this language`, 'translate it under this id')
  if (words.translates !== bench.source.get('en/signs.yaml')?.hash)
    bench.error(
      path,
      'translates',
      'it translates older lists of urgent signs: nobody may be shown fewer than there are',
      `bring it up to date, then run "alongside course stamp content/${path}"`,
    )
  for (const [id, list] of Object.entries(file.lists)) {
    const said = words.lists[id]
    if (!said) {
      lost(['lists', id], `the list of urgent signs "${id}"`)
      continue
    }
    for (const layer of ['now', 'today'] as const)
      for (const sign of Object.keys(list[layer]))
        if (!said[layer][sign]) lost(['lists', id, layer, sign], `the urgent sign "${sign}"`)
    for (const line of ['meanwhile', 'call'] as const)
      if (list[line] && !said[line]) lost(['lists', id, line], `\`${line}\``)
  }
  for (const [id, said] of Object.entries(words.lists))
    for (const field of notIn(file.lists[id], id, said))
      bench.error(path, field, 'the English file has no such sign', 'look for a slip in the id')
}

/** What a translation says that the English lists do not have. */
function notIn(list: ListFile | undefined, id: string, said: ListWords): string[][] {
  if (!list) return [['lists', id]]
  return (['now', 'today'] as const).flatMap((layer) =>
    Object.keys(said[layer])
      .filter((sign) => !list[layer][sign])
      .map((sign) => ['lists', id, layer, sign]),
  )
}
