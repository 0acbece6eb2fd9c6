/** Keeps what a device needs without a connection: the worker, whom to call, what is known of its person, saved modules. */
import { LANGUAGES } from '#domain/course/language.ts'
import type { PersonToSave } from '#domain/learning/saved.ts'
import { WORKER } from './addresses.ts'
import { renewModules, savedModules, saveModule } from './save.ts'
import { keep, type Owner } from './store.ts'
import { setThisDevice } from './this-device.ts'

/** @param words what the page says in `data-device`: person, release, language */
export async function lookAfter(words: string): Promise<void> {
  await navigator.serviceWorker?.register(WORKER)
  const told = await askPerson()
  if (!told || !words.startsWith(`${told.person} `)) return
  const owner = await keepPerson(told)
  if (!owner) return
  await noteThisDevice(words, owner)
  await renewModules(told.language, told.release)
  if (owner.savesItself) await saveThisModule(told)
}

/** Where something is saved, or saves itself, each page looks after it. */
export async function noteThisDevice(
  words: string,
  owner: Pick<Owner, 'savesItself'>,
): Promise<void> {
  const saved = (await savedModules()) ?? []
  setThisDevice(words, owner.savesItself || saved.length > 0)
}

/** Null where we did not answer, or nothing is to be kept here. */
async function askPerson(): Promise<PersonToSave | null> {
  const answer = await fetch('/api/saved/me', { cache: 'no-store' })
  return answer.ok ? ((await answer.json()) as PersonToSave) : null
}

/** @returns null where this browser keeps nothing */
async function keepPerson({ help, release: _, ...told }: PersonToSave): Promise<Owner | null> {
  let owner: Owner | null = null
  const kept = await keep(async (store) => {
    const write = store.transaction(['people', 'help'], 'readwrite')
    const before = await write.objectStore('people').get(told.person)
    owner = { savesItself: before?.savesItself ?? false, ...told, at: Date.now() }
    void write.objectStore('people').put(owner)
    for (const language of LANGUAGES) {
      const words = help[language]
      void write.objectStore('help').put({ programme: words.slug, language, words })
    }
    await write.done
  })
  return kept === 'kept' ? owner : null
}

/** The module that this page belongs to, where that was agreed to and it is not here yet. */
async function saveThisModule({ language }: PersonToSave): Promise<void> {
  const [, slug] = /^\/learn\/([a-z-]+)\/[a-z-]+/.exec(location.pathname) ?? []
  const isHere = (await savedModules())?.some(
    (one) => one.language === language && one.module === slug,
  )
  if (slug && isHere === false) await saveModule(language, slug)
}
