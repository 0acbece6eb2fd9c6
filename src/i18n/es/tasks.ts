import type { TasksWords } from '../en/tasks.ts'

export const tasks: TasksWords = {
  title: 'Quién se ocupa de esto',
  label: 'Lo que hay que hacer',
  what: '¿Qué quiere hacer?',
  acts: {
    take: 'Me ocupo yo',
    hand: 'Pasarlo a alguien del equipo',
    'put-off': 'Dejarlo para otro día',
    'give-back': 'Devolverlo al equipo',
  },
  actHelp: {
    take: 'Aparece primero en su lista, y el equipo ve que se ocupa usted.',
    hand: 'Aparece primero en la lista de esa persona y sale de la suya.',
    'put-off': 'Sale de todas las listas y vuelve por sí solo ese día.',
    'give-back': 'Ya no es de nadie y aparece en la lista de toda la coordinación.',
  },
  next: {
    harm: 'Decir qué se hizo',
    concern: 'Decir qué se hizo',
    wellbeing: 'Decir qué se hizo',
    pause: 'Decir qué se hizo',
    incident: 'Ver la queja o el incidente',
    'incident-open': 'Ver la queja o el incidente',
    stopped: 'Decidir cómo termina la espera',
    lapsed: 'Ver qué dejó de valer',
    'on-hold': 'Ver las verificaciones',
    pairing: 'Llamar por el acompañamiento',
    bereaved: 'Decir que llamó',
    proposal: 'Seguir con su sí',
    'check-in': 'Decir cómo va',
    check: 'Ver las verificaciones',
    help: 'Responder a la pregunta',
    reflection: 'Leer la reflexión',
    'sign-off': 'Decidir sobre la aprobación',
    'second-signature': 'Firmar en segundo lugar',
    action: 'Ver lo acordado',
    data: 'Responder sobre sus datos',
    unreached: 'Ver por qué no le llega el correo',
    stuck: 'Ver dónde no avanza',
    review: 'Abrir las revisiones de apoyo',
    expiring: 'Renovar la aprobación',
    idle: 'Escribir una nota',
    decide: 'Decidir sobre la aprobación',
    watch: 'Anotar una práctica observada',
  },
  to: '¿A quién? (solo para pasarlo)',
  toNobody: 'Elija un nombre',
  untilOn: '¿Hasta qué día? (solo para dejarlo para otro día)',
  untilHelp: 'Un día dentro de los próximos 12 meses.',
  why: '¿Por qué?',
  whyHelp: 'Una frase. Hace falta si lo deja para otro día.',
  whoSees: 'Solo la coordinación de este programa puede leerlo. No escriba nada sobre la salud.',
  save: 'Guardar',
  whose: (name) => `Se ocupa ${name}.`,
  yours: 'Suyo',
  putOff: (day) => `Aplazado hasta el ${day}`,
  pastHour: 'Nadie contestó a tiempo',
  hold: '¿Quién se ocupa?',
  holdOf: (name) => `: ${name}`,
  wasTaken: (name, day) => `${name} decidió ocuparse, ${day}`,
  wasHanded: (name, day, to) => `${name} lo pasó a ${to}, ${day}`,
  wasPutOff: (name, day, until) => `${name} lo dejó para el ${until}, ${day}`,
  wasGivenBack: (name, day) => `${name} lo devolvió al equipo, ${day}`,
  meanwhile:
    'Alguien decidió ocuparse, lo pasó o lo aplazó mientras usted tenía esta página abierta. Vea abajo qué se hizo y elija de nuevo.',
  done: 'Esto ya está hecho: no espera a nadie.',
  toList: 'Volver a lo que hay que hacer',
  listLabel: 'De quién',
  lists: {
    open: 'Lo mío y lo de nadie',
    mine: 'Lo mío',
    all: 'Lo de todo el equipo, también lo aplazado',
  },
  filter: 'Ver solo una parte o buscar un nombre',
  moreThan: (n) => `más de ${n}`,
  needMore: (n) => `Le esperan más de ${n} personas, ofertas e invitaciones.`,
  folded: (n) => `${n} invitaciones`,
  foldedWhy: (names, others) =>
    others === 0 ? `Sin usar: ${names}` : `Sin usar: ${names} y ${others} más`,
  foldedDo: 'Invitar otra vez',
  notFresh: {
    computing:
      'La lista se está calculando de nuevo. Durante un par de minutos puede faltar aquí lo último que se hizo.',
    stuck:
      'Nuestro disco no admite nada en este momento. Puede faltar aquí lo que se hizo en los últimos minutos; avísenos si sigue así.',
  },
  none: 'Aquí no espera nada.',
  call: {
    subject: 'Por favor, mire su lista',
    text: (m) =>
      `Hola, ${m.name}:\n\nAlgo sobre ${m.people === 1 ? 'una persona' : `${m.people} personas`} espera desde hace más de ${m.hours === 1 ? 'una hora' : `${m.hours} horas`} y nadie dijo todavía qué se hizo.\n\n${m.isCoordinator ? 'Por favor, entre y diga qué se hizo o que usted se ocupa' : 'Por favor, asegúrese de que alguien de la coordinación entre y lo mire'}:\n${m.url}\n\nEste mensaje llega a toda la coordinación del programa y a la administración. Si alguien ya respondió, lo verá allí.\n`,
  },
  own: {
    title: 'Quién acompaña a esta persona',
    label: 'La acompaña',
    change: 'Cambiar',
    intro:
      'Lo que haya que hacer por esta persona aparece primero en la lista de quien la acompaña. Un peligro sigue en la lista de todo el equipo.',
    now: (name) => `${name} acompaña a esta persona.`,
    nowNobody: 'Nadie en particular acompaña a esta persona.',
    to: '¿Quién la acompaña desde ahora?',
    nobody: 'Nadie en particular',
    was: (by, to, day) => `${by} indicó: ${to}, ${day}`,
    missing: 'Elija a alguien de la coordinación o «Nadie en particular»',
    meanwhile: 'Otra persona lo cambió mientras usted tenía esta página abierta. Está abajo.',
  },
  handOver: {
    title: 'Pasar lo que hay que hacer',
    link: 'Pasar todo lo mío',
    intro:
      'Para unas vacaciones, o cuando alguien se va: todo lo que tiene que hacer una persona de la coordinación pasa de una vez a otra. Primero se ve qué es.',
    alone: 'Todavía nadie más coordina este programa. La administración puede invitar a alguien.',
    from: 'De',
    to: 'A',
    preview: 'Mostrar qué es',
    goes: (n, to) =>
      n === 0
        ? `No hay nada que pueda pasar a ${to}`
        : n === 1
          ? `1 asunto pasa a ${to}`
          : `${n} asuntos pasan a ${to}`,
    more: 'Pasan como mucho 500 a la vez. Después esta página muestra lo que queda: entregue eso también.',
    how: '¿Por cuánto tiempo?',
    now: 'Solo lo que espera ahora',
    nowHelp: 'Lo que venga después sobre estas personas llega a quien llegaba antes.',
    good: (people) =>
      people === 1
        ? 'Para siempre: pasa también la persona que acompaña'
        : `Para siempre: pasan también las ${people} personas que acompaña`,
    save: (to) => `Pasar esto a ${to}`,
    meanwhile: 'Algo cambió mientras usted tenía abierta esta página. Abajo está lo que hay ahora.',
    problems: {
      'to-missing': 'Elija a alguien que coordine este programa',
      'how-missing': 'Elija por cuánto tiempo',
      'too-long': 'Use 300 caracteres como máximo',
      nothing: 'No hay nada que pasar',
    },
  },
  problems: {
    'act-missing': 'Elija qué quiere hacer',
    'to-missing': 'Elija a alguien que coordine este programa',
    'why-missing': 'Escriba en una frase por qué puede esperar',
    'too-long': 'Use como máximo 300 caracteres',
    'danger-waits':
      'Esto no se puede aplazar. Diga qué se hizo al respecto y cuándo volver a mirarlo',
    'again-missing': 'Escriba el día como una fecha',
    'again-past': 'Elija un día posterior a hoy',
    'again-too-far': 'Elija un día dentro de 12 meses',
  },
}
