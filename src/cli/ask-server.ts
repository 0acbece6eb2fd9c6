/** Talks to the running server through its control socket in DATA_DIR. */
import { connect } from 'node:net'
import path from 'node:path'
import { allPlaces } from '#server/several/control-place.ts'
import { settings } from '#settings.ts'
import { CouldNot } from './command.ts'

export interface ServerAnswer {
  readonly ok: boolean
  readonly says: string
}

/** Longer than anything that the server does for a command. */
const PATIENCE_MS = 35 * 60_000

/**
 * Asks the first of the servers on this DATA_DIR that answers: each can do what is asked. Null only where none listens. A server that took the question and then says nothing may still be at it, so
 * nobody takes over from it.
 * @throws CouldNot where the server vanished, or nobody may ask it
 */
export async function askServer(
  question: Readonly<Record<string, string | boolean>>,
  patienceMs = PATIENCE_MS,
): Promise<ServerAnswer | null> {
  for (const place of allPlaces(path.resolve(settings().dataDir))) {
    const answer = await askAt(place, question, patienceMs)
    if (answer) return answer
  }
  return null
}

function askAt(
  place: string,
  question: Readonly<Record<string, string | boolean>>,
  patienceMs: number,
): Promise<ServerAnswer | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(place)
    let isConnected = false
    let text = ''
    const lost = (why: string): void => {
      socket.destroy()
      reject(
        new CouldNot(
          `The server ${why} before it said that it was done. Look whether it still runs, and what it wrote, before you try again.`,
        ),
      )
    }
    socket.setTimeout(patienceMs, () => lost('did not answer for a long time'))
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (isConnected) lost('ended')
      else if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED' || error.code === 'ENOTDIR')
        resolve(null)
      else reject(new CouldNot(`The server cannot be asked at ${place} (${error.code ?? ''}).`))
    })
    socket.on('connect', () => {
      isConnected = true
      socket.write(`${JSON.stringify(question)}\n`)
    })
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('end', () => {
      const answer = readAnswer(text)
      if (answer) resolve(answer)
      else lost('ended')
    })
  })
}

function readAnswer(text: string): ServerAnswer | null {
  try {
    return JSON.parse(text) as ServerAnswer
  } catch {
    return null
  }
}
