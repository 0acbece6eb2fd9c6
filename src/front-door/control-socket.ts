/** A socket in DATA_DIR (mode 0600) through which `alongside` asks the running server to do what only it may do. */
import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import path from 'node:path'
import type { RaisedQuestion } from '#db/impact.ts'
import { ownPlaces } from '#server/several/control-place.ts'
import { lookAtRest, lookAtWhole } from '#server/doctor/look.ts'
import { rebuildAll } from '#server/learning/rebuild-progress.ts'
import { backUp } from '#server/running/back-up.ts'
import { eraseHere } from '#server/running/erase-here.ts'
import {
  inviteHere,
  linkForAdministrator,
  resetHere,
  setAccountHere,
  type ResetMails,
  type Said,
} from '#server/people/by-terminal.ts'
import { whomItTouches, type NeedingLine } from '#server/releases/release-touches.ts'
import { inWords, runRetention } from '#server/running/run-retention.ts'

/** @param mails the words of what somebody is told by mail */
type Does = (question: Record<string, unknown>, mails: ResetMails) => Promise<Said>

const COMMANDS: Record<string, Does> = {
  async backup({ file, overwrite }) {
    return { ok: true, says: await backUp(String(file), overwrite === true) }
  },
  async doctor() {
    const now = Date.now()
    const found = [...(await lookAtWhole(now)), ...(await lookAtRest(now, true))]
    return { ok: true, says: JSON.stringify(found) }
  },
  'person-invite': ({ name, role, programme, language, email }) =>
    inviteHere(
      {
        ...{ name: String(name), role: String(role), programme: String(programme) },
        ...{ language: String(language), email: String(email) },
      },
      Date.now(),
    ),
  'link-administrator': ({ signInName }) => linkForAdministrator(String(signInName), Date.now()),
  'person-disable': ({ signInName, on }) =>
    setAccountHere(String(signInName), on === true, Date.now()),
  'person-reset': ({ signInName, secondStep }, mails) =>
    resetHere(String(signInName), secondStep === true, mails, Date.now()),
  erase: ({ signInName, forGood }) => eraseHere(String(signInName), forGood === true, Date.now()),
  async 'db-rebuild'() {
    return { ok: true, says: JSON.stringify(await rebuildAll()) }
  },
  async 'db-check'() {
    return { ok: true, says: JSON.stringify(await lookAtWhole(Date.now())) }
  },
  async 'release-touches'({ raised, lines: needing }) {
    const lines = await whomItTouches(readRaised(raised), readLines(needing), Date.now())
    return { ok: true, says: lines.join('\n') }
  },
  async retention({ today }) {
    return inWords(await runRetention(Date.now(), typeof today === 'string' ? today : null))
  },
}

/** From our own command, over a socket that only this person may open. */
const readRaised = (raised: unknown): RaisedQuestion[] =>
  JSON.parse(String(raised)) as RaisedQuestion[]
/** None from a command of before. */
const readLines = (lines: unknown): NeedingLine[] =>
  JSON.parse(typeof lines === 'string' ? lines : '[]') as NeedingLine[]

/**
 * Null for a path that is too long for a socket; the commands then ask to stop the server first. Servers that share DATA_DIR
 * have a socket each (server/several/control-place.ts): the second finds the place taken, and takes the next.
 */
export async function listenForCommands(
  dataDir: string,
  mails: ResetMails,
): Promise<Server | null> {
  for (const file of ownPlaces(path.resolve(dataDir))) {
    if (Buffer.byteLength(file) > 100) return null
    const server = (await listenAt(file, mails)) ?? (await listenAfter(file, mails))
    if (server) return server
  }
  return null
}

/**
 * Where something lies already. Never before it was tried: of two servers that start at the same moment one would take the
 * other's socket away, and nobody could reach that one any more.
 */
async function listenAfter(file: string, mails: ResetMails): Promise<Server | null> {
  if (await isAnswered(file)) return null
  rmSync(file, { force: true })
  return listenAt(file, mails)
}

/** Whether a server is there. What nobody answers is left of one that was killed. */
function isAnswered(file: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(file)
    const told = (is: boolean): void => {
      socket.destroy()
      resolve(is)
    }
    socket.once('connect', () => told(true))
    socket.once('error', () => told(false))
  })
}

/** Null where it cannot be, as on a share that knows no sockets. */
function listenAt(file: string, mails: ResetMails): Promise<Server | null> {
  const server = createServer((socket) => {
    let text = ''
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => {
      text += chunk.toString()
      if (text.length > 1_000_000) socket.destroy()
      else if (text.endsWith('\n'))
        void answer(text, mails).then((said) => socket.end(JSON.stringify(said)))
    })
  })
  return new Promise((resolve) => {
    server.on('error', () => resolve(null))
    server.listen(file, () => {
      chmodSync(file, 0o600)
      resolve(server)
    })
    server.unref()
  })
}

async function answer(text: string, mails: ResetMails): Promise<Said> {
  try {
    const question = JSON.parse(text) as Record<string, unknown>
    const command = COMMANDS[String(question['command'])]
    if (!command) return { ok: false, says: 'There is no such command.' }
    return await command(question, mails)
  } catch (error) {
    return { ok: false, says: error instanceof Error ? error.message : String(error) }
  }
}
