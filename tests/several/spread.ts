/** What spreads requests over several processes: nginx as docs/scale.md has it, or where it is not installed a small one of Node. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Spread {
  readonly by: 'nginx' | 'node'
  stop(): Promise<void>
}

const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx'].find((file) =>
  existsSync(file),
)

/** @param port where it listens */
export const spreadOver = (
  port: number,
  targets: readonly number[],
  mayBeNginx = true,
): Promise<Spread> => (NGINX && mayBeNginx ? byNginx(NGINX, port, targets) : byNode(port, targets))

async function byNginx(nginx: string, port: number, targets: readonly number[]): Promise<Spread> {
  const folder = mkdtempSync(path.join(tmpdir(), 'alongside-spread-'))
  const [, said = ''] = /```nginx\n([\s\S]*?)```/.exec(readFileSync('docs/scale.md', 'utf8')) ?? []
  const places = [...said.matchAll(/server (10\.[\d.]+:\d+)/g)].map(([, place = '']) => place)
  if (places.length !== targets.length) throw new Error('docs/scale.md names other servers')
  const block = places.reduce(
    (text, place, at) => text.replace(place, `127.0.0.1:${targets[at]}`),
    said,
  )
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `pid ${folder}/pid;
daemon off;
master_process off;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  ${block}
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://alongside;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
    }
  }
}
`,
  )
  const child = spawn(nginx, ['-c', path.join(folder, 'nginx.conf'), '-p', folder], {
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for (let tries = 0; tries < 100 && !existsSync(path.join(folder, 'pid')); tries++) await sleep(50)
  return {
    by: 'nginx',
    stop: async () => {
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** In turn; where nobody listens the next one is asked, and nothing that was sent is sent again. */
async function byNode(port: number, targets: readonly number[]): Promise<Spread> {
  let turn = 0
  const pass = (asked: IncomingMessage, response: ServerResponse, left: number): void => {
    const to = targets[turn++ % targets.length] ?? 0
    const onward = request(
      {
        host: '127.0.0.1',
        port: to,
        path: asked.url,
        method: asked.method,
        headers: asked.headers,
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
        answer.on('error', () => response.destroy())
      },
    )
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && left > 0) pass(asked, response, left - 1)
      else if (response.headersSent) response.destroy()
      else response.writeHead(502).end()
    })
    // Only once it is known that somebody listens.
    onward.on('socket', (socket) => {
      if (socket.connecting) socket.once('connect', () => asked.pipe(onward))
      else asked.pipe(onward)
    })
  }
  const server = createServer((asked, response) => pass(asked, response, targets.length - 1))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    by: 'node',
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
