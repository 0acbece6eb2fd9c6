import type { ReviewsWords } from '../en/reviews.ts'

export const reviews: ReviewsWords = {
  menu: 'Revisiones de apoyo',
  title: 'Revisiones de apoyo',
  intro:
    'Una conversación regular sobre cómo va la mentoría: qué salió bien, qué le quedó dando vueltas, una habilidad, cómo está y a cuántas personas puede acompañar. El mentor o la mentora lee todo lo de esta página.',
  rhythm:
    'La primera es después de 3 encuentros con la persona que acompaña o a las 4 semanas de la aprobación, lo que llegue antes. Después, cada 3 meses, salvo que acuerden otro día.',
  due: (day) => `La próxima revisión es el ${day}.`,
  overdue: (day) => `Esta revisión tocaba el ${day}.`,
  notReady:
    'No hay una aprobación vigente, así que no toca ninguna revisión. Puede escribir una de todos modos.',
  none: 'Todavía no hay ninguna revisión escrita.',
  write: 'Escribir una revisión',
  calendar: 'Poner la próxima en mi calendario',
  calendarTitle: 'Revisión de apoyo',
  concernTitle: 'Algo que le preocupa',
  concern:
    'Las preocupaciones no van aquí, porque el mentor o la mentora lee esta página. Escríbalas como una nota del tipo «preocupación»: esas solo las lee la coordinación.',
  concernLink: 'Escribir una nota',
  heldOn: (day, name) => `${day}, con ${name}`,
  wentWell: 'Qué salió bien',
  stayed: 'Qué le quedó dando vueltas',
  skill: 'Una habilidad para trabajar',
  stayedYou: 'Qué le quedó dando vueltas',
  wellbeing: 'Cómo está',
  wellbeingYou: 'Cómo está usted',
  wellbeings: {
    1: '1 – ahora muy difícil',
    2: '2 – bastante difícil',
    3: '3 – ni bien ni mal',
    4: '4 – bastante bien',
    5: '5 – bien',
  },
  capacity: 'A cuántas personas puede acompañar',
  capacityYou: 'A cuántas personas puede acompañar usted',
  people: (n) => (n === 0 ? 'Por ahora a nadie' : n === 1 ? '1 persona' : `${n} personas`),
  next: 'Próxima revisión',
  actions: 'Lo que se acordó',
  actionBy: (day) => `Para el ${day}`,
  actionDone: (day) => `Hecho el ${day}`,
  markDone: 'Marcar como hecho',
  markDoneNamed: (text) => `Marcar como hecho: ${text}`,
  lesson: 'Lección para ver otra vez:',

  formTitle: 'Escribir una revisión de apoyo',
  seen: 'Quién ve esto: el mentor o la mentora y la coordinación del programa. Por favor, no escriba los nombres de las personas que acompaña.',
  agenda: 'De qué hablar',
  agendaReflections: 'Reflexiones que quiso compartir',
  agendaNew: 'nueva desde la última revisión',
  agendaNone: 'No ha compartido ninguna reflexión.',
  agendaActions: 'Lo que se acordó la última vez y sigue pendiente',
  agendaLast: (wellbeing, capacity) => `La última vez: ${wellbeing}; podía acompañar: ${capacity}.`,
  day: '¿Cuándo fue la revisión?',
  stayedHelp: 'Lo que todavía piensa. Puede dejarlo vacío.',
  skillHelp: 'Algo que le gustaría hacer mejor. Puede dejarlo vacío.',
  wellbeingHelp: 'Como lo dice la propia persona.',
  capacityHelp: 'Desde ahora el registro muestra este número.',
  action: (n) => `Acuerdo ${n}`,
  actionText: '¿Qué se va a hacer y quién lo hace?',
  actionDue: '¿Para cuándo?',
  actionLesson: '¿Hay una lección que ayude?',
  actionNoLesson: 'Ninguna lección',
  actionsHelp: 'Hasta 3. Deje vacío lo que no necesite.',
  nextOn: 'Día de la próxima revisión',
  nextHelp: 'Dentro de tres meses, salvo que hayan acordado otro día.',
  save: 'Guardar la revisión',
  saved: 'La revisión está guardada. El mentor o la mentora ya la puede leer.',
  problems: {
    'text-missing': 'Escriba qué salió bien',
    'day-malformed': 'Escriba el día de la revisión como fecha',
    'day-future': 'La revisión no puede ser después de hoy',
    'wellbeing-missing': 'Elija cómo está, del 1 al 5',
    'capacity-missing': 'Elija a cuántas personas puede acompañar',
    'next-malformed': 'Escriba el día de la próxima revisión como fecha',
    'next-past': 'La próxima revisión tiene que ser después de esta y no puede estar en el pasado',
    'next-too-far': 'La próxima revisión tiene que ser dentro de los próximos 12 meses',
    'action-text': 'Escriba qué se va a hacer, o deje vacíos el día y la lección',
    'action-day': 'Escriba para cuándo, como fecha',
    'too-long': 'Es demasiado largo. Use 4,000 caracteres como máximo',
    oneself: 'Usted no puede hacer su propia revisión. Pídasela a otra persona de la coordinación',
  },

  meetings: {
    title: 'Encuentros',
    intro:
      'Anote cada vez que se encontró con alguien a quien acompaña: en persona, por teléfono o por carta. Después de 3 encuentros, la coordinación le propone la primera revisión de apoyo. No escriba ningún nombre ni nada sobre la persona.',
    day: '¿Qué día se encontraron?',
    whoSees: 'La coordinación y quienes observan en su programa ven el día.',
    note: 'Anotar este encuentro',
    saved: 'El encuentro está anotado.',
    taken: 'El encuentro se quitó.',
    count: (n) =>
      n === 0
        ? 'Todavía no ha anotado ningún encuentro.'
        : n === 1
          ? 'Ha anotado 1 encuentro.'
          : `Ha anotado ${n} encuentros.`,
    newest: (n) => `Estos son los ${n} más recientes.`,
    takeBack: 'Quitar',
    takeBackNamed: (day) => `Quitar el encuentro del ${day}`,
    beforeSignOff: (day) =>
      `Este día es anterior a su aprobación del ${day}. Elija un día posterior`,
    problems: {
      'day-malformed': 'Escriba el día del encuentro como fecha',
      'day-future': 'El encuentro no puede ser después de hoy',
    },
    countOf: (n) =>
      n === 0
        ? 'No ha anotado ningún encuentro desde la aprobación.'
        : n === 1
          ? 'Ha anotado 1 encuentro desde la aprobación.'
          : `Ha anotado ${n} encuentros desde la aprobación.`,
    latest: (day) => `El último fue el ${day}.`,
  },

  mineTitle: 'Mis encuentros y revisiones de apoyo',
  mineIntro:
    'De qué hablaron usted y su coordinador o coordinadora, y qué acordaron. Solo lo ven usted y la coordinación de su programa.',
  mineNone:
    'Todavía no hay nada aquí. Su coordinador o coordinadora habla con usted por primera vez después de 3 encuentros o de 4 semanas de acompañar.',
  lineTitle: 'Revisión de apoyo',
  lineNext: (day) => `Su próxima conversación con la coordinación es el ${day}.`,
  lineWas: (day) =>
    `Su conversación con la coordinación estaba prevista para el ${day}. Se pondrán en contacto con usted.`,
  lineOpen: (n) =>
    n === 1
      ? 'Queda pendiente 1 cosa que acordaron.'
      : `Quedan pendientes ${n} cosas que acordaron.`,
  lineLink: 'Ver mis revisiones de apoyo',
  lineFirst: (day) =>
    `La coordinación habla con usted después de 3 encuentros, y a más tardar el ${day}.`,
  lineFirstDue: 'Es hora de su primera revisión. La coordinación se pondrá en contacto con usted.',
  lineMeetings: 'Anotar un encuentro o ver mis revisiones',
}
