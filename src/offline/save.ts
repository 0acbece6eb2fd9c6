/** Puts modules of the course on this device and takes them away again. Says what became of it, and only after it happened. */
import type { Language } from '#domain/course/language.ts'
import type { ModuleToSave } from '#domain/learning/saved.ts'
import { keep, openStore, type Kept, type SavedModule } from './store.ts'

/** `no-line`: nobody answered, or somebody else did. `not-here`: a computer that others use. */
export type SaveOutcome = Kept | 'no-line' | 'signed-out' | 'not-here' | 'gone'

/** @param tell how many bytes have come so far; on the device as many */
export async function saveModule(
  language: Language,
  slug: string,
  tell: (bytes: number) => void = () => undefined,
): Promise<SaveOutcome> {
  const got = await fetched(language, slug, tell)
  if (typeof got === 'string') return got
  return keep((store) => store.put('modules', { ...got, savedAt: Date.now() }))
}

const WHY: Partial<Record<number, SaveOutcome>> = {
  401: 'signed-out',
  403: 'not-here',
  404: 'gone',
}

async function fetched(
  language: Language,
  slug: string,
  tell: (bytes: number) => void,
): Promise<Omit<SavedModule, 'savedAt'> | SaveOutcome> {
  try {
    const answer = await fetch(`/api/saved/${language}/${slug}`, { cache: 'no-store' })
    if (!answer.ok) return WHY[answer.status] ?? 'no-line'
    const text = await textOf(answer, tell)
    const module = JSON.parse(text.said) as Partial<ModuleToSave>
    return isModule(module, slug) ? { ...module, bytes: text.bytes } : 'no-line'
  } catch {
    return 'no-line'
  }
}

/** The page of a wifi that answers in our place is none. */
const isModule = (module: Partial<ModuleToSave>, slug: string): module is ModuleToSave =>
  module.module === slug && typeof module.release === 'string' && Boolean(module.course?.modules)

async function textOf(answer: Response, tell: (bytes: number) => void) {
  const reader = answer.body?.pipeThrough(counting(tell)) ?? null
  const content = await new Response(reader).arrayBuffer()
  return { said: new TextDecoder().decode(content), bytes: content.byteLength }
}

function counting(tell: (bytes: number) => void): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0
  return new TransformStream({
    transform(part, to) {
      bytes += part.byteLength
      tell(bytes)
      to.enqueue(part)
    },
  })
}

/** What lies here, without what it says. */
export type OnDevice = Pick<SavedModule, 'language' | 'module' | 'release' | 'bytes' | 'programme'>

/** @returns null where this browser keeps nothing */
export async function savedModules(): Promise<OnDevice[] | null> {
  try {
    const all = await (await openStore())?.getAll('modules')
    return (
      all?.map(({ language, module, release, bytes, programme }) => ({
        language,
        module,
        release,
        bytes,
        programme,
      })) ?? null
    )
  } catch {
    return null
  }
}

export const freeModules = (modules: readonly (readonly [Language, string])[]): Promise<Kept> =>
  keep(async (store) => {
    const write = store.transaction('modules', 'readwrite')
    for (const key of modules) void write.store.delete([...key])
    await write.done
  })

/** What is saved from an older release is asked for again; until it has come it stays, and can be opened. */
export async function renewModules(language: Language, release: string): Promise<void> {
  const old = (await savedModules())?.filter(
    (one) => one.language === language && one.release !== release,
  )
  for (const { module } of old ?? [])
    if ((await saveModule(language, module)) === 'gone') await freeModules([[language, module]])
}
