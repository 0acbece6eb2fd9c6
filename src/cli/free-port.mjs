/** Whether the port is free, asked before anything is installed or built. Zod may not be there yet. */
import { createServer } from 'node:net'
import { portWords } from '../port-words.mjs'

/** Ends the process with words where something else listens there; a wrong PORT is named by the settings. */
export async function refuseTakenPort(env) {
  const port = Number(env.PORT || 4321)
  const host = env.HOST || (env.ALONGSIDE_DEMO ? '127.0.0.1' : 'localhost')
  if (!Number.isInteger(port) || port < 1 || port > 65535) return
  const words = portWords(await tryToListen(port, host), port)
  if (!words) return
  console.error(words)
  process.exit(1)
}

/** @returns {Promise<string>} the error's code; '' where it is free */
function tryToListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(error.code || ''))
    server.listen(port, host, () => server.close(() => resolve('')))
  })
}
