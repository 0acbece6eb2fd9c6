/** Whether the module that somebody is in saves itself here: their own choice, for this device alone. */
import { keep, openStore, type Kept } from './store.ts'

export async function savesItself(person: string): Promise<boolean> {
  try {
    return (await (await openStore())?.get('people', person))?.savesItself ?? false
  } catch {
    return false
  }
}

export const setSavesItself = (person: string, is: boolean): Promise<Kept> =>
  keep(async (store) => {
    const write = store.transaction('people', 'readwrite')
    const owner = await write.store.get(person)
    if (owner) void write.store.put({ ...owner, savesItself: is })
    await write.done
  })
