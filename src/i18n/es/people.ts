import type { PeopleWords } from '../en/people.ts'

export const people: PeopleWords = {
  desk: {
    menu: 'Páginas de este programa',
    more: 'Más',
    trainees: 'En formación',
    inbox: 'Mensajes',
    people: 'Personas',
    invitations: 'Invitaciones',
    applications: 'Solicitudes',
    cohorts: 'Grupos',
    groupSessions: 'Reuniones',
    teaching: 'Enseñar el curso',
    programme: 'Programa',
    all: 'Todo',
    none: 'Todavía no hay nada aquí.',
    save: 'Guardar',
    saved: 'Guardado',
    show: 'Mostrar',
  },
  teaching: {
    intro:
      'Para quienes enseñan el curso y acompañan a las personas mentoras. Cada página se puede imprimir. Quien está en formación no ve estas páginas.',
    back: 'Todas las páginas para quienes enseñan',
    toConfirm: {
      title: 'Por confirmar aquí',
      summary:
        'Lo que una enfermera, un abogado o la persona responsable de protección debe confirmar antes de que alguien se apoye en ello: una lista para cada quien.',
      intro:
        'El curso dice estas cosas con claridad y toma el lado más prudente. Antes de que alguien se apoye en ellas aquí, una persona que sabe debe decir que valen en este lugar.',
      help: 'Lleve cada lista a esa persona y guarde la hoja firmada. Si algo aquí es distinto, avise a quien cuida el curso, y avise a sus mentores el mismo día. Quien está en formación no ve esta página.',
      none: 'No hay nada por confirmar.',
      ask: (who: string) => `Para ${who}`,
      open: 'Qué falta saber:',
      where: 'Dónde está:',
      signed: 'Lo confirmó (nombre y fecha): ______________________________',
    },
    groups: {
      program: 'Llevar el programa',
      plans: 'Planear la formación',
      scenes: 'Escenas para practicar',
      support: 'Cuidar a quienes acompañan',
      forms: 'Formularios',
    },
    sheetSummary:
      'En blanco, para cualquier práctica: cada punto con lo que se ve en cada nivel, y lugar para escribir.',
    toPrint: 'Para imprimir',
  },
  applications: {
    title: 'Solicitudes',
    waitingSince: {
      open: (n, day) =>
        n === 1
          ? `1 persona espera la primera conversación desde el ${day}`
          : `${n} personas esperan la primera conversación; la primera, desde el ${day}`,
      again: (n, day) =>
        n === 1
          ? `1 persona iba a tener noticias suyas el ${day}`
          : `${n} personas iban a tener noticias suyas; la primera, el ${day}`,
      invite: (n, day) =>
        n === 1
          ? `1 persona espera la invitación desde el ${day}`
          : `${n} personas esperan la invitación; la primera, desde el ${day}`,
    },
    againOn: '¿Cuándo volverá a comunicarse?',
    againOnHelp: 'Solo si elige «Más adelante». Desde ese día aparece en su página de inicio.',
    againOnDay: (day) => `Volver a comunicarse el ${day}`,
    intro: 'Se conversa con todas las personas que se ofrecen. Primero están las que esperan.',
    open: (n) =>
      n === 0
        ? 'Nadie espera una primera conversación.'
        : n === 1
          ? '1 persona espera una primera conversación.'
          : `${n} personas esperan una primera conversación.`,
    filter: 'Mostrar',
    columnName: 'Nombre',
    columnSent: 'Enviada',
    columnState: 'Cómo va',
    states: {
      open: 'Espera una primera conversación',
      invite: 'Por invitar',
      invited: 'Con invitación',
      later: 'Más adelante',
      'other-ways': 'Otras maneras de participar',
    },
    stateAll: 'Todas',
    page: 'Solicitud',
    joins: {
      title: '¿La misma persona?',
      words: (day) =>
        `Una solicitud del ${day} tiene el mismo nombre y el mismo contacto. Si es la misma persona, júntelas: no se pierde nada de ninguna, y esperan una sola vez.`,
      do: 'Es la misma persona: juntarlas',
      see: 'Ver la otra solicitud',
      joined: (day) => `También enviada el ${day}`,
      by: (by, day) => `La juntó ${by}, el ${day}.`,
      under: (by, day) =>
        `${by} juntó esta con otra solicitud de la misma persona, el ${day}. Lo que se decide está ahí.`,
      seeStays: 'Ir a la solicitud que vale por las dos',
      part: 'Es otra persona: separarlas',
      problems: {
        itself: 'Es la misma solicitud. A nadie se le junta consigo mismo',
        'not-alike':
          'Estas dos no tienen el mismo nombre y el mismo contacto, así que no se juntan',
        'joined-before': 'Una de las dos ya está junta con otra. Mírela otra vez',
      },
    },
    answers: 'Lo que escribió',
    nothing: 'Nada escrito',
    contact: 'Cómo comunicarse',
    language: 'Idioma',
    sentOn: (day) => `Enviada el ${day}`,
    talkTitle: 'Primera conversación',
    talkIntro:
      'Anote qué resultó de la conversación. Cuenta la última; las anteriores se conservan.',
    talks: 'Conversaciones anteriores',
    outcome: '¿Qué decidieron juntos?',
    outcomes: {
      invite: 'Invitar al curso',
      later: 'Más adelante: ahora no',
      'other-ways': 'Otras maneras de participar',
    },
    outcomeHelp: {
      invite: 'Después prepara la invitación.',
      later: 'Diga cuándo volverá a comunicarse.',
      'other-ways':
        'Dé las gracias y nombre lo que le va bien: contar su historia, ayudar en un evento, aconsejar al personal, un grupo de apoyo.',
    },
    message: 'Lo que le dice a la persona',
    messageHelp: 'Con amabilidad y claridad. Usted se lo dice o se lo envía; aquí queda guardado.',
    internalNote: 'Nota interna',
    internalNoteHelp:
      'Solo la coordinación de este programa puede leerla. Escriba solo lo que podría explicar.',
    save: 'Guardar la primera conversación',
    problems: {
      'outcome-missing': 'Elija qué decidieron',
      'message-missing': 'Escriba lo que le dice a la persona',
      'again-missing': 'Escriba el día en que volverá a comunicarse',
      'again-past': 'Elija un día posterior a hoy',
      'again-too-far': 'Elija un día dentro de 12 meses',
      'too-long':
        'Uno de los textos es demasiado largo. Use como máximo 4,000 caracteres en cada uno',
    },
    invite: 'Preparar la invitación',
    invited: (day) => `La invitación se preparó el ${day}.`,
    joined: (day) => `Entró el ${day}.`,
    tell: 'Por favor, dígaselo ahora:',
    talkBy: (name, day) => `${name}, ${day}`,
  },
  cohorts: {
    title: 'Grupos',
    intro: 'Un grupo son personas en formación que aprenden al mismo tiempo.',
    make: 'Crear un grupo',
    name: 'Nombre del grupo',
    nameHelp: 'Por ejemplo: Primavera, martes por la tarde.',
    rename: 'Cambiar el nombre',
    renameOf: (name) => `Nombre nuevo para ${name}`,
    archive: 'Archivar',
    archiveOf: (name) => `Archivar ${name}`,
    back: 'Traer de vuelta',
    backOf: (name) => `Traer de vuelta ${name}`,
    archived: 'Archivado',
    archivedHelp: 'Sus personas siguen en él. Solo deja de ofrecerse.',
    count: (n) => (n === 1 ? '1 persona en formación' : `${n} personas en formación`),
    problems: {
      missing: 'Escriba un nombre para el grupo',
      'too-long': 'El nombre es demasiado largo. Use como máximo 60 caracteres',
      taken: 'Ya hay un grupo con este nombre',
    },
  },
  people: {
    title: 'Personas',
    intro: 'Quién hace qué en este programa.',
    role: 'Función',
    cohort: 'Grupo',
    anyState: 'Aquí; por nombre, cualquiera',
    outsideCohorts: 'Sin grupo',
    state: 'Estado',
    here: 'Están ahora',
    left: 'Se fueron',
    columnName: 'Nombre',
    columnRole: 'Función',
    columnCohort: 'Grupo',
    columnSince: 'Desde',
    leftOn: (day) => `se fue el ${day}`,
    disabled: 'Cuenta desactivada',
    noneFound: 'Nadie coincide.',
    record: 'Abrir el expediente de la persona',
    inProgramme: (programme) => `En ${programme}`,
    cohortTitle: 'Grupo',
    cohortDo: 'Guardar el grupo',
    moveTitle: 'Pasar a otro programa',
    moveHelp:
      'Todo lo que hizo va con la persona. Usted ya no ve su expediente, a menos que coordine el otro programa. Una aprobación vale solo donde se dio: una persona mentora sale en el acto de este registro.',
    moveTo: 'A',
    moveDo: 'Pasar a la persona',
    archiveTitle: 'Deja el programa',
    archiveHelp:
      'Su historia se conserva y se le puede traer de vuelta. Ya no puede usar las páginas de este programa, y una persona mentora sale en el acto del registro.',
    archiveReason: 'Motivo',
    archiveReasonHelp: 'Lo lee la coordinación. Por favor, sin detalles de salud.',
    archiveDo: 'Archivar',
    leftBecause: 'Motivo:',
    moved: 'Pasó a otro programa',
    backDo: 'Traer de vuelta',
    observerTitle: 'Observar',
    observerYes: 'Observa prácticas en este programa.',
    observerNo:
      'Un mentor o una mentora con experiencia puede observar prácticas. Entonces ve los expedientes de las personas en formación, menos las notas internas.',
    observerGive: 'Dar la función de observar',
    observerTake: 'Quitar la función de observar',
    roleGiven: 'Desde',
    password: 'Su contraseña',
    passwordHelp: 'Cambiar lo que alguien puede hacer pide otra vez que muestre quién es usted.',
    problems: {
      'reason-missing': 'Escriba el motivo',
      'reason-too-long': 'El motivo es demasiado largo. Use como máximo 1,000 caracteres',
      oneself:
        'Nadie puede quitarse su propia función ni desactivarse. Pida ayuda a otra persona de administración',
      'last-administrator': 'Primero debe haber otra persona de administración',
      'not-now': 'Alguien cambió esto mientras tanto. Por favor, mire otra vez',
      cohort: 'Elija uno de los grupos',
      programme: 'Elija uno de los programas',
    },
  },
  together: {
    choose: 'Elegir',
    legend: '¿Qué debe pasar con varias personas?',
    help: 'Elija personas de la lista, o todas. Primero verá a quiénes afecta, y antes no pasa nada.',
    acts: {
      cohort: 'Ponerlas en un grupo',
      archive: 'Dejan el programa',
      export: 'Guardarlas en un archivo',
    },
    all: (n) =>
      n === 1 ? 'La única persona de esta lista' : `Las ${n} de esta lista, en todas las páginas`,
    go: 'Mirarlo antes',
    nobody: 'Elija personas de la lista, y qué debe pasar con ellas',
    title: {
      cohort: 'Poner a varias personas en un grupo',
      archive: 'Varias personas dejan el programa',
      export: 'Guardar a varias personas en un archivo',
    },
    nothingYet: 'Todavía no ha pasado nada.',
    count: (n) => (n === 1 ? 'Afecta a 1 persona:' : `Afecta a ${n} personas:`),
    more: (n) => `y ${n} más`,
    none: 'No funciona con ninguna.',
    tooMany: 'Son más de 10 000. Reduzca antes la lista.',
    not: (n) => (n === 1 ? 'Con 1 no funciona:' : `Con ${n} no funciona:`),
    why: {
      'no-trainee': 'no está en formación',
      left: 'ya dejó el programa',
      'same-cohort': 'ya está en este grupo',
    },
    cohort: 'Grupo',
    cohortMissing: 'Elija un grupo, o que no estén en ninguno',
    noCohort: 'En ningún grupo',
    columns:
      'El archivo tiene nombre, función, grupo, correo, teléfono, desde cuándo y cuándo se fueron. Guárdelo en un lugar seguro.',
    do: {
      cohort: (n) => (n === 1 ? 'Poner a 1 persona' : `Poner a ${n} personas`),
      archive: (n) => (n === 1 ? 'Archivar a 1 persona' : `Archivar a ${n} personas`),
      export: (n) => (n === 1 ? 'Guardar a 1 persona' : `Guardar a ${n} personas`),
    },
    changed: 'Mientras tanto hay otras personas en esta lista. Mírela otra vez',
    twice: 'Esto ya se hizo.',
    done: {
      cohort: (n) => (n === 1 ? '1 persona cambió de grupo.' : `${n} personas cambiaron de grupo.`),
      archive: (n) =>
        n === 1 ? '1 persona dejó el programa.' : `${n} personas dejaron el programa.`,
    },
    left: (n) => (n === 1 ? '1 se quedó como estaba.' : `${n} se quedaron como estaban.`),
    csv: {
      name: 'Nombre',
      role: 'Función',
      cohort: 'Grupo',
      email: 'Correo',
      phone: 'Teléfono',
      since: 'Desde',
      left: 'Se fue',
    },
  },
  groups: {
    title: 'Reuniones',
    intro:
      'Encuentros de personas en formación y mentores. Todo el programa ve las próximas en su propia página.',
    plan: 'Planear una reunión',
    name: 'Título',
    nameHelp: 'Por ejemplo: Práctica de escucha. Por favor, nada sobre la salud de alguien.',
    day: 'Día',
    time: 'Hora',
    timeHelp: (zone) => `Según los relojes del programa: ${zone}.`,
    which: '¿Cuál de las dos horas es?',
    whichHelp: 'Ese día los relojes se atrasan, así que esta hora llega dos veces.',
    whichOf: {
      first: (moment) => `La primera: ${moment}`,
      second: (moment) => `La segunda, más tarde: ${moment}`,
    },
    minutes: '¿Cuántos minutos dura?',
    minutesHelp: 'Por ejemplo, 90. Así queda en el calendario de cada persona.',
    long: (minutes) =>
      minutes % 60 === 0
        ? minutes === 60
          ? '1 hora'
          : `${minutes / 60} horas`
        : `${minutes} minutos`,
    place: 'Lugar o enlace',
    change: 'Cambiar esta reunión',
    cancel: 'Cancelar esta reunión',
    uncancel: 'Sí se hace la reunión',
    cancelled: 'Cancelada',
    columnTitle: 'Reunión',
    columnWhen: 'Cuándo',
    columnPlace: 'Lugar',
    columnCame: 'Quién vino',
    came: (n) => (n === 1 ? '1 persona' : `${n} personas`),
    attendance: '¿Quién vino?',
    attendanceHelp: 'Marque a todas las personas que estuvieron. Puede cambiarlo después.',
    attendanceSave: 'Guardar quién vino',
    saved: 'Guardado. Lo ven en su página quienes se forman y acompañan en el programa.',
    cameSaved: (n) => (n === 1 ? 'Guardado: vino 1 persona.' : `Guardado: vinieron ${n} personas.`),
    calendarCancelled: 'Quitarla de mi calendario',
    calendar: 'Añadir a mi calendario',
    coming: 'Próximas reuniones',
    attended: 'Reuniones a las que vino',
    attendedNone: 'Ninguna todavía.',
    asEvidence:
      'Su programa muestra la asistencia como evidencia. No hace falta para ningún punto.',
    problems: {
      'title-missing': 'Escriba un título',
      'place-missing': 'Escriba un lugar o un enlace',
      'day-malformed': 'Elija el día',
      'time-malformed': 'Elija la hora',
      'time-skipped':
        'Esa hora no existe ese día: los relojes se adelantan y la saltan. Elija una hora anterior o posterior',
      'time-twice': 'Elija cuál de las dos horas es',
      'minutes-malformed': 'Escriba los minutos como un número entero de 5 a 720, por ejemplo 90',
      'too-long': 'El título o el lugar es demasiado largo',
    },
  },
}
