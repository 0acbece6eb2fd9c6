import type { ManageWords } from '../en/manage.ts'

export const manage: ManageWords = {
  clockWaits: (days: number, newest: string, today: string) =>
    `No se está borrando nada antiguo. El reloj de este servidor dice ${today}, y la hora más reciente de la base de datos es ${newest}, ${days} días antes. Avise a quien se ocupa del servidor: o el reloj está mal, o estuvo apagado todo ese tiempo. El registro del servidor dice con qué comando se sigue.`,
  title: 'Administración',
  intro:
    'Invite a quienes coordinan cada programa. Ellas y ellos invitan a las personas en formación y a quienes observan.',
  programmes: 'Programas',
  coordinators: 'Quienes coordinan y observan',
  noCoordinators: 'Todavía nadie.',
  nobodyCoordinates: (needs, danger) =>
    `Nadie coordina este programa, así que nadie ve a quien espera: ${needs === 1 ? '1 persona espera' : `${needs} personas esperan`} a alguien${danger ? `, ${danger} con una preocupación, un momento difícil o un repaso pendiente` : ''}. Invite a alguien de la coordinación.`,
  inviteCoordinator: 'Invitar a alguien a coordinar',
  exampleWarning:
    'Los contactos de este programa todavía son ejemplos. Ponga los suyos en «Palabras y contactos» antes de que lo usen personas reales.',
  menu: 'Páginas de administración',
  packages: 'Paquetes importados',
  accounts: 'Cuentas',
  releases: 'Versión del curso',
  words: 'Palabras y contactos',
  rules: 'Reglas de aprobación',
  edited: 'Cambiado aquí',
  shipped: 'Como vino con el curso',
  wordsIntro:
    'Estas palabras aparecen en las lecciones, en la ayuda al final de cada página y en las listas de temas. Hacen falta los dos idiomas. No se guarda nada antes de que usted vea la vista previa.',
  english: 'Inglés',
  spanish: 'Español',
  name: 'Nombre del programa',
  organisation: 'Nombre de la organización',
  country: 'País',
  timeZone: 'Zona horaria',
  timeZoneHelp:
    'Por ejemplo America/Chicago o Europe/London. Las sesiones de grupo se muestran en ella.',
  countries: { us: 'Estados Unidos', uk: 'Reino Unido' },
  contactTitle: 'Contacto',
  contactName: 'Quién es',
  phone: 'Teléfono',
  email: 'Correo electrónico',
  replies: 'Cuánto se tarda en responder',
  example: 'Esto todavía es un ejemplo, no un contacto real',
  crisisTitle: 'Líneas para emergencias',
  crisisLine: (n) => `Línea ${n}`,
  crisisHelp: 'Vacíe todas las casillas de una línea para dejarla fuera.',
  number: 'Número',
  what: 'Cuándo usarla',
  termsTitle: 'Sus propias palabras',
  termsHelp: 'Las lecciones las usan en medio de una frase: empiece con minúscula.',
  terms: {
    'clinical-team': 'A quién preguntar sobre el tratamiento («su …»)',
    'their-clinical-team': 'A quién preguntar sobre el tratamiento (de ellos o ellas)',
    'her-clinical-team': 'A quién preguntar sobre el tratamiento (de ella)',
    'his-clinical-team': 'A quién preguntar sobre el tratamiento (de él)',
    advocate: 'Quién ayuda con dinero, transporte, vivienda y derechos',
    'complaints-first': 'Adónde va primero una queja',
    'complaints-outside': 'Adónde va una queja fuera del lugar de atención',
    'complaints-help': 'Quién ayuda gratis con una queja',
    'complaints-last': 'Adónde puede ir una queja después, y cuándo',
    'crisis-by-text': 'Cómo escribir a una línea de crisis',
    'crisis-line': 'La línea de crisis',
    'emergency-number': 'El número de emergencias',
    place: 'El lugar donde la gente recibe tratamiento',
    program: 'Cómo se llama el programa en una frase',
    coordinator: 'La coordinación («su …»)',
    'safeguarding-lead': 'A quién avisar si alguien puede sufrir un daño («su …»)',
    'legal-basis': 'Por qué la ley permite guardar datos personales («… lo permite: …»)',
  },
  areasTitle: 'Temas de experiencia',
  areasHelp:
    'Vacíe todas las casillas de un tema para dejarlo fuera. Las aprobaciones que lo nombran lo conservan.',
  newArea: (n) => `Tema nuevo ${n}`,
  preview: 'Ver la vista previa',
  previewTitle: 'Vista previa: todavía no se ha guardado nada',
  previewIntro: 'Así se ven la ayuda y una lección con sus palabras.',
  save: 'Guardar estas palabras',
  goOn: 'Seguir cambiando',
  history: 'Versiones anteriores',
  historyNone: 'Aquí todavía no se ha cambiado nada.',
  historyBy: (name, when) => `${when}, por ${name}`,
  historyChanged: (fields) => `Cambió: ${fields}.`,
  historyNow: 'En uso ahora',
  bringBack: 'Traer de vuelta esta versión',
  bringBackShipped: 'Traer de vuelta las palabras que vinieron con el curso',
  bringBackFor: (when) => `Traer de vuelta la versión del ${when}`,
  boxProblems: {
    missing: 'Escríbalo en cada idioma del programa',
    'too-long': 'Es demasiado largo. Use como máximo 1,000 caracteres',
    email: 'Escriba el correo como nombre@ejemplo.org',
    zone: 'Escriba una zona horaria como America/Chicago o Europe/London',
    number:
      'Escriba el número como se marca, con al menos 3 cifras. Las palabras van en «Cuándo usarla»',
    emergency:
      'Escriba el número de emergencias del país: 911 en Estados Unidos, 999 o 112 en el Reino Unido',
    'no-emergency':
      'Una de las líneas tiene que ser el número de emergencias del país: 911 en Estados Unidos, 999 o 112 en el Reino Unido',
    'no-language': 'Elija al menos un idioma',
    months: 'Escriba un número entero de meses, de 1 a 120, o déjelo vacío',
    days: 'Escriba un número entero de días, de 0 a 365',
    required: 'Esta verificación es obligatoria. Diga primero que ya no lo es y después quítela',
    example: 'Este servidor lo usan personas reales. Ponga su propio contacto y quite la marca',
  },
  nothingThere: 'vacío',
  standsNow: 'Alguien guardó esto mientras tanto. Ahora está así:',
  yesNo: (yes) => (yes ? 'sí' : 'no'),
  isSet: (what, yes) => `${what}: ${yes ? 'sí' : 'no'}`,
  secondSignature: 'Una aprobación necesita la firma de una segunda persona de coordinación',
  secondSignatureHelp:
    'Se pide a todas las personas mentoras, también a las que ya están listas. Hasta que firme otra persona de coordinación, salen del registro y su certificado queda en suspenso. Antes de que empiece, usted ve a quién afecta y elige el día.',
  second: {
    title: '¿Desde cuándo cuenta la segunda firma?',
    leave: (n) =>
      n === 0
        ? 'Nadie está en el registro con una sola firma: nadie sale de él.'
        : n === 1
          ? 'Hoy 1 persona mentora está en el registro con una sola firma. Desde el día que usted elija sale de él, a menos que ya haya firmado otra persona de coordinación:'
          : `Hoy ${n} personas mentoras están en el registro con una sola firma. Desde el día que usted elija salen de él, a menos que ya haya firmado otra persona de coordinación:`,
    more: (n) => `y ${n} más.`,
    meanwhile:
      'Hasta ese día no cambia nada. Desde ahora la coordinación ve en su lista a quién le falta la segunda firma y puede firmar antes.',
    day: 'Cuenta desde el',
    dayHelp: 'Hoy o más tarde. Cuatro semanas dan tiempo a la coordinación para hablar y firmar.',
    begin: 'Pedir dos firmas desde este día',
    from: (day) => `Contará desde el ${day}.`,
    since: (day) => `Cuenta desde el ${day}.`,
    change: 'Cambiar el día',
    problems: {
      'day-malformed': 'Elija el día',
      'day-past': 'Elija hoy o un día que todavía no haya pasado',
      'day-too-far': 'Elija un día dentro de los próximos 12 meses',
    },
  },
  groupSessionsCount: 'La asistencia a reuniones se muestra como evidencia',
  groupSessionsCountHelp:
    'La ven la coordinación y la persona en formación. Nunca cuenta como requisito.',
  dangerHours: '¿Después de cuántas horas se avisa a todos de un peligro por correo?',
  dangerHoursHelp:
    'Una preocupación, algo dañino que se vio o un momento muy difícil: si hasta entonces nadie dijo qué se hizo, toda la coordinación del programa y la administración reciben un correo, sin nombre y sin una palabra sobre la salud. De 1 a 72.',
  dangerHoursAre: (n) =>
    n === 1
      ? 'De un peligro se avisa por correo después de 1 hora'
      : `De un peligro se avisa por correo después de ${n} horas`,
  problemHours: 'Escriba las horas como un número entero de 1 a 72',
  dangerUnanswered: (n) =>
    n === 1
      ? 'Nadie dijo todavía qué se hizo ante un peligro y el plazo del programa ha pasado: 1 persona. Pregunte a la coordinación.'
      : `Nadie dijo todavía qué se hizo ante varios peligros y el plazo del programa ha pasado: ${n} personas. Pregunte a la coordinación.`,
  rulesIntro: 'Valen para este programa, en cuanto usted guarde.',
  releasesIntro:
    'La gente recibe solo lo publicado. Esto es lo que se escribió desde entonces y todavía no recibe nadie.',
  notReleased:
    'Todavía no se ha publicado nada. «alongside course release» escribe la primera lista.',
  added: 'Nuevo',
  removed: 'Quitado',
  raised: 'Cambió el significado',
  reworded: 'Solo otras palabras',
  noChanges: 'No ha cambiado nada desde la última versión.',
  renamed: 'Tiene otro nombre',
  waitsForBuild:
    'Hay una versión publicada más nueva: se usará después de construir y arrancar de nuevo.',
  revisionFromTo: (from, to) => `revisión ${from} → ${to}`,
  impact: 'A quién afecta ahora',
  impactIntro:
    'Una pregunta de seguridad cuyo significado cambió deja pendientes los puntos que se apoyan en ella hasta que la persona la responda otra vez.',
  impactNone: 'A nadie. Ningún punto quedó pendiente por una pregunta que cambió.',
  columnLine: 'Punto',
  columnModule: 'Módulo',
  columnPeople: 'Personas',
  accountsIntro: 'Todas las personas que tienen una cuenta aquí.',
  searchName: 'Buscar por nombre o nombre para entrar',
  disable: 'Desactivar esta cuenta',
  disableHelp:
    'La persona sale de inmediato de todas partes y no puede entrar. Una persona mentora sale en el acto del registro. No se borra nada.',
  enable: 'Activar otra vez esta cuenta',
  rolesTitle: 'Funciones',
  noRoles: 'Ninguna función.',
  ended: (day) => `terminó el ${day}`,
  takeRoleFrom: (role) => `Quitar la función: ${role}`,
  giveRole: 'Dar una función',
  giveRoleDo: 'Dar esta función',
  chooseRole: 'Elija una función',
  everywhere: 'en todas partes',
  signInName: 'Nombre para entrar',
}
