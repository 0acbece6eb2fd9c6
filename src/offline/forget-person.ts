/** Somebody was erased, and so is everything of them on this device: what waits, what is known of them, drafts. */
import { keep } from './store.ts'

/** Only in our own words: a wifi's page that answers in our place clears nothing. */
export async function saysErased(response: Response): Promise<boolean> {
  if (response.status !== 410) return false
  const said: unknown = await response.json().catch(() => null)
  return typeof said === 'object' && said !== null && 'error' in said && said.error === 'erased'
}

export async function forgetPerson(person: string): Promise<void> {
  await keep(async (store) => {
    const write = store.transaction(['people', 'queue'], 'readwrite')
    const queue = write.objectStore('queue')
    for (const id of await queue.index('person').getAllKeys(person)) void queue.delete(id)
    void write.objectStore('people').delete(person)
    await write.done
  })
  try {
    // Each key of a person says of what kind it is, and whose (browser/in-place.ts).
    for (const key of Object.keys(localStorage))
      if (key.split(':')[1] === person) localStorage.removeItem(key)
    if (localStorage.getItem('device')?.startsWith(person)) localStorage.removeItem('device')
  } catch {
    // A browser that keeps nothing.
  }
}
