import type { PlayerWords } from '../en/player.ts'
import { steps } from './steps.ts'

const veces = (n: number): string => (n === 1 ? 'una vez' : `${n} veces`)

const intentos = (n: number): string =>
  n === 1 ? '1 intento terminado' : `${n} intentos terminados`

export const player: PlayerWords = {
  errorPrefix: 'Error: ',
  contents: 'Contenido',
  backToContents: 'Volver al contenido',
  exit: 'Salir',
  carryOn: 'Seguir',
  ...steps,
  aboutMinutes: (n) => `unos ${n} minutos`,
  tasks: 'Su curso',
  doneOf: ({ done, of }) => `${done} de ${of} hechos`,
  allDone: 'Usted hizo todas las partes de este curso',
  allDoneWords: 'Puede volver a cualquier lección o práctica cuando quiera.',
  allDoneNext:
    'Avise a su coordinador o coordinadora que ya terminó. El siguiente paso lo decide una persona junto con usted.',
  resources: 'Páginas para imprimir',
  nothingYet: 'Su trabajo se guarda a medida que avanza.',
  savedAt: (time) => `Guardado: ${time}`,
  notSaved: (last) =>
    `Sin guardar: seguimos intentando${last === null ? '' : `. Último guardado: ${last}`}`,
  notSavedExit: (last) =>
    `Lo que hizo ${last === null ? 'en esta visita' : `desde el último guardado (${last})`} todavía no está guardado. Espere un momento, por favor, o elija Salir otra vez para irse sin guardarlo.`,
  notConnected:
    'Esta copia no está conectada con su plataforma de cursos. Puede leer y practicar, pero al cerrarla no se guarda nada. Para guardar su trabajo, abra el curso desde su plataforma.',
  notConnectedShort: 'Sin guardar: no hay conexión con una plataforma de cursos',
  lookingBack:
    'Está mirando lo que ya hizo. Nada de lo que haga aquí se guarda ni cambia su resultado.',
  lookingBackShort: 'Solo para mirar: no se guarda nada',
  startsAfresh:
    'Encontramos trabajo guardado de otra versión de este curso y no pudimos leerlo. El curso empieza desde el principio. No se envió nada a nadie.',
  someLost:
    'Una parte de su trabajo guardado no se pudo leer. Todo lo demás está aquí. Mire la lista antes de seguir, por favor.',
  closed: 'Ya puede cerrar esta ventana',
  closedWithin: 'El curso está cerrado',
  closedSaved:
    'Su trabajo está guardado. Para volver, abra el curso desde su plataforma de cursos.',
  closedGoOn: 'Siga con el menú de su plataforma de cursos, alrededor de este curso.',
  closedNotSaved: (last) =>
    `Quizá lo que hizo ${last === null ? 'en esta visita' : `desde el último guardado (${last})`} no quedó guardado. Cuando vuelva, tal vez tenga que hacerlo otra vez. Todo lo anterior se conserva.`,
  closedNotKept:
    'No se guardó nada, porque esta copia no está conectada con una plataforma de cursos.',
  notHere: 'Esta página no está en este curso',
  notHereWords:
    'Puede ser parte del curso completo y no de esta copia. Nada de lo que usted hizo se ha perdido.',
  pieceComing: 'Esta parte del curso se está cargando',
  pieceMissing: 'Esta parte del curso no se cargó',
  pieceMissingWords:
    'No se ha perdido nada de lo que usted hizo. Revise su conexión e inténtelo otra vez.',
  pieceAgain: 'Intentar otra vez',
  glossary: 'Palabras explicadas',
  glossaryLink: 'Palabras',
  glossaryIntro: 'Palabras que usa este curso, en lenguaje sencillo.',
  helpLink: 'Contactos',
  roadNotKept:
    'Lo que usted eligió en esta conversación se ve aquí hasta que cierre el curso. Después no se conserva, y su plataforma de cursos no lo recibe.',
  triesTold: (tries, isFailed) =>
    isFailed
      ? `Cada cuestionario se puede intentar ${veces(tries)}. Si entonces no está aprobado, se cierra. Cuando no queda nada más por hacer, su plataforma de cursos recibe la puntuación que tenga y «failed».`
      : `Puede intentarlo las veces que quiera. Después de ${intentos(tries)} sin aprobar, su plataforma de cursos recibe la puntuación que tenga. Si aprueba más tarde, eso la reemplaza.`,
  noMoreTries: 'No quedan intentos',
  noMoreTriesWords: (tries, by) =>
    `Usó ${tries === 1 ? 'el único intento' : `los ${tries} intentos`} de un cuestionario y no está aprobado. Lo que hizo se conserva. Para intentarlo otra vez, pregunte a ${by.name} (${by.phone}, ${by.email}): quien administra la plataforma de cursos puede abrirle el curso otra vez.`,
  lastResult: 'Ver su último resultado',
  display: {
    link: 'Vista',
    title: 'Cómo se ve el curso',
    intro: 'Elija cómo se ve el curso. Se queda así cuando vuelva.',
    text: 'Tamaño de la letra',
    texts: { normal: 'Habitual', large: 'Grande', larger: 'Muy grande' },
    theme: 'Claro u oscuro',
    themes: { automatic: 'Como está su dispositivo', light: 'Claro', dark: 'Oscuro' },
    contrast: 'Colores',
    contrasts: {
      system: 'Como está su dispositivo',
      high: 'Contraste fuerte',
      cream: 'Papel crema, más suave',
    },
    spacing: 'Espacio entre letras y líneas',
    spacings: { normal: 'Habitual', wide: 'Amplio' },
    lessons: 'Lecciones',
    lessonForms: { cards: 'En partes cortas', whole: 'Enteras, en una página' },
    save: 'Guardar y mostrar',
    kept: 'Así se ve ahora el curso.',
    whoSees:
      'Su plataforma de cursos lo conserva junto con su trabajo guardado. No se le avisa a nadie.',
  },
  think: 'Piense en esto',
  loading:
    'El curso se está cargando. Si en un minuto no cambia nada, revise su conexión y abra el curso otra vez.',
  noScript:
    'Este curso necesita JavaScript. Actívelo en su navegador o pregunte a su coordinador o coordinadora.',
  administrators: 'Para administradores',
  checkLink: 'Comprobar la conexión con la plataforma de cursos',
  checkLinkWords:
    'Se abre en otra ventana. Escribe una prueba, la vuelve a leer y deja todo como estaba.',
  version: (release, day) => `Versión ${release}, del ${day}`,
}
