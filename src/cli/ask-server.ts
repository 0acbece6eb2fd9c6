/** Talks to the running server through its control socket in DATA_DIR. */
import { connect } from 'node:net'
import path from 'node:path'
import { settings } from '#settings.ts'

export interface ServerAnswer {
  readonly ok: boolean
  readonly says: string
}

/** Null where no server listens. */
export function askServer(question: Record<string, string>): Promise<ServerAnswer | null> {
  return new Promise((resolve) => {
    const socket = connect(path.join(settings().dataDir, 'control.sock'))
    let text = ''
    socket.on('error', () => resolve(null))
    socket.on('connect', () => socket.write(`${JSON.stringify(question)}\n`))
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('end', () => resolve(text ? (JSON.parse(text) as ServerAnswer) : null))
  })
}
