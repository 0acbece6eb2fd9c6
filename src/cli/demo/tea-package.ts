/** The files of the sample package: three pages, one question, in both languages. SCORM 1.2. */

export const TEA_MANIFEST = (
  schemas: readonly string[],
): string => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="a-cup-of-tea" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="tea">
    <organization identifier="tea">
      <title>A cup of tea</title>
      <item identifier="tea-item" identifierref="tea-course"><title>A cup of tea · Una taza de té</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="tea-course" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/><file href="tea.js"/><file href="tea.css"/>${schemas.map((name) => `<file href="${name}"/>`).join('')}
    </resource>
  </resources>
</manifest>
`

const page = (id: string, title: string, text: string, other: string, end: string): string =>
  `<section id="${id}" hidden><h1>${title}</h1><p>${text}</p><p lang="es">${other}</p>${end}</section>`

const next = '<p><button data-next>Next · Siguiente</button></p>'

export const TEA_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A cup of tea</title>
<link rel="stylesheet" href="tea.css">
<main>
${page('p0', 'A cup of tea · Una taza de té', 'This little course was not made with Alongside. It stands for any course that you already have.', 'Este pequeño curso no se hizo con Alongside. Está en lugar de cualquier curso que usted ya tenga.', next)}
${page('p1', 'Somebody is early', 'Rosa comes ten minutes early. She looks tired. You have the kettle in your hand.', 'Rosa llega diez minutos antes. Se ve cansada. Usted tiene la tetera en la mano.', next)}
${page('p2', 'What do you say? · ¿Qué dice?', 'Choose one.', 'Elija una respuesta.', '<p><button data-answer="a">“You look awful. Did you sleep?” · “Qué mala cara. ¿Durmió?”</button></p><p><button data-answer="b">“Good to see you. Tea?” · “Qué gusto verla. ¿Un té?”</button></p><p id="said" role="status"></p>')}
${page('p3', 'Thank you · Gracias', 'You have finished.', 'Ha terminado.', '')}
</main>
<script src="tea.js"></script>
</html>
`

export const TEA_SCRIPT = `(function () {
  var api = null
  for (var at = window, up = 0; up < 20 && !api; up++, at = at.parent) {
    try { api = at.API || null } catch (error) { break }
    if (at === at.parent) break
  }
  function set(name, value) { if (api) api.LMSSetValue(name, String(value)) }
  function get(name) { return api ? api.LMSGetValue(name) : '' }
  if (api) api.LMSInitialize('')
  set('cmi.core.exit', 'suspend')
  var began = Date.now()
  var done = /completed|passed/.test(get('cmi.core.lesson_status'))
  if (!done) set('cmi.core.lesson_status', 'incomplete')
  var number = Math.min(3, Number(get('cmi.core.lesson_location')) || 0)
  function two(n) { return (n < 10 ? '0' : '') + n }
  function save() {
    var seconds = Math.round((Date.now() - began) / 1000)
    set('cmi.core.session_time', two(Math.floor(seconds / 3600)) + ':' + two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60))
    set('cmi.core.lesson_location', number)
    if (api) api.LMSCommit('')
  }
  function show() {
    for (var i = 0; i < 4; i++) document.getElementById('p' + i).hidden = i !== number
    save()
  }
  document.addEventListener('click', function (event) {
    var button = event.target.closest('button')
    if (!button) return
    if (button.dataset.answer) {
      var right = button.dataset.answer === 'b'
      var index = get('cmi.interactions._count') || 0
      set('cmi.interactions.' + index + '.id', 'what-do-you-say')
      set('cmi.interactions.' + index + '.type', 'choice')
      set('cmi.interactions.' + index + '.student_response', button.dataset.answer)
      set('cmi.interactions.' + index + '.result', right ? 'correct' : 'wrong')
      if (!right) {
        document.getElementById('said').textContent = 'Try again: begin with a welcome. · Intente de nuevo: empiece por dar la bienvenida.'
        save()
        return
      }
      set('cmi.core.score.raw', index === '0' ? 100 : 50)
      set('cmi.core.score.min', 0)
      set('cmi.core.score.max', 100)
      set('cmi.core.lesson_status', 'passed')
    }
    number = Math.min(3, number + 1)
    show()
  })
  window.addEventListener('pagehide', function () { save(); if (api) api.LMSFinish('') })
  show()
})()
`

export const TEA_STYLE = `body { font: 1.2rem/1.5 system-ui, sans-serif; margin: 0; color: #222; background: #fdf6ec }
main { max-width: 36rem; margin: 0 auto; padding: 1.5rem }
h1 { font-size: 1.7rem; line-height: 1.25 }
[lang=es] { color: #444 }
button { font: inherit; padding: .7rem 1rem; border: 2px solid #7a3b1d; border-radius: .5rem; background: #fff; color: #5a2a12; text-align: left; cursor: pointer }
button:focus-visible { outline: 4px solid #1a5fb4; outline-offset: 2px }
`
