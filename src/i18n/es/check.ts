import type { CheckWords } from '../en/check.ts'

const intentos = (n: number): string =>
  n === 1 ? '1 intento terminado' : `${n} intentos terminados`

export const check: CheckWords = {
  title: 'Comprobación de la conexión',
  intro:
    'Para administradores. Esta página habla con la plataforma de cursos y dice con palabras sencillas lo que contesta.',
  what: 'Qué',
  answer: 'Respuesta',
  standard: 'Este paquete usa',
  course: 'Curso',
  found: 'Plataforma de cursos',
  where: {
    here: 'encontrada en esta ventana',
    around: 'encontrada en una ventana que contiene a esta',
    opener: 'encontrada en la ventana que abrió esta',
  },
  none: (name) =>
    `no encontrada: ninguna ventana alrededor ofrece «${name}». Abra el curso desde su plataforma y después abra esta página desde el contenido.`,
  begun: 'Inicio',
  begunHere: 'aceptado',
  begunBefore: 'el curso ya está conectado y esta página comparte su conexión',
  refused: (code) => `rechazado, con el código ${code || 'ninguno'}`,
  mode: 'Modo',
  modes: {
    normal: 'normal: el trabajo se guarda',
    review: 'revisión: para mirar; no se escribe ni estado ni puntuación',
    browse: 'exploración: para mirar; no se escribe ni estado ni puntuación',
  },
  status: 'Estado que tiene la plataforma',
  score: 'Puntuación que tiene la plataforma',
  empty: 'nada (algunas plataformas nunca contestan esto; el curso funciona igual)',
  kept: 'Trabajo guardado',
  keptWords: (n) => `${n.toLocaleString('en-US')} caracteres`,
  writes: 'Escribir, volver a leer, dejar como estaba',
  writesWell: 'la plataforma conserva lo que se escribe',
  writesBadly: 'lo que se leyó no es lo que se escribió: se perdería trabajo',
  restoredBadly:
    'no se pudo deshacer la prueba. Abra el curso una vez más y mire la lista, por favor.',
  notTried: 'no se probó, porque en este modo no se escribe nada',
  room: 'Espacio para el trabajo guardado',
  roomEnough: (n) =>
    `al menos ${n.toLocaleString('en-US')} caracteres: es suficiente (el curso usa 4,000 como máximo)`,
  roomShort: (n) =>
    `solo se conservaron ${n.toLocaleString('en-US')} caracteres; el curso puede necesitar 4,000`,
  lastError: 'Último código de error',
  rules: 'Lo que el curso comunica',
  ruleStart: '«Incomplete» desde el primer momento, hasta que todo esté hecho.',
  ruleEnd:
    'Cuando se leyeron todas las lecciones, terminaron todas las prácticas y se aprobaron todos los cuestionarios: «passed», una sola vez, con una puntuación de 0 a 100, el promedio de los mejores resultados.',
  ruleQuiz:
    'Un cuestionario se aprueba con 8 de cada 10 primeras respuestas correctas y con todas las preguntas de seguridad correctas al final. Los intentos no tienen límite.',
  ruleNever: 'Un cuestionario que todavía no se aprobó no escribe puntuación y nunca «failed».',
  ruleTries: (tries, failure) =>
    failure === 'failed'
      ? `Después de ${intentos(tries)}, un cuestionario sin aprobar se cierra. Cuando no queda nada más por hacer, se escribe la puntuación que haya, con «failed»; nunca mientras la persona puede seguir.`
      : `Después de ${intentos(tries)} de un cuestionario sin aprobar, se escribe la puntuación que haya. Si la persona aprueba más tarde, eso la reemplaza.`,
  ruleAnswers:
    'Cada respuesta a una pregunta se comunica como «interaction», hasta que la plataforma rechace una (código 401).',
  ruleNoAnswers: 'No se comunican las respuestas una por una.',
  ruleSessions:
    'Se comunica que una práctica terminó, como «objective» con «completed»; nunca lo que se dijo en ella.',
  rulePrivate:
    'Nunca se comunica lo que alguien elige en una práctica ni lo que escribe. Mientras una práctica está abierta, el trabajo guardado contiene su camino en forma breve, para que la persona pueda seguir; cuando termina, solo cuántas veces.',
  limits: 'Dónde se acaba el espacio',
  limitFound: (n) => `se conservaron ${n.toLocaleString('en-US')} caracteres completos, y no más`,
  limitOpen: (n) => `se conservaron ${n.toLocaleString('en-US')} caracteres; no se probaron más`,
  lists: (name) => `¿Conserva ${name}?`,
  interactions: 'las respuestas de los cuestionarios (interactions)',
  objectives: 'las prácticas terminadas (objectives)',
  listCount: (n) => `sí, ${n} hasta ahora`,
  listNone: (code) => `no (código ${code || 'ninguno'}); el curso funciona igual`,
  commitTime: 'Guardar tardó',
  milliseconds: (n) => `${n.toLocaleString('en-US')} ms`,
}
