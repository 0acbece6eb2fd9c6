/** What lies on this device for whoever may open it: of one programme, in one language. */
import type { Language } from '#domain/course/language.ts'
import { openStore, type Help, type Owner, type SavedModule } from '../store.ts'
import { thisDevice } from '../this-device.ts'

export interface SavedHere {
  readonly language: Language
  /** Null: nobody is signed in here; what is saved can be read, and nothing is recorded. */
  readonly owner: Owner | null
  /** In the order of the course. */
  readonly modules: readonly SavedModule[]
  readonly help: readonly Help[]
  readonly keepsNothing: boolean
}

/** @param wish a language that was chosen on this page */
export async function savedHere(wish: Language | null): Promise<SavedHere> {
  const device = thisDevice()
  const language = wish ?? device?.language ?? (navigator.language.startsWith('es') ? 'es' : 'en')
  const nothing = { language, owner: null, modules: [], help: [], keepsNothing: true }
  const store = await openStore()
  if (!store) return nothing
  try {
    const [owner, modules, help] = await Promise.all([
      device ? store.get('people', device.person) : undefined,
      store.getAll('modules'),
      store.getAll('help'),
    ])
    // Another programme's words and numbers would be wrong for this person.
    const theirs = (one: { readonly language: Language; readonly programme: string }): boolean =>
      one.language === language && (!owner || one.programme === owner.programme)
    return {
      language,
      owner: owner ?? null,
      modules: inOrder(modules.filter(theirs)),
      help: help.filter(theirs),
      keepsNothing: false,
    }
  } catch {
    return nothing
  }
}

const inOrder = (modules: readonly SavedModule[]): SavedModule[] => {
  const order = modules[0]?.order.map(({ slug }) => slug) ?? []
  return [...modules].sort((a, b) => order.indexOf(a.module) - order.indexOf(b.module))
}
