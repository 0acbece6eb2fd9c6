/** Keeps what a device needs without a connection: the worker, whom to call, what is known of its person, saved modules. */
import { LANGUAGES } from '#domain/course/language.ts'
import type { PersonToSave } from '#domain/learning/saved.ts'
import { WORKER } from './addresses.ts'
import { keep, openStore } from './store.ts'
import { setThisDevice } from './this-device.ts'

/** @param words what the page says in `data-device` */
export async function lookAfter(words: string): Promise<void> {
  await navigator.serviceWorker?.register(WORKER)
  const told = await askPerson()
  if (!told || !words.startsWith(`${told.person} `)) return
  if ((await keepPerson(told)) !== 'kept') return
  const saves = (await (await openStore())?.count('modules')) ?? 0
  setThisDevice(words, saves > 0)
}

/** Null where we did not answer, or nothing is to be kept here. */
async function askPerson(): Promise<PersonToSave | null> {
  const answer = await fetch('/api/saved/me', { cache: 'no-store' })
  return answer.ok ? ((await answer.json()) as PersonToSave) : null
}

const keepPerson = ({ help, ...told }: PersonToSave) =>
  keep(async (store) => {
    const write = store.transaction(['people', 'help'], 'readwrite')
    const before = await write.objectStore('people').get(told.person)
    await write.objectStore('people').put({
      savesItself: false,
      ...before,
      ...told,
      at: Date.now(),
    })
    for (const language of LANGUAGES) {
      const words = help[language]
      await write.objectStore('help').put({ programme: words.slug, language, words })
    }
    await write.done
  })
