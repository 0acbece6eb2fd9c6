import type { RequestsWords } from '../en/requests.ts'

export const requests: RequestsWords = {
  menu: 'Peticiones',
  title: 'Peticiones de acompañamiento',
  intro:
    'Quién espera un mentor o una mentora, primero la espera más larga. Aquí no está el nombre de nadie.',
  waiting: (n) =>
    n === 0 ? 'Nadie espera.' : n === 1 ? '1 persona espera.' : `${n} personas esperan.`,
  unseen: (n) =>
    n === 1
      ? 'Nadie ha abierto 1 de estas peticiones.'
      : `Nadie ha abierto ${n} de estas peticiones.`,
  longDays: '¿Después de cuántos días espera demasiado una petición de acompañamiento?',
  longDaysHelp:
    'Desde ese día está en la lista de tareas hasta que se le propone a alguien. De 1 a 365.',
  longDaysAre: (n) =>
    n === 1
      ? 'Una petición de acompañamiento espera demasiado después de 1 día'
      : `Una petición de acompañamiento espera demasiado después de ${n} días`,
  problemLongDays: 'Escriba los días como un número entero de 1 a 365',
  lacksTitle: 'Dónde faltan mentores y mentoras',
  lacksArea: (waiting, free, area) =>
    `${waiting === 1 ? '1 persona espera' : `${waiting} personas esperan`} a alguien que conozca «${area}»; ${free === 1 ? 'hay 1 lugar libre' : `hay ${free} lugares libres`}.`,
  lacksLanguage: (waiting, free, language) =>
    `${waiting === 1 ? '1 persona espera' : `${waiting} personas esperan`} a alguien que hable ${language.toLocaleLowerCase('es')}; ${free === 1 ? 'hay 1 lugar libre' : `hay ${free} lugares libres`}.`,
  isNew: 'Sin abrir todavía',
  isAsked: 'Se preguntó a un mentor o una mentora',
  add: 'Anotar una petición',
  columnReference: 'Petición',
  columnWaits: 'Espera',
  columnFor: 'Busca',
  columnTried: 'Intentado',
  days: (n) => (n === 0 ? 'desde hoy' : n === 1 ? '1 día' : `${n} días`),
  tried: (notes, proposals) =>
    [
      proposals === 0
        ? ''
        : proposals === 1
          ? 'se preguntó a 1 persona'
          : `se preguntó a ${proposals} personas`,
      notes === 0 ? '' : notes === 1 ? '1 nota' : `${notes} notas`,
    ]
      .filter(Boolean)
      .join(' · ') || 'Nada todavía',
  next: 'Mostrar las que esperan menos',
  first: 'Volver a la espera más larga',
  askers: {
    coordinator: 'Anotada por la coordinación',
    facility: 'Enviada por personal de un centro',
    person: 'Enviada por la persona',
  },
  states: {
    waiting: 'Espera un mentor o una mentora',
    paired: 'Tiene mentor o mentora',
    'no-consent': 'En reposo: no hay consentimiento',
    ended: 'Terminada',
    erased: 'Borrada',
  },
  reference: 'Petición',
  initials: 'Iniciales',
  initialsHelp: 'Como máximo 3 letras. Puede dejarlo vacío: la petición recibe un código propio.',
  languages: 'Idiomas',
  languagesHelp: '¿En cuáles de estos puede hablar con un mentor o una mentora?',
  ways: '¿Cómo le gustaría hablar?',
  times: '¿Cuándo le viene bien?',
  timesHelp: 'Por ejemplo: las tardes entre semana, pero no los martes.',
  place: '¿Dónde, si quiere verse en persona?',
  placeHelp: 'Una población o una parte de ella. Sin dirección de casa.',
  areas: '¿De qué se trata?',
  areasHelp: 'Primero se busca a alguien que lo conozca.',
  hopes: '¿Qué espera?',
  hopesHelp: 'Bastan una o dos frases.',
  wouldNotWork: '¿Qué no le serviría?',
  wouldNotWorkHelp: 'Por ejemplo: llamadas largas, alguien mucho más joven.',
  leaveOut:
    'Por favor, no escriba nombres, fechas de nacimiento, números, diagnósticos ni medicinas: puede que lo lea un mentor o una mentora.',
  wishes: '¿Qué es lo que más importa?',
  wishesHelp: 'Elija de uno a tres. Quizás no todo sea posible.',
  wishNames: {
    area: 'Alguien que conozca de qué se trata',
    language: 'El mismo idioma',
    way: 'Hablar de la manera elegida arriba',
    times: 'Los horarios de arriba',
    place: 'Alguien que esté cerca',
    'similar-age': 'Más o menos la misma edad',
    'same-gender': 'El mismo género',
    'works-or-studies': 'Alguien que también trabaje o estudie',
    'cares-for-family': 'Alguien que también cuide de una familia',
    'long-experience': 'Muchos años de experiencia con la enfermedad',
  },
  told: '¿Qué se puede decir a un mentor o una mentora antes de que responda?',
  toldHelp:
    'Marque solo lo que la persona acepta. Lo que no se marca queda en la coordinación. Por aquí, un mentor o una mentora nunca sabe cómo comunicarse con nadie.',
  tellable: {
    initials: 'Las iniciales',
    languages: 'Los idiomas',
    ways: 'Cómo le gustaría hablar',
    times: 'Cuándo le viene bien',
    place: 'El lugar',
    areas: 'De qué se trata',
    hopes: 'Qué espera',
    wouldNotWork: 'Qué no le serviría',
  },
  consent: '¿Cómo dijo la persona que sí a esto?',
  consentHelp: 'Sin esto no se guarda nada. Puede retirarlo en cualquier momento.',
  consentWays: {
    said: 'Dijo que sí, después de oír lo que está escrito aquí',
    written: 'Firmó un formulario, que guardamos',
    'own-form': 'Envió el formulario por su cuenta',
  },
  newTitle: 'Anotar una petición',
  newIntro:
    'Pida primero el sí de la persona. Escriba lo que quiere, con sus palabras y sin ningún nombre: la petición recibe un código.',
  send: 'Guardar la petición',
  correctTitle: 'Corregir la petición',
  correct: 'Corregir',
  saveCorrected: 'Guardar lo corregido',
  savedNow: 'Lo que hay ahora',
  madeTitle: 'La petición está guardada',
  madeIntro:
    'Dé este código a quien la pide. Con él se abre la petición: para verla, corregirla, terminarla o borrarla. Solo se muestra ahora.',
  madeCode: 'Código',
  madeWhere: (address) => `Se escribe en ${address}`,
  madePrint: 'Imprima esta página o anote el código.',
  madeOn: 'Ir a la petición',
  problems: {
    'consent-missing': 'Elija cómo dijo la persona que sí. Sin esto no se guarda nada',
    'initials-malformed': 'Escriba como máximo 3 letras, o nada',
    'languages-missing': 'Elija al menos un idioma',
    'ways-missing': 'Elija al menos una manera de hablar',
    'hopes-missing': 'Escriba en una frase qué espera',
    'wishes-missing': 'Elija lo que más importa: de uno a tres',
    'wishes-too-many': 'Elija como máximo tres',
    'times-too-long': 'Use como máximo 200 caracteres',
    'place-too-long': 'Use como máximo 200 caracteres',
    'hopes-too-long': 'Use como máximo 1,000 caracteres',
    'wouldNotWork-too-long': 'Use como máximo 1,000 caracteres',
  },
  pointed: {
    email: (words) => `«${words}» parece una dirección de correo. Por favor, quítela`,
    number: (words) =>
      `«${words}» parece un teléfono o el número de una historia clínica. Por favor, quítelo`,
    'record-number': (words) => `«${words}» parece el número de una historia clínica`,
    date: (words) => `«${words}» parece una fecha de nacimiento`,
    name: (words) => `«${words}» parece el nombre de alguien`,
    ailment: (words) => `«${words}» suena a un diagnóstico o a una medicina`,
  },
  pointedOut: '¿Tiene que estar ahí?',
  pointedOutHelp:
    'Puede que lo lea un mentor o una mentora, y podría decir quién es alguien o qué tiene. Cámbielo, o marque esta casilla si no hace daño.',
  sure: 'Lo he mirado, y puede quedarse',
  waitsSince: (day, days) => `Espera desde el ${day} (${days})`,
  cameOn: (day) => `Llegó el ${day}`,
  writtenBy: (name, day) => `Anotada por ${name} el ${day}`,
  correctedOn: (day) => `Corregida el ${day}`,
  whoAsked: 'quien la pidió',
  erasedWords: 'Lo que decía se borró. Queda que hubo una petición, sin nombre.',
  what: 'Lo que se pide',
  nothing: 'Nada',
  triedTitle: 'Lo que se intentó',
  triedNone: 'Nada todavía.',
  note: 'Anote lo que se intentó',
  noteHelp: 'Solo para la coordinación. Por favor, no escriba el nombre de quien lo pide.',
  noteSave: 'Guardar la nota',
  noteProblems: {
    missing: 'Escriba lo que se intentó',
    'too-long': 'Use como máximo 1,000 caracteres',
    pointed: 'Hay un teléfono o una dirección de correo. Por favor, quítelo',
  },
  noteBy: (name, day) => `${name}, ${day}`,
  consentTitle: 'Consentimiento',
  consentGiven: (day, who) => `Dado el ${day}, anotado por: ${who}`,
  consentTakenBack: (day, who) => `Retirado el ${day}, anotado por: ${who}`,
  consentTakeBack: 'Retira su consentimiento',
  consentTakeBackHelp:
    'La petición queda en reposo enseguida: no se pregunta a nadie y nada sigue adelante hasta que vuelva a consentir.',
  consentGive: 'Vuelve a consentir',
  consentHow: '¿Cómo lo dijo?',
  consentHowMissing: 'Elija cómo lo dijo',
  consentHows: { said: 'Lo dijo', written: 'Por escrito' },
  end: 'Terminar la petición',
  endHelp: 'Ya no espera. Lo que se intentó queda aquí.',
  endWhy: '¿Por qué termina?',
  endMissing: 'Elija por qué termina',
  ends: {
    withdrawn: 'Ya no quiere un mentor o una mentora',
    'consent-withdrawn': 'Retiró su consentimiento',
    erased: 'La borró',
    'nobody-found': 'No se encontró a nadie adecuado',
    'other-help': 'Encontró otra ayuda',
    helped: 'Recibió ayuda',
  },
  endedOn: (day, why) => `Terminó el ${day}: ${why}`,
  contact: 'Cómo comunicarse',
  contactShow: 'Ver cómo comunicarse',
  contactHelp:
    'Solo lo ve la coordinación, solo aquí, y cada mirada queda anotada. Se borra 30 días después del final, o tras 90 días sin mentor o mentora.',
  contactOfFacility:
    'Es el contacto de quien hizo la petición, en su trabajo en el centro. Diga la referencia y no pregunte de la persona más de lo que está en la petición.',
  contactNone: 'Aquí no hay manera de comunicarse.',
  contactWays: {
    phone: 'Por teléfono',
    text: 'Por mensaje de texto',
    email: 'Por correo electrónico',
    other: 'De otra manera',
  },
  back: 'Volver a las peticiones',
  backToRequest: 'Volver a la petición',
}
