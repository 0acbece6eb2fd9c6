import type { ReportsWords } from '../en/reports.ts'

const MONTHS = ['Enero a marzo', 'Abril a junio', 'Julio a septiembre', 'Octubre a diciembre']
const many = (one: string, more: string) => (n: number) => (n === 1 ? `1 ${one}` : `${n} ${more}`)

export const reports: ReportsWords = {
  menu: 'Informes',
  title: 'Informes',
  names: {
    state: 'En qué punto están',
    funnel: 'Hasta dónde llegan',
    time: 'Tiempo hasta estar a punto',
    stops: 'Dónde se detienen',
    questions: 'Preguntas',
    practice: 'Conversaciones de práctica',
    confidence: 'Confianza',
    support: 'Revisiones de apoyo y reuniones',
    pairings: 'Acompañamientos',
    waiting: 'En espera de mentor o mentora',
    meetings: 'Encuentros',
    endings: 'Cómo terminaron',
  },
  aboutJoined: 'Quienes entraron',
  aboutHappened: 'Lo que pasó',
  happened: (from, to) => `Lo que pasó del ${from} al ${to}.`,
  happenedHelp: 'Con un grupo: lo que hicieron sus mentores y mentoras.',
  since: 'Desde el',
  until: 'Hasta el',
  usually: 'Lo que más se pide',
  usual: {
    'this-quarter': 'Este trimestre',
    'last-quarter': 'El trimestre anterior',
    'this-year': 'Este año',
    'last-year': 'El año anterior',
  },
  quarter: (quarter, year) => `${MONTHS[quarter - 1] ?? ''} de ${year}`,
  count: {
    questions: many('pregunta', 'preguntas'),
    days: many('día', 'días'),
    reviews: many('revisión', 'revisiones'),
    pairings: many('acompañamiento', 'acompañamientos'),
    meetings: many('encuentro', 'encuentros'),
    requests: many('petición', 'peticiones'),
  },
  left: 'Se fueron',
  state: (all, ready, training) =>
    `De ${all === 1 ? '1 persona que entró' : `${all} personas que entraron`}, ${ready} ${ready === 1 ? 'está' : 'están'} a punto hoy y ${training} ${training === 1 ? 'sigue' : 'siguen'} en formación.`,
  stateHelp: 'En qué punto está hoy cada persona. Cada una se cuenta una vez.',
  support: (reviews, sessions) =>
    `Hubo ${reviews === 1 ? '1 revisión de apoyo' : `${reviews} revisiones de apoyo`} y ${sessions === 1 ? '1 reunión de grupo' : `${sessions} reuniones de grupo`}.`,
  supportHelp:
    'Quien tuvo dos revisiones cuenta dos veces entre las revisiones y una vez entre las personas. Las reuniones canceladas no cuentan.',
  pairings: (requests, begun, open) =>
    `${requests === null ? '' : `${requests === 1 ? 'Llegó 1 petición' : `Llegaron ${requests} peticiones`}. `}${begun === 1 ? 'Empezó 1 acompañamiento' : `Empezaron ${begun} acompañamientos`}, y al final había ${open} en marcha.`,
  pairingsHelp:
    'El dibujo muestra los acompañamientos que empezaron. Una petición de un trimestre puede encontrar mentor o mentora en el siguiente.',
  waiting: (n, median, lower, upper) =>
    n === 1
      ? `1 persona encontró mentor o mentora, después de ${median} días.`
      : `La mitad de ${n} personas tuvo mentor o mentora dentro de los ${median} días después de pedirlo. La mitad del medio esperó de ${lower} a ${upper} días.`,
  waitingHelp:
    'Desde el día de la petición hasta el primer acompañamiento, de los que empezaron en este tiempo. Quien todavía espera está en la lista de espera.',
  meetings: (n, hours) =>
    `${n === 1 ? '1 encuentro' : `${n} encuentros`}, ${hours === 1 ? '1 hora' : `${hours} horas`} en total.`,
  meetingsHelp: 'Como los anotaron los mentores y mentoras. Las horas están redondeadas.',
  endings: (n) => (n === 1 ? 'Terminó 1 acompañamiento.' : `Terminaron ${n} acompañamientos.`),
  endingsHelp: 'Por qué, como quedó anotado. Ningún motivo culpa a nadie.',
  funder: {
    link: 'Una página para quien financia',
    title: 'Informe',
    choose: '¿De qué tiempo?',
    chooseHelp:
      'Dé a quien financia tiempos que no se crucen: de dos que se diferencian en pocos días se pueden deducir números pequeños.',
    period: (from, to) => `Del ${from} al ${to}`,
    made: (day) => `Hecho el ${day}`,
    hiding:
      'No se muestran grupos de menos de 5 personas ni nada de lo que se podrían deducir: en su lugar hay una raya. No se puede reconocer a nadie.',
    people: 'Personas que entraron en este tiempo',
    support: 'Formación y apoyo en este tiempo',
    pairings: 'Personas acompañadas en este tiempo',
    endings: 'Acompañamientos que terminaron',
    requests: 'Peticiones de mentor o mentora',
    begun: 'Acompañamientos que empezaron',
    waited: 'La mitad de quienes encontraron mentor o mentora esperó como máximo',
    meetings: 'Encuentros',
    hours: 'Horas de compañía',
    reviewed: 'Mentores y mentoras con una revisión de apoyo',
    reviews: 'Revisiones de apoyo',
    sessions: 'Reuniones de grupo',
    came: 'Personas que vinieron a una',
    readyToday: 'Mentores y mentoras a punto el día de este informe',
    rest: 'Otros motivos',
    all: 'Todos',
    order: 'El último día es anterior al primero: se muestra este trimestre',
    keyStages: 'Llegaron hasta ahí, de quienes entraron',
    keyEndings: 'De todos los que terminaron',
    columns: ['Parte', 'Qué', 'Número'],
  },
  who: (from, to) =>
    from && to
      ? `Personas que entraron del ${from} al ${to}.`
      : from
        ? `Personas que entraron el ${from} o después.`
        : to
          ? `Personas que entraron el ${to} o antes.`
          : 'Todas las personas que entraron alguna vez.',
  whoHelp:
    'También se cuenta a quienes se fueron. Quien pasó a otro programa se cuenta en el otro.',
  cohort: 'Grupo',
  all: 'Todo',
  from: 'Entraron desde el',
  to: 'Entraron hasta el',
  year: 'Entraron en',
  show: 'Mostrar',
  problems: {
    from: 'Escriba el primer día como fecha, por ejemplo 2026-01-31',
    to: 'Escriba el último día como fecha, por ejemplo 2026-12-31',
    order: 'El último día es anterior al primero. Se muestra a todas las personas',
  },
  none: 'Todavía no hay nada que informar sobre estas personas.',
  picture: 'Dibujo',
  table: 'Lo mismo en una tabla',
  save: 'Guardar esta tabla',
  print: 'Imprimir',
  stages: {
    joined: 'Entraron',
    began: 'Empezaron el curso',
    half: 'Hicieron la mitad',
    finished: 'Terminaron el curso',
    observed: 'Hicieron una práctica observada',
    ready: 'Aprobación: a punto',
  },
  columns: {
    stage: 'Etapa',
    people: 'Personas',
    ofJoined: 'De cada 100 que entraron',
    days: 'Días',
    module: 'Dónde trabajaron por última vez',
    question: 'Pregunta',
    answered: 'Personas que contestaron',
    right: 'Bien a la primera',
    verdict: 'Qué nos dice',
    principle: 'Principio',
    kept: 'Cumplido',
    missed: 'Faltó',
    crossed: 'Cruzado',
    replies: 'Respuestas',
    line: 'Línea',
    n: 'Personas que contestaron dos veces',
    before: 'Antes',
    after: 'Después',
    change: 'Cambio',
    low: 'Intervalo desde',
    high: 'Intervalo hasta',
    programme: 'Programa',
    median: 'La mitad tardó como máximo (días)',
    lower: 'Una cuarta parte tardó como máximo',
    upper: 'Tres cuartas partes tardaron como máximo',
    standing: 'En qué punto están',
    when: 'Cuándo',
    reviews: 'Revisiones de apoyo',
    reviewed: 'Personas que tuvieron una',
    sessions: 'Reuniones de grupo',
    came: 'Personas que vinieron',
    requests: 'Peticiones',
    begun: 'Empezaron',
    ended: 'Terminaron',
    open: 'En marcha al final',
    meetings: 'Encuentros',
    hours: 'Horas',
    pairings: 'Acompañamientos',
    mentors: 'Mentores y mentoras',
    why: 'Por qué',
  },
  ofAll: (n, all) => `${n} de ${all}`,
  people: (n) => (n === 1 ? '1 persona' : `${n} personas`),
  funnel: (n) =>
    `De ${n.joined} ${n.joined === 1 ? 'persona que entró' : 'personas que entraron'}, ${n.began} empezaron el curso, ${n.finished} lo terminaron y ${n.ready} recibieron la aprobación.`,
  funnelHelp: 'Quien llegó a una etapa posterior cuenta en todas las anteriores.',
  time: (n, median, lower, upper) =>
    n === 1
      ? `1 persona recibió la aprobación, después de ${median} días.`
      : `La mitad de ${n} personas recibió la aprobación dentro de los ${median} días después de entrar. La mitad del medio tardó de ${lower} a ${upper} días.`,
  timeHelp: 'Desde el día en que entraron hasta la primera aprobación.',
  upTo: (days) => `Hasta ${days} días`,
  fromTo: (from, to) => `De ${from} a ${to} días`,
  over: (days) => `Más de ${days} días`,
  stops: (n, where) =>
    n === 0
      ? 'Nadie se detuvo: todas las personas trabajaron en los últimos 14 días, están en pausa o terminaron.'
      : `${n === 1 ? '1 persona se detuvo' : `${n} personas se detuvieron`} antes del final. Lo más frecuente fue aquí: ${where}.`,
  stopsHelp: 'Se detuvo: 14 días sin trabajar, sin pausa, sin terminar y sin aprobación.',
  notBegun: 'Sin empezar',
  elsewhere: 'En otra parte',
  questions: (n, everybody, nobody) =>
    `De ${n} preguntas con suficientes respuestas, casi todo el mundo contesta bien ${everybody} a la primera, y casi nadie contesta bien ${nobody}.`,
  questionsHelp:
    'Cuenta la primera respuesta de cada persona. Una pregunta que casi todo el mundo contesta bien enseña poco. Una que casi nadie contesta bien puede ser confusa, o lo es su lección. Menos de 5 respuestas no dicen nada.',
  kinds: {
    'nearly-nobody': 'Casi nadie bien',
    between: 'En el medio',
    'nearly-everybody': 'Casi todo el mundo bien',
    'too-few': 'Muy pocas respuestas',
  },
  practice: (replies, principle, crossed) =>
    crossed === 0
      ? `En ${replies} elecciones no se cruzó ningún límite.`
      : `En ${replies} elecciones, el límite que más se cruzó fue: ${principle} (${crossed} veces).`,
  practiceHelp:
    'Cada respuesta de cada conversación de práctica, también los primeros caminos: probando se aprende. Una respuesta puede tratar de varios principios.',
  practiceText: (kept, missed, crossed) => `${kept} cumplido, ${missed} faltó, ${crossed} cruzado`,
  allReplies: 'todas las respuestas',
  less: (n) => `${n} menos`,
  more: (n) => `${n} más`,
  confidenceKey: 'La raya muestra dónde está el cambio en 95 de 100 casos; el punto, su promedio.',
  confidence: (n, change, low, high) =>
    low === null || high === null
      ? `${n === 1 ? '1 persona dijo' : `${n} personas dijeron`} antes y después qué tan seguras se sienten. El cambio es de ${change} puntos de 10.`
      : `${n} personas dijeron antes y después qué tan seguras se sienten. En promedio cambiaron ${change} puntos de 10 (intervalo del 95 %: de ${low} a ${high}).`,
  confidenceUnsure: 'El intervalo incluye el 0: puede ser casualidad.',
  confidenceHelp:
    'Solo personas que contestaron una línea las dos veces. Sentirse seguro no es lo mismo que hacerlo bien; léalo junto con las prácticas observadas.',
  confidenceText: (n, change, low, high) =>
    low === null || high === null
      ? `${change} (n\u00a0=\u00a0${n})`
      : `${change}, de ${low} a ${high} (n\u00a0=\u00a0${n})`,
  overall: 'Todas las líneas',
  manageTitle: 'Informes de todos los programas',
  manageIntro:
    'Por programa, personas que entraron en un año. No se muestran grupos de menos de 5 personas ni números de los que se podrían deducir: en su lugar hay una raya. La última fila suma solo lo que se muestra.',
  manageFunnel: (programmes, joined, ready) =>
    programmes === 0
      ? 'De ningún programa se muestran todos los números.'
      : `En ${programmes === 1 ? '1 programa' : `${programmes} programas`} con todos los números a la vista, entraron ${joined} personas y ${ready} recibieron la aprobación.`,
  manageTime: (name, median) =>
    `El camino más corto fue en ${name}: la mitad tardó como máximo ${median} días.`,
  manageConfidence: (name, change) =>
    `El mayor cambio en la confianza fue en ${name}: ${change} puntos de 10 en promedio.`,
  manageNone: 'Ningún programa tiene en este año un grupo bastante grande para mostrarlo.',
  shown: 'Todo lo que se muestra',
  hidden: '–',
}
