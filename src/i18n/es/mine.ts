import type { MineWords } from '#i18n/en/mine.ts'

export const mine: MineWords = {
  note: {
    open: 'Escriba una nota para usted',
    title: 'Mi propia nota',
    label: 'Mi propia nota sobre esta lección',
    hint: 'Solo usted puede leerla: ni su coordinador o coordinadora, ni nadie más. La encuentra de nuevo en «Mi aprendizaje» y con el buscador.',
    save: 'Guardar mi nota',
    saved: 'Guardado. Solo usted puede leerla.',
    cleared: 'Su nota está vacía ahora.',
  },
  learning: {
    title: 'Mi aprendizaje',
    link: 'Mi aprendizaje: lo que hice y escribí',
    intro:
      'Todo lo que hizo y escribió aquí, en el orden del curso. Solo usted puede abrir esta página.',
    empty: 'Todavía nada. Aquí aparecerá lo que lea, responda y escriba.',
    save: 'Guardar como archivo',
    saveHelp:
      'Un solo archivo que se abre en cualquier navegador, sin este sitio y sin cuenta. Contiene también lo que escribió solo para usted: guárdelo donde solo usted pueda abrirlo.',
    saveShared:
      'Usted dijo que otras personas usan esta computadora. Un archivo que guarde aquí se queda en ella: mejor no lo haga aquí.',
    read: (day) => `Leída el ${day}`,
    open: 'Empezado y todavía sin terminar',
    attempt: (right, of, passed, day) =>
      `${day}: ${right} de ${of} bien en la primera respuesta. ${passed ? 'Aprobado.' : 'Todavía no.'}`,
    ended: (ending, day) => `${day}: ${ending}`,
    best: 'su mejor camino',
    lookBack: 'Ver cómo fue',
    wrote: (day) => `Escrito el ${day}.`,
    reflected: 'Lo que escribí',
    earlier: (n) =>
      n === 1
        ? 'Antes lo escribió una vez con otras palabras. Están en el archivo.'
        : `Antes lo escribió ${n} veces con otras palabras. Están en el archivo.`,
    earlierOn: (day) => `Con otras palabras, el ${day}:`,
    gone: 'De partes que el curso ya no tiene',
    questions: 'Lo que pregunté a mi coordinación',
    about: (page, day) => `Sobre «${page}», el ${day}:`,
    confidence: 'Qué tanta seguridad dije que siento',
    before: (n) => `antes del curso ${n} de 10`,
    after: (n) => `después ${n} de 10`,
    supportedIntro:
      'Cuándo se encontraron, cómo y cuánto tiempo. De las personas no se guarda nada aquí.',
    supported: (from, until) => (until ? `Del ${from} al ${until}` : `Desde el ${from}`),
    met: (n, minutes) =>
      n === 0
        ? 'Todavía no se han encontrado.'
        : `${n === 1 ? '1 encuentro' : `${n} encuentros`}, ${minutes} minutos`,
    newest: (n) => `Aquí están sus ${n} entradas más recientes. Faltan las anteriores.`,
    newestOnPage: (n) =>
      `Aquí están sus ${n} entradas más recientes. El archivo contiene también las anteriores.`,
    of: (name, day) => `${name}. Guardado el ${day}.`,
    leftOutTitle: 'Lo que no contiene',
    leftOut: [
      'Las lecciones mismas y cada respuesta suya en los cuestionarios: las ve en «Mi expediente».',
      'De una práctica que hizo varias veces, solo las palabras de su mejor camino.',
      'Lo que su coordinación escribió sobre ensayos, conversaciones y decisiones: está en «Mi expediente». Las notas que la coordinación guarda para sí no están en ninguno de los dos.',
      'Las notas que usted vació.',
      'Lo que todavía espera en un teléfono o una tableta y no se envió.',
    ],
  },
}
