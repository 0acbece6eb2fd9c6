/** The queue of the person here, and when it sends: at once, when the line is back, on return, by hand. */
import { askKeys } from '#offline/send.ts'
import { line as server, sendNow } from '#offline/send-now.ts'
import { deviceShelf } from '#offline/shelf.ts'
import { readDraft } from '#offline/entries.ts'
import type { Owner } from '#offline/store.ts'
import { keepDrafts, type Drafts } from '../queue/drafts.ts'
import { queueRecorder, type Around, type QueueRecorder } from '../queue/queue-recorder.ts'
import { part } from '../screen.ts'
import { sendLine } from './send-line.ts'

interface Carrier {
  readonly person: string
  readonly recorder: QueueRecorder
  readonly shelf: typeof deviceShelf
  readonly drafts: Drafts
}

const AGAIN_MS = 30_000

/** @param line says what is saved */
export function carrierOf(
  owner: Owner,
  around: Omit<Around, 'send' | 'hears'>,
  line: HTMLElement,
): Carrier {
  const { person } = owner
  const show = sendLine(line, around.words, () => void recorder.send())
  const recorder = queueRecorder(deviceShelf, owner, {
    ...around,
    send: async () => {
      const sent = await sendNow(person)
      // Nothing of theirs stays on the screen either.
      if (sent?.kind === 'erased') location.reload()
      return sent
    },
    hears: show,
  })
  const again = (): void => {
    if (document.visibilityState === 'visible') void recorder.look().then(() => recorder.send())
  }
  addEventListener('online', again)
  document.addEventListener('visibilitychange', again)
  setInterval(again, AGAIN_MS)
  const drafts = keepDrafts(deviceShelf, owner, part('main'), readHere(person), {
    t: around.words,
    here: around.here,
  })
  return { person, recorder, shelf: deviceShelf, drafts }
}

/** Only a session of its person opens it. */
const readHere = (person: string) => async (id: string) => {
  const entry = (await deviceShelf.of(person)).find((one) => one.id === id)
  const keys = entry && navigator.onLine ? await askKeys(person, server) : null
  return entry && keys && 'all' in keys ? readDraft(entry, keys.all) : null
}
