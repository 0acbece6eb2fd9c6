import type { ImportsWords } from '../en/imports.ts'

const people = (n: number): string => (n === 1 ? '1 persona' : `${n} personas`)
const lines = (n: number): string => (n === 1 ? '1 línea' : `${n} líneas`)

export const imports: ImportsWords = {
  title: 'Traer personas de una hoja de cálculo',
  link: 'Traer personas de una hoja de cálculo',
  intro:
    'Para quienes ya estaban con ustedes antes de usar esta plataforma: su nombre, cómo localizarlos y lo que hicieron hasta ahora. Primero verá qué pasaría. No se escribe a nadie.',
  what: 'Qué se toma de su tiempo anterior',
  whatHelp:
    'Desde cuándo están con ustedes, la formación que completaron en otro lugar, su localidad y sus idiomas. En su expediente figura como lo que dice su lista, y aquí no cuenta como demostrado. Quien ya tenía una aprobación no está listo por eso: su expediente lo dice, y usted lo aprueba aquí como siempre.',
  list: 'La lista',
  listHelp:
    'Copie las filas de la hoja de cálculo, con sus encabezados. Como máximo 10 000 personas a la vez.',
  file: 'O tome la lista de un archivo (CSV)',
  fileHelp:
    'En la hoja de cálculo, elija «Guardar como» y después «CSV UTF-8». Los archivos de Excel (.xlsx) no se pueden leer aquí. Si elige un archivo, se toma en lugar del cuadro de arriba.',
  language: '¿En qué idioma leen, si la lista no lo dice?',
  kept: 'Lo que suba se borra en cuanto las personas estén dentro o usted lo descarte, y a los 7 días como máximo.',
  upload: 'Mirar la lista',
  refused: {
    empty: 'Pegue las filas o elija un archivo',
    'not-text':
      'Este archivo no es un CSV. En la hoja de cálculo, elija «Guardar como» y después «CSV UTF-8»',
    'too-large':
      'Esta lista es demasiado grande. Divídala en varias, de 10 000 personas como máximo',
  },
  before: 'Listas hasta ahora',
  columnWhen: 'Subida',
  columnWho: 'Por',
  columnState: 'Cómo está',
  open: 'Por mirar',
  running: (n, all) => `${n} de ${all} hasta ahora`,
  isDone: (made, added) =>
    `${made === 1 ? '1 persona nueva' : `${made} personas nuevas`}${added ? `, algo añadido a ${people(added)}` : ''}`,
  nothingYet: 'Todavía no se ha escrito nada.',
  throwAway: 'Descartar esta lista',
  gone: 'Lo que se subió se ha borrado, porque estuvo aquí 7 días. Suba la lista otra vez.',
  notAList:
    'Esto no se puede leer como una lista: quizá falte una comilla. Guarde la hoja de cálculo como «CSV UTF-8» y súbala otra vez.',
  isEmpty: 'No hay nadie en esta lista. Descártela y suba otra.',
  tooMany: (n) =>
    `Esta lista tiene ${n} personas, y pueden entrar como máximo 10 000 a la vez. Divídala, descarte esta y suba las partes.`,
  letters: {
    title: '¿Se ven bien estos nombres?',
    legend: 'Elija la línea en la que los nombres se ven bien',
    none: 'Si no es ninguna, descarte la lista y guárdela como «CSV UTF-8».',
    missing: 'Elija la línea en la que los nombres se ven bien',
    go: 'Usar estos nombres',
  },
  columns: {
    title: '¿Qué hay en cada columna?',
    intro: 'Esto es lo que suponemos. Mire cada columna: debajo están sus primeras líneas.',
    column: (n) => `Columna ${n}`,
    leaveOut: 'No tomarla',
    kinds: {
      name: 'El nombre completo',
      given: 'Nombre',
      family: 'Apellidos',
      email: 'Correo electrónico',
      phone: 'Teléfono',
      language: 'Idioma en que leen aquí (inglés o español)',
      cohort: 'Grupo (debe existir ya)',
      joined: 'Con ustedes desde',
      place: 'Localidad',
      languages: 'Idiomas que hablan',
      training: 'Formación completada en otro lugar',
      'trained-on': 'Día de la formación',
      'trained-at': 'Dónde se formaron',
      'signed-off-on': 'Aprobación anterior: qué día',
      'signed-off-until': 'Aprobación anterior: hasta cuándo',
      'signed-off-at': 'Aprobación anterior: de quién o dónde',
    },
    headings: 'La primera línea tiene encabezados, no una persona',
    problems: {
      'no-name': 'Diga qué columna tiene el nombre',
      twice: 'Dos columnas no pueden tener lo mismo. No tome una de ellas',
      'name-and-parts': 'Elija el nombre completo, o el nombre y los apellidos',
    },
    go: 'Usar estas columnas',
    again: 'Cambiar qué hay en cada columna',
  },
  order: {
    legend: (example) => `¿Cómo están escritos los días en esta lista? Por ejemplo, ${example}`,
    'day-first': 'Primero el día',
    'month-first': 'Primero el mes',
    missing: 'Diga si va primero el día o el mes',
    read: {
      'day-first': 'Los días se leen con el día primero.',
      'month-first': 'Los días se leen con el mes primero.',
    },
    go: 'Leer así los días',
  },
  check: {
    title: 'Mire la lista antes de que entren',
    count: (coming, added, leftOut) =>
      `${coming === 1 ? 'Entraría' : 'Entrarían'} ${people(coming)}${added ? `, y se añadiría algo a ${people(added)}` : ''}. ${leftOut === 1 ? 'Quedaría' : 'Quedarían'} fuera ${lines(leftOut)}.`,
    notTaken: (headings) => `Estas columnas no se toman: ${headings}.`,
    faults: 'Líneas que quedan fuera, y por qué',
    more: (n) => `Estas son las primeras. En el archivo están todas: ${lines(n)}.`,
    save: 'Guardar todas las líneas que quedan fuera (CSV)',
    saveHelp: 'Corríjalas en su hoja de cálculo y súbalas como otra lista, o empiece de nuevo.',
    line: 'Línea',
    whatStands: 'Qué dice',
    why: 'Por qué',
    go: (n) => `Traer ${people(n)}`,
    sample: 'Las primeras personas que entrarían',
    before: 'Del tiempo anterior',
  },
  here: {
    title: 'Algunas parecen estar ya aquí',
    intro: (n) =>
      n === 1
        ? 'En 1 línea está el nombre o el correo de alguien que ya está aquí. Eso solo lo decide usted.'
        : `En ${n} líneas está el nombre o el correo de alguien que ya está aquí. Eso solo lo decide usted.`,
    legend: '¿Qué pasa con estas líneas?',
    leave: 'Dejarlas todas fuera',
    add: (n) =>
      `Donde coinciden el nombre y el contacto (${lines(n)}), añadir lo que dice la lista a quien ya está. Pregúnteme por las demás.`,
    each: 'Pregúnteme por cada una',
    missing: 'Diga qué pasa con estas líneas',
    go: 'Guardar y seguir',
    ask: (line, name) => `Línea ${line}: ${name}`,
    same: (name) => `Es ${name}, que ya está aquí. Añadir lo que dice la lista`,
    why: {
      both: 'el mismo nombre y el mismo contacto',
      name: 'el mismo nombre, ningún contacto en común',
      contact: 'el mismo correo, otro nombre',
    },
    new: 'Es otra persona. Crearla como nueva',
    leaveOne: 'Dejar fuera esta línea',
    left: (n) => (n === 1 ? 'Falta decir 1.' : `Faltan por decir ${n}.`),
  },
  problems: {
    'name-missing': 'falta el nombre: escríbalo',
    'name-too-long': 'el nombre tiene más de 100 caracteres: acórtelo',
    'name-address': 'el nombre tiene una dirección, @, < o >: escriba solo el nombre',
    'letters-lost': 'se perdieron letras al guardar la lista: guárdela como «CSV UTF-8»',
    formula: 'la celda empieza como una fórmula (=, +, - o @): escríbala como texto',
    'too-long': 'la celda tiene más de 300 caracteres: acórtela',
    'too-many-columns':
      'la línea tiene más celdas que columnas la lista: busque una coma o un punto y coma de más',
    'email-malformed':
      'el correo no está completo: escríbalo como nombre@example.org, o déjelo vacío',
    'phone-malformed': 'esto no es un teléfono: escriba solo el número, o déjelo vacío',
    'language-unknown': 'aquí se lee en inglés o español: escriba uno de ellos, o déjelo vacío',
    'cohort-unknown': 'no hay ningún grupo con este nombre: créelo antes, o corrija el nombre',
    'date-unclear': 'esto no se lee como un día: escríbalo como 2020-04-03',
    'date-short-year': 'escriba el año con cuatro cifras',
    'date-number': 'el día es un número: dé formato de fecha a la columna antes de guardar',
    'date-other-order': 'en este orden no existe tal mes: ¿están el día y el mes al revés?',
    'date-not-there': 'el calendario no tiene este día',
    'date-future': 'el día todavía no ha llegado',
    'date-too-old': 'el día es anterior a 1920',
    'until-before': 'termina antes de empezar',
    'training-without-name':
      'hay un día o un lugar de una formación, pero no cuál: escríbala, o deje ambos vacíos',
    twice: 'la misma persona, con el mismo contacto, está dos veces en la lista',
    'left-out': 'parece estar ya aquí, y usted dejó fuera la línea',
    undecided: 'parece estar ya aquí, y no se dijo nada al respecto',
    meanwhile: 'mientras tanto, otra persona trajo a alguien con este nombre: mire en «Personas»',
  },
  twiceLine: (line) => `primero en la línea ${line}`,
  fault: (column, why) => `${column}: ${why}`,
  partly: {
    title: 'Todavía no están todas',
    text: (n, all) =>
      `La lista tiene ${lines(all)}, y ya están dentro ${people(n)}. Nadie está dos veces y no se ha perdido nada. Siga cuando quiera.`,
    go: 'Seguir',
  },
  done: {
    title: (n) => (n === 1 ? 'Entró 1 persona' : `Entraron ${n} personas`),
    added: (n) => `Se añadió algo a ${people(n)} que ya estaban.`,
    leftOut: (n) => `${n === 1 ? 'Quedó' : 'Quedaron'} fuera ${lines(n)}.`,
    deleted: 'Lo que subió se ha borrado. Las líneas que quedaron fuera se guardan 7 días.',
    deletedAll: 'Lo que subió se ha borrado, y también las líneas que quedaron fuera.',
    next: 'No se escribió a nadie. Avise a las personas de que ya pueden entrar: con su correo piden un código en la página «Entrar»; quien no tiene correo recibe un código desde su expediente.',
    people: 'Ver a las personas',
  },
  facts: {
    title: 'Lo que una lista dice del tiempo anterior',
    from: (name, day) =>
      `De una lista que ${name} trajo el ${day}. Aquí nadie lo ha comprobado, y no cuenta como demostrado.`,
    joined: (day) => `En el programa desde el ${day}`,
    training: (what) => `Formación en otro lugar: ${what}`,
    'signed-off': 'Aprobación anterior',
    'signed-off-help':
      'Eso no hace que nadie esté listo aquí. La coordinación lo confirma con una aprobación de esta plataforma.',
    place: (place) => `Localidad: ${place}`,
    languages: (languages) => `Habla ${languages}`,
    at: (place) => `en o de ${place}`,
    on: (day) => `el ${day}`,
    until: (day) => `hasta el ${day}`,
  },
  csv: { line: 'Línea', why: 'Por qué quedó fuera' },
}
