/**
 * The steps of deploy/Containerfile, read out of it and done without an engine for images: each stage on a layer of its own
 * above this machine (overlay), entered by chroot, with the account of the image. Then it runs as deploy/compose.yaml says:
 * read-only, without privileges, only its volume to write. Skipped, and said so, where this account may not mount.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readContainerfile, type Stage } from './containerfile.ts'

const stages = readContainerfile(readFileSync('deploy/Containerfile', 'utf8'))
const last = stages.at(-1) as Stage
/** As in the composition. */
const SETTINGS = [
  'ORIGIN=https://mentors.example.org',
  'CONTENT_ORIGIN=https://packages.example.org',
  'TRUSTED_PROXY_HOPS=1',
]
const mounts =
  spawnSync('unshare', ['-m', '-n', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0

let home = ''
let said = ''
beforeAll(() => {
  if (!mounts) return
  home = mkdtempSync(path.join(tmpdir(), 'alongside-image-'))
  takeContext(path.join(home, 'context'))
  const script = path.join(home, 'build.sh')
  writeFileSync(script, [...stages.flatMap(buildLines), ...runLines()].join('\n'))
  const { stdout, stderr } = spawnSync('unshare', ['-m', 'bash', '-eu', script], {
    encoding: 'utf8',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', ...certificates() },
    maxBuffer: 50_000_000,
  })
  said = stdout + stderr
}, 900_000)
afterAll(() => {
  if (home) rmSync(home, { recursive: true, force: true })
})

test('every stage is told by what is known, and the last one has a volume and a probe', () => {
  expect(stages.map(({ name }) => name)).toEqual(['build', ''])
  expect(new Set(stages.map(({ image }) => image)).size).toBe(1)
  expect([last.volume, last.healthcheck[0], last.entrypoint[0]]).toEqual([
    '/var/lib/alongside',
    'node',
    'node',
  ])
  expect(() => readContainerfile('FROM a\nADD b c\n')).toThrow('nobody does ADD here')
})

test.skipIf(!mounts)(
  'it is built, comes up healthy as nobody special on a read-only root, and ends when asked',
  () => {
    const told = (what: string): string | undefined =>
      new RegExp(`^== ${what}: (.*)$`, 'm').exec(said)?.[1]
    const all = ['built', 'user', 'healthy', 'page', 'program', 'root', 'volume', 'backup', 'ended']
    expect(Object.fromEntries(all.map((what) => [what, told(what)])), said.slice(-3000)).toEqual({
      built: 'yes',
      user: 'node',
      healthy: 'yes',
      page: '200',
      program: 'not writable',
      root: 'not writable',
      volume: 'alongside.db',
      backup: '0',
      ended: '0',
    })
  },
)

/** What git has of the project, less what .containerignore leaves out: as an engine would be sent it. */
function takeContext(to: string): void {
  const ignored = readFileSync('.containerignore', 'utf8').split('\n').filter(Boolean)
  const isLeft = (file: string): boolean =>
    ignored.some((one) =>
      one.endsWith('*')
        ? file.startsWith(one.slice(0, -1))
        : file === one || file.startsWith(`${one}/`),
    )
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  })
  for (const file of files.split('\n').filter((one) => one && existsSync(one) && !isLeft(one))) {
    mkdirSync(path.dirname(path.join(to, file)), { recursive: true })
    copyFileSync(file, path.join(to, file))
  }
  // What the image brings with it.
  cpSync(process.execPath, path.join(home, 'node'))
}

/** Of a machine whose network has its own authority. */
function certificates(): Record<string, string> {
  const file = process.env['NODE_EXTRA_CA_CERTS']
  return file ? { NODE_EXTRA_CA_CERTS: file } : {}
}

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`
const rootOf = (stage: Stage): string => path.join(home, `stage-${stages.indexOf(stage)}`)

/** A layer above this machine, with Node in the place of the image's and the account that comes with it. */
function buildLines(stage: Stage): string[] {
  const root = rootOf(stage)
  const lines = [
    `mkdir -p ${root}/up ${root}/work ${root}/all`,
    `mount -t overlay overlay -o lowerdir=/,upperdir=${root}/up,workdir=${root}/work ${root}/all`,
    `mount -t proc proc ${root}/all/proc && mount --rbind /dev ${root}/all/dev`,
    `rm -rf ${root}/all/app ${root}/all/var/lib/alongside`,
    `install -m 0755 ${home}/node ${root}/all/usr/local/bin/node`,
    `chroot ${root}/all sh -c 'id node >/dev/null 2>&1 || useradd -m node'`,
  ]
  let at = '/'
  const env: string[] = []
  const inside = (words: string, user = 'root'): string => enter(stage, at, env, words, user)
  for (const step of stage.steps)
    if (step.kind === 'workdir') {
      at = step.name
      lines.push(`mkdir -p ${root}/all${at}`)
    } else if (step.kind === 'env') env.push(...step.all)
    else if (step.kind === 'run') lines.push(inside(step.command))
    else if (step.kind === 'copy') {
      const source = stages.find(({ name }) => name === step.from)
      const from = source ? `${rootOf(source)}/all` : path.join(home, 'context')
      const to = `${root}/all${path.resolve(at, step.to)}`
      lines.push(`mkdir -p ${to}`)
      // The contents of a folder, as COPY does it.
      for (const one of step.what)
        lines.push(
          `if [ -d ${path.join(from, one)} ]; then cp -a ${path.join(from, one)}/. ${to}/; else cp -a ${path.join(from, one)} ${to}/; fi`,
        )
      if (!source) lines.push(`chown -R root:root ${to}`)
    }
  return lines
}

function enter(
  stage: Stage,
  at: string,
  env: readonly string[],
  words: string,
  user: string,
): string {
  const who =
    user === 'root'
      ? ''
      : `setpriv --reuid ${user} --regid ${user} --clear-groups --bounding-set -all --no-new-privs `
  return `chroot ${rootOf(stage)}/all env ${env.map(quoted).join(' ')} ${who}sh -euc ${quoted(`cd ${at} && ${words}`)}`
}

function runLines(): string[] {
  const all = `${rootOf(last)}/all`
  const env = [...last.steps.flatMap((step) => (step.kind === 'env' ? step.all : [])), ...SETTINGS]
  const user =
    last.steps.flatMap((step) => (step.kind === 'user' ? [step.name] : [])).at(-1) ?? 'root'
  const words = (list: readonly string[]): string => list.map(quoted).join(' ')
  const inside = (text: string): string => enter(last, '/app', env, text, user)
  return [
    'echo "== built: yes"',
    // The volume begins as the image left the folder; nothing else can be written.
    `cp -a ${all}${last.volume} ${home}/volume && mount --bind ${home}/volume ${all}${last.volume}`,
    `mount -t tmpfs tmpfs ${all}/tmp && mount -o remount,ro ${all}`,
    // A network of its own, as a container has: its port is free there.
    `cat > ${home}/run.sh <<'END'`,
    'ip link set lo up',
    `${inside(`exec ${words([...last.entrypoint, ...last.command])}`)} > ${home}/log 2>&1 &`,
    'server=$!',
    `for i in $(seq 1 300); do if ${inside(words(last.healthcheck))}; then echo "== healthy: yes"; break; fi; sleep 0.2; done`,
    'echo "== user: $(ps -o user:20= -p $server | tr -d " " | sed "s/^$(chroot ' +
      all +
      ` id -u ${user})\\$/${user}/")"`,
    `echo "== page: $(curl -s -o /dev/null -w '%{http_code}' -H 'Host: mentors.example.org' -H 'X-Forwarded-For: 192.0.2.1' http://127.0.0.1:4321/)"`,
    ...['/app/dist', '/etc'].map(
      (folder, index) =>
        `echo "== ${['program', 'root'][index]}: $(${inside(`touch ${folder}/x 2>/dev/null && echo writable || echo not writable`)})"`,
    ),
    `echo "== volume: $(cd ${home}/volume && ls alongside.db)"`,
    `${inside(words([...last.entrypoint, 'backup']))} >/dev/null && echo "== backup: $?"`,
    'kill -TERM $server; code=0; wait $server || code=$?; echo "== ended: $code"',
    `cat ${home}/log`,
    'END',
    `unshare -n bash ${home}/run.sh`,
  ]
}
