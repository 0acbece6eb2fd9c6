/** What stands in deploy/ is what the front door expects: read by the tools that run it, and run in front of it. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { once } from 'node:events'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type ConnectionOptions } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { judgeProxy } from '#domain/doctor/judge.ts'
import { isProbe } from '#front-door/checks.ts'
import { UPLOAD_LIMIT } from '#server/forms/receive-upload.ts'
import { seenRequests } from '#server/seen/seen-requests.ts'
import { SETTING_NAMES } from '#settings.ts'
import { freePort } from '#tests/start-server.ts'
import { openDoor, type Door } from './door.ts'

const read = (name: string): string => readFileSync(path.join('deploy', name), 'utf8')
const has = (tool: string): boolean =>
  (process.env['PATH'] ?? '')
    .concat(':/usr/sbin')
    .split(':')
    .some((folder) => existsSync(path.join(folder, tool)))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'alongside-proxies-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('read without any tool', () => {
  test('both proxies let through what the front door takes, and not much more', () => {
    const nginx = Number(/client_max_body_size (\d+)m;/.exec(read('nginx.conf'))?.[1]) * 1024 ** 2
    const caddy = Number(/max_size (\d+)MB/.exec(read('Caddyfile'))?.[1]) * 1000 ** 2
    for (const size of [nginx, caddy]) {
      expect(size).toBeGreaterThan(UPLOAD_LIMIT)
      expect(size).toBeLessThan(1.2 * UPLOAD_LIMIT)
    }
  })

  test('every setting that is named there is one', () => {
    const compose = parse(read('compose.yaml')) as Compose
    const named = [
      ...Object.keys(compose.services.alongside.environment),
      ...[...read('alongside.service').matchAll(/^Environment=(\w+)=/gm)].map(([, name]) => name),
      ...[...read('Containerfile').matchAll(/^(?:ENV)? +([A-Z_]+)=/gm)].map(([, name]) => name),
    ]
    expect(named.length).toBeGreaterThan(6)
    const known = [...SETTING_NAMES, 'ALONGSIDE_CONFIG'] as string[]
    expect(named.filter((name) => !known.includes(name ?? ''))).toEqual([])
  })

  test('the image runs as nobody special, from what the build made, and asks a probe that there is', () => {
    const text = read('Containerfile')
    const [, probe = ''] = /localhost|127\.0\.0\.1:4321(\/\w+)/.exec(text) ?? []
    expect(isProbe(probe)).toBe(true)
    expect(text.lastIndexOf('USER node')).toBeGreaterThan(text.lastIndexOf('COPY'))
    expect(text).toContain('ENTRYPOINT ["node", "/app/dist/alongside.mjs"]\nCMD ["serve"]')
    for (const name of ['package.json', 'package-lock.json']) expect(existsSync(name)).toBe(true)
    const left = readFileSync('.containerignore', 'utf8').split('\n')
    for (const name of ['node_modules', 'dist', '.env', '.git', 'data*'])
      expect(left).toContain(name)
  })

  test('the composition names files that are there, writes nowhere but in its data, and trusts one proxy', () => {
    const { services } = parse(read('compose.yaml')) as Compose
    expect(
      existsSync(
        path.join('deploy', services.alongside.build.context, services.alongside.build.dockerfile),
      ),
    ).toBe(true)
    expect(services.alongside).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      volumes: ['data:/var/lib/alongside'],
      environment: { DATA_DIR: '/var/lib/alongside', TRUSTED_PROXY_HOPS: '1', HOST: '0.0.0.0' },
    })
    expect(services.alongside).not.toHaveProperty('ports')
    const mounted = services.caddy.volumes[0]?.split(':')[0] ?? ''
    expect(existsSync(path.join('deploy', mounted))).toBe(true)
  })
})

interface Compose {
  readonly services: {
    readonly alongside: {
      readonly build: { readonly context: string; readonly dockerfile: string }
      readonly environment: Readonly<Record<string, string>>
    }
    readonly caddy: { readonly volumes: readonly string[] }
  }
}

test('the morning’s look finds a copy of last night, encrypted or not, and misses an old one', () => {
  const [, script = ''] =
    /^ExecStart=\/bin\/sh -c '(.+)'$/m.exec(read('alongside-backup-check.service')) ?? []
  const place = path.join(folder, 'backups')
  mkdirSync(place)
  const look = () =>
    spawnSync('sh', ['-c', script.replace('/var/lib/alongside/backups', place)]).status
  expect(look()).toBe(1)
  for (const name of ['nightly-2026-11-30.db', 'nightly-2026-11-30.db.age']) {
    const file = path.join(place, name)
    writeFileSync(file, '')
    expect([name, look()]).toEqual([name, 0])
    utimesSync(file, 1, 1)
    expect([name, look()]).toEqual([name, 1])
  }
})

/** Each by its own tool; where one is not installed the test is skipped, and the run says so. */
test.skipIf(!has('systemd-analyze'))(
  'systemd takes the units, and finds the server well shut in',
  () => {
    for (const unit of [
      'alongside.service',
      'alongside-backup-check.service',
      'alongside-backup-check.timer',
    ]) {
      // Who runs it is not on this machine.
      const file = path.join(folder, unit)
      writeFileSync(file, read(unit).replace('/usr/bin/node', process.execPath))
    }
    const verified = spawnSync(
      'systemd-analyze',
      ['verify', path.join(folder, 'alongside.service')],
      { encoding: 'utf8' },
    )
    expect(verified.stderr).toBe('')
    const security = spawnSync(
      'systemd-analyze',
      ['security', '--offline=true', '--threshold=20', path.join(folder, 'alongside.service')],
      { encoding: 'utf8' },
    )
    expect([security.status, security.stdout.split('\n').at(-2)]).toEqual([
      0,
      expect.stringContaining('OK'),
    ])
  },
)

/** Names of mentors.example are answered here, whoever asks; the door behind sees what a proxy told it. */
describe('in front of the door', () => {
  let door: Door
  let port = 0
  const running: ChildProcess[] = []
  beforeAll(async () => {
    door = await openDoor({ trustedProxyHops: 1 })
    port = await freePort()
    if (!has('openssl')) return
    execFileSync(
      'openssl',
      'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=mentors.example -keyout key.pem -out fullchain.pem'.split(
        ' ',
      ),
      { cwd: folder, stdio: 'ignore' },
    )
  })
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL')
    await door.close()
  })

  test.skipIf(!has('nginx') || !has('openssl'))(
    'nginx: the Host stays, nobody chooses an address, the limits are the door’s',
    async () => {
      const own = read('nginx.conf')
        .replace('127.0.0.1:4321', `127.0.0.1:${door.port}`)
        .replaceAll('mentors.example.org packages.example.org', 'mentors.example')
        .replaceAll('/etc/ssl/alongside', folder)
        .replace(/listen 443/, `listen 127.0.0.1:${port}`)
        .replace(/ *listen .*(80|443).*;\n/g, (line) => (line.includes(String(port)) ? line : ''))
        .replace(
          /(server \{\n) *(server_name)/,
          `$1    listen 127.0.0.1:${await freePort()};\n    $2`,
        )
      writeFileSync(path.join(folder, 'alongside.conf'), own)
      writeFileSync(
        path.join(folder, 'nginx.conf'),
        `pid ${folder}/pid;\ndaemon off;\nmaster_process off;\nerror_log stderr;\nevents {}\nhttp {\n  client_body_temp_path ${folder}/body;\n  proxy_temp_path ${folder}/proxy;\n  include ${folder}/alongside.conf;\n}\n`,
      )
      const args = ['-c', path.join(folder, 'nginx.conf'), '-p', folder]
      const checked = spawnSync('nginx', ['-t', ...args], { encoding: 'utf8', env: PATHS })
      expect([checked.status, checked.stderr]).toEqual([
        0,
        expect.stringContaining('test is successful'),
      ])
      running.push(spawn('nginx', args, { stdio: 'ignore', env: PATHS }))
      await passes(port)
    },
  )

  test.skipIf(!has('nginx'))(
    'nginx that forgets the Host: whoever asks reads the address, and doctor names the line that is missing',
    async () => {
      const at = await freePort()
      const place = path.join(folder, 'no-host')
      mkdirSync(place)
      for (const version of ['1.1', '1.0']) {
        const file = path.join(place, `${version}.conf`)
        // By default nginx sends the name of what stands behind, and none where it is told so.
        const none = version === '1.0' ? 'proxy_set_header Host "";' : ''
        writeFileSync(
          file,
          `pid ${place}/pid;\ndaemon off;\nmaster_process off;\nerror_log stderr;\nevents {}\nhttp { access_log off; server { listen 127.0.0.1:${at}; location / { proxy_http_version ${version}; ${none} proxy_pass http://127.0.0.1:${door.port}; } } }\n`,
        )
        const child = spawn('nginx', ['-c', file, '-p', place], { stdio: 'ignore', env: PATHS })
        running.push(child)
        const asked = async (): Promise<Response | null> =>
          fetch(`http://127.0.0.1:${at}/`).catch(() => null)
        await expect.poll(asked, { timeout: 10_000 }).not.toBeNull()
        const answer = await asked()
        const text = await answer?.text()
        if (version === '1.1')
          expect([answer?.status, text]).toEqual([
            421,
            expect.stringContaining('https://mentors.example'),
          ])
        else expect(answer?.status).toBe(400)
        const { seen, refusedHost } = seenRequests()
        expect(
          judgeProxy(seen, refusedHost, { hops: 1, origin: 'https://mentors.example' }),
        ).toEqual([expect.objectContaining({ kind: 'proxy-host', state: 'problem' })])
        const ended = once(child, 'exit')
        child.kill('SIGTERM')
        await ended
      }
    },
  )

  test.skipIf(!has('caddy') || !has('openssl'))(
    'Caddy: the Host stays, nobody chooses an address, the limits are the door’s',
    async () => {
      const formatted = spawnSync('caddy', ['fmt', 'deploy/Caddyfile'], { encoding: 'utf8' })
      expect(formatted.stdout).toBe(read('Caddyfile'))
      const httpsPort = await freePort()
      const own = `{\n\tadmin off\n\tauto_https disable_redirects\n\thttps_port ${httpsPort}\n}\n${read('Caddyfile').replace(/# tls .*/, `tls ${folder}/fullchain.pem ${folder}/key.pem`)}`
      const file = path.join(folder, 'Caddyfile')
      writeFileSync(file, own)
      const env = {
        ...PATHS,
        HOME: folder,
        SITE: 'mentors.example',
        PACKAGES: 'packages.example',
        UPSTREAM: `127.0.0.1:${door.port}`,
      }
      const checked = spawnSync('caddy', ['validate', '--config', file, '--adapter', 'caddyfile'], {
        encoding: 'utf8',
        env,
      })
      expect([checked.status, checked.stdout + checked.stderr]).toEqual([
        0,
        expect.stringContaining('Valid configuration'),
      ])
      running.push(
        spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
          stdio: 'ignore',
          env,
        }),
      )
      await passes(httpsPort)
    },
  )

  async function passes(at: number): Promise<void> {
    let first = await ask(at, 'GET', '/first')
    for (let tries = 0; first.status === 0 && tries < 100; tries++) {
      await sleep(100)
      first = await ask(at, 'GET', '/first')
    }
    expect([first.status, first.body]).toEqual([200, 'the page'])
    // TLS 1.2 and 1.3 alone, and of 1.2 no suite without forward secrecy or authentication.
    expect(await handshake(at, {})).toBe('TLSv1.3')
    expect(await handshake(at, { maxVersion: 'TLSv1.2' })).toBe('TLSv1.2')
    for (const old of ['TLSv1.1', 'TLSv1'] as const)
      expect(
        await handshake(at, { minVersion: old, maxVersion: old, ciphers: 'ALL:@SECLEVEL=0' }),
      ).toBe('refused')
    for (const ciphers of ['AES128-GCM-SHA256', 'AES256-SHA', 'ECDHE-RSA-AES128-SHA'])
      expect([
        ciphers,
        await handshake(at, { maxVersion: 'TLSv1.2', ciphers: `${ciphers}:@SECLEVEL=0` }),
      ]).toEqual([ciphers, 'refused'])
    const spoofed = await ask(at, 'GET', '/?q=1', {
      'X-Forwarded-For': '203.0.113.9',
      Forwarded: 'for=1.2.3.4',
    })
    expect(spoofed.status).toBe(200)
    expect(door.seen.at(-1)).toMatchObject({
      url: '/?q=1',
      address: '127.0.0.1',
      https: true,
      forwarded: [],
    })
    const health = await ask(at, 'GET', '/healthz')
    expect([health.status, health.headers['strict-transport-security']]).toEqual([
      200,
      'max-age=31536000',
    ])
    // Of the machine alone: whatever came through a proxy is a page.
    expect((await ask(at, 'GET', '/metrics')).body).toBe('the page')
    const origin = { Origin: 'https://mentors.example' }
    const sent = await ask(at, 'POST', '/apply', origin, 'x'.repeat(900_000))
    expect([sent.status, door.seen.at(-1)?.body.length]).toEqual([200, 900_000])
    const large = await ask(at, 'POST', '/apply', origin, 'x'.repeat(1_200_000))
    expect([large.status, large.body]).toEqual([413, expect.stringContaining('too large')])
    const upload = await ask(at, 'POST', '/manage/packages/new', origin, 'x'.repeat(3_000_000))
    expect(upload.status).toBe(200)
  }
})

const PATHS = { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` }

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** @returns which version was agreed upon */
const handshake = (port: number, wish: ConnectionOptions): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(
      {
        host: '127.0.0.1',
        port,
        servername: 'mentors.example',
        rejectUnauthorized: false,
        ...wish,
      },
      () => {
        resolve(socket.getProtocol() ?? '')
        socket.destroy()
      },
    )
    socket.on('error', () => resolve('refused'))
  })

/** Status 0 where nobody listens yet. */
function ask(
  port: number,
  method: string,
  url: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<Answer> {
  return new Promise((resolve) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path: url,
        method,
        servername: 'mentors.example',
        rejectUnauthorized: false,
        headers: {
          Host: 'mentors.example',
          ...headers,
          ...(body ? { 'Content-Length': body.length } : {}),
        },
        agent: false,
      },
      (response) => {
        let text = ''
        response.on('data', (chunk) => (text += String(chunk)))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        )
      },
    )
    sent.on('error', () => resolve({ status: 0, headers: {}, body: '' }))
    sent.end(body)
  })
}
