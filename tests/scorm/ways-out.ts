/**
 * Every way that we know by which a page tells something to somebody elsewhere, and somebody elsewhere who listens.
 * Each is tried twice: from a page without any policy, so that it is known to be heard, and from a package.
 */
import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'

/**
 * Body of a function of `to` (where this way is told) and `stun` (a port that listens for calls).
 * They run one after the other in one page, which is still there afterwards.
 */
export const QUIET: Readonly<Record<string, string>> = {
  fetch: 'return fetch(to)',
  'fetch without an answer': "return fetch(to, { mode: 'no-cors', keepalive: true })",
  'a request of the old kind': "var x = new XMLHttpRequest(); x.open('GET', to); x.send()",
  beacon: "navigator.sendBeacon(to, 'x')",
  'web socket': "new WebSocket(to.replace('http', 'ws'))",
  'stream of events': 'new EventSource(to)',
  picture: 'new Image().src = to',
  'picture for many sizes': "var i = new Image(); i.srcset = to + ' 1x'",
  'picture of an input': "add('input', { type: 'image', src: to })",
  'picture in a drawing':
    "var s = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); s.innerHTML = '<image width=\"9\" height=\"9\" href=\"' + to + '\"/>'; document.body.append(s)",
  sound: "add('audio', { src: to, preload: 'auto' })",
  film: "add('video', { src: to, preload: 'auto' })",
  'poster of a film': "add('video', { poster: to })",
  captions:
    "var v = add('video', {}); v.crossOrigin = 'anonymous'; v.innerHTML = '<track default src=\"' + to + '\">'; v.textTracks[0].mode = 'showing'",
  'style sheet': "add('link', { rel: 'stylesheet', href: to })",
  'style sheet in a style': "add('style', { textContent: '@import url(' + to + ');' })",
  'picture of a style':
    "add('div', { textContent: 'x' }).style.backgroundImage = 'url(' + to + ')'",
  'pointer of a style':
    "add('div', { textContent: 'x' }).style.cssText = 'content: url(' + to + '); display: block'",
  typeface:
    "var f = new FontFace('way', 'url(' + to + ')'); document.fonts.add(f); return f.load()",
  script: "add('script', { src: to })",
  'script that is a module': "add('script', { type: 'module', src: to })",
  'script that is fetched': 'return import(to)',
  frame: "add('iframe', { src: to })",
  'picture in a page of text': "add('iframe', { srcdoc: '<img src=\"' + to + '\">' })",
  'picture in a page that was written':
    "var d = add('iframe', {}).contentDocument; d.open(); d.write('<img src=\"' + to + '\">'); d.close()",
  'picture in a page of its own address':
    "add('iframe', { src: URL.createObjectURL(new Blob(['<img src=\"' + to + '\">'], { type: 'text/html' })) })",
  'script in the address of a frame':
    "add('iframe', { src: 'javascript:void(new Image().src=' + JSON.stringify(to) + ')' })",
  object: "add('object', { data: to })",
  'embedded thing': "add('embed', { src: to })",
  'form into a frame':
    "add('iframe', { name: 'way-form' }); var f = add('form', { action: to, method: 'get', target: 'way-form' }); f.submit()",
  'form that posts into a frame':
    "add('iframe', { name: 'way-post' }); var f = add('form', { action: to, method: 'post', target: 'way-post' }); f.submit()",
  'link into a frame':
    "add('iframe', { name: 'way-link' }); add('a', { href: to, target: 'way-link', textContent: 'x' }).click()",
  'page fetched ahead': "add('link', { rel: 'prefetch', href: to })",
  'file loaded ahead': "add('link', { rel: 'preload', as: 'image', href: to })",
  'module loaded ahead': "add('link', { rel: 'modulepreload', href: to })",
  'rules of what comes next':
    "var r = document.createElement('script'); r.type = 'speculationrules'; r.textContent = JSON.stringify({ prefetch: [{ urls: [to], eagerness: 'immediate' }] }); document.head.append(r)",
  'ping of a link': "var p = add('a', { href: '#', textContent: 'x' }); p.ping = to; p.click()",
  'worker of a text':
    "new Worker(URL.createObjectURL(new Blob(['fetch(' + JSON.stringify(to) + ')'])))",
  'script of a worker':
    "new Worker(URL.createObjectURL(new Blob(['importScripts(' + JSON.stringify(to) + ')'])))",
  'worker that is shared':
    "new SharedWorker(URL.createObjectURL(new Blob(['fetch(' + JSON.stringify(to) + ')'])))",
  'call between people':
    "var c = new RTCPeerConnection({ iceServers: [{ urls: stun }] }); c.createDataChannel('x'); return c.createOffer().then(function (o) { return c.setLocalDescription(o) })",
  // The last one: whatever comes after it would lean on it, too.
  'address that pictures lean on': "add('base', { href: to + '/' }); new Image().src = 'x.png'",
}

/** Takes the page away, or another one with it: each in a page of its own. */
export const LEAVING: Readonly<Record<string, string>> = {
  'going there': 'setTimeout(function () { location.href = to })',
  'going there instead': 'setTimeout(function () { location.replace(to) })',
  'page that sends on':
    "var m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=' + to; document.head.append(m)",
  'page around it': 'setTimeout(function () { parent.location.href = to })',
  'page above all': 'setTimeout(function () { top.location.href = to })',
  'link to above all': "add('a', { href: to, target: '_top', textContent: 'x' }).click()",
  window: 'window.open(to)',
  'link to a window':
    "add('a', { href: to, target: '_blank', rel: 'opener', textContent: 'x' }).click()",
  'form that leaves': "add('form', { action: to, method: 'post' }).submit()",
  'form to above all': "add('form', { action: to, method: 'post', target: '_top' }).submit()",
  'form to a window': "add('form', { action: to, target: '_blank' }).submit()",
  'file that is saved': "add('a', { href: to, download: 'x', textContent: 'x' }).click()",
}

export interface Ear {
  /** The names of the ways by which somebody there was told. */
  heard(who: string): string[]
  /** What a page is handed, to be told apart from others. */
  place(who: string): Place
  close(): void
}

export interface Place {
  readonly to: string
  readonly stun: string
}

const CALL = 'call between people'

/**
 * Where engines send packets that send none to loopback (Firefox, WebKitGTK): an address of this machine, which packets to it
 * never leave; loopback where there is no other.
 */
export const ownAddress = (): string =>
  Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'

/**
 * Listens to HTTP and sockets on loopback, and to packets.
 * @param whos those who will be told apart
 * @param host where packets are listened for
 */
export async function listen(whos: readonly string[], host = '127.0.0.1'): Promise<Ear> {
  const said = new Map(whos.map((who) => [who, new Set<string>()]))
  const note = (url: string): void => {
    const [, who = '', way = ''] = url.split('?')[0]?.split('/') ?? []
    said.get(who)?.add(decodeURIComponent(way))
  }
  const http = createServer((request, answer) => {
    note(request.url ?? '')
    answer.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/plain' })
    answer.end('x')
  })
  http.on('upgrade', (request, socket) => {
    note(request.url ?? '')
    socket.destroy()
  })
  const port = await new Promise<number>((resolve) => {
    http.listen(0, '127.0.0.1', () => resolve((http.address() as AddressInfo).port))
  })
  const closers: (() => void)[] = [
    () => {
      http.closeAllConnections()
      http.close()
    },
  ]
  const places = new Map<string, Place>()
  for (const who of whos) {
    const packets = createSocket('udp4')
    packets.on('message', () => said.get(who)?.add(CALL))
    await new Promise<void>((resolve) => packets.bind(0, host, resolve))
    closers.push(() => packets.close())
    places.set(who, {
      to: `http://127.0.0.1:${port}/${who}/`,
      stun: `stun:${host}:${packets.address().port}`,
    })
  }
  return {
    heard: (who) => [...(said.get(who) ?? [])],
    place: (who) => places.get(who) ?? { to: '', stun: '' },
    close: () => closers.forEach((close) => close()),
  }
}

/** Defines `way(name, place)`; it answers nothing, whatever happens. */
export const WAYS_SCRIPT = `
var WAYS = ${JSON.stringify({ ...QUIET, ...LEAVING }).replaceAll('</', '<\\/')}
function add(name, wishes) { var one = document.createElement(name); for (var key in wishes) one[key] = wishes[key]; document.body.append(one); return one }
function way(name, place) {
  try {
    var told = new Function('to', 'stun', 'add', WAYS[name])(place.to + encodeURIComponent(name), place.stun, add)
    if (told && told.catch) told.catch(function () {})
  } catch (e) { /* refused */ }
}`

/** A page that tries every quiet way by itself; with \`api\` it is a package's. */
export const waysPage = (place: Place, api: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Ways out</title><body><p>Ways out</p><script>${api}${WAYS_SCRIPT}
Object.keys(WAYS).slice(0, ${Object.keys(QUIET).length}).forEach(function (name) { way(name, ${JSON.stringify(place)}) })
</script></body></html>`
