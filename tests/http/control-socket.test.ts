/** The socket through which commands reach a server. */
import { connect } from 'node:net'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listenForCommands } from '#front-door/control-socket.ts'
import { openTemporary } from '#tests/db/temporary.ts'

const MAILS = (): never => {
  throw new Error('Nobody is mailed here.')
}

const says = (file: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(file, () => socket.write('{"command":"none"}\n'))
    let text = ''
    socket.on('data', (chunk) => (text += String(chunk)))
    socket.on('end', () => resolve(text))
    socket.on('error', reject)
  })

test('of two servers that start at the same moment neither takes the other’s socket away', async () => {
  const temporary = await openTemporary()
  const folder = path.dirname(temporary.file)
  const both = await Promise.all([
    listenForCommands(folder, MAILS),
    listenForCommands(folder, MAILS),
  ])
  const listening = both.filter((server) => server !== null)
  expect(listening).toHaveLength(1)
  expect(await says(path.join(folder, 'control.sock'))).toContain('There is no such command.')
  for (const server of listening) server.close()
  await temporary.close()
})
