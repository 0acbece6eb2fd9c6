/** Whether the browser has promised to keep what is saved; else it may take it away when space runs short. */

export type Persistence = 'promised' | 'refused' | 'unknown'

/** @param how `ask`: some browsers ask their person, so only after a press */
export async function persistence(how: 'ask' | 'look'): Promise<Persistence> {
  const storage = navigator.storage as StorageManager | undefined
  if (!storage?.persisted) return 'unknown'
  try {
    if (await storage.persisted()) return 'promised'
    return how === 'ask' && (await storage.persist()) ? 'promised' : 'refused'
  } catch {
    return 'unknown'
  }
}
