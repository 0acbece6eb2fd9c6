import type { MessagesWords } from '#i18n/en/messages.ts'

export const messages: MessagesWords = {
  title: 'Lo enviado',
  intro:
    'Lo que usted y su equipo escribieron a una o a varias personas. Cada una lo lee en «Mensajes» cuando entra.',
  none: 'Todavía no se envió ningún mensaje. Elija personas en la lista y luego «Escribirles».',
  choose: 'Elegir a quién escribir',
  templates: 'Textos que usa otra vez',
  columns: { when: 'Cuándo', by: 'De', text: 'Texto', people: 'Personas' },
  write: 'Escribirles',
  writeOne: 'Escribir un mensaje',
  writeTitle: 'Escribir un mensaje',
  to: (n) => (n === 1 ? 'Va a 1 persona' : `Va a ${n} personas`),
  toNobody: 'No puede ir a ninguna de las personas que eligió.',
  not: (n) =>
    n === 1
      ? '1 no lo recibe: solo quienes se forman o acompañan y siguen aquí.'
      : `${n} no lo reciben: solo quienes se forman o acompañan y siguen aquí.`,
  more: (n) => `y ${n} más`,
  tooMany: 'Son más de 10,000. Primero acorte la lista.',
  template: 'Empezar con un texto que usa otra vez',
  noTemplate: 'Ninguno',
  useTemplate: 'Ponerlo',
  text: { en: 'Texto en inglés', es: 'Texto en español' },
  readBy: (n) =>
    n === 0
      ? 'Ninguna de ellas lee este idioma.'
      : n === 1
        ? 'Para 1 persona.'
        : `Para ${n} personas.`,
  placeholders: 'En lugar de {name} va el nombre de cada persona, y en lugar de {sender} el suyo.',
  moreWords: 'Palabras del programa que también puede usar',
  whoSees: 'Lo puede leer quien lo recibe y la coordinación de este programa.',
  preview: 'Verlo primero',
  previewTitle: 'Así se lee',
  previewFor: (name) => `Para ${name}, por ejemplo:`,
  byMail: (n) =>
    n === 0
      ? 'No se avisa a nadie por correo.'
      : n === 1
        ? 'A 1 persona se le avisa por correo de que hay algo.'
        : `A ${n} personas se les avisa por correo de que hay algo.`,
  mailSays: 'El correo solo dice: «Hay algo para usted. Entre para verlo». Su texto no va en él.',
  notByMail: (n) =>
    n === 1
      ? 'A 1 persona no se le avisa por correo y lo lee cuando entre. Llame, o copie el texto:'
      : `A ${n} personas no se les avisa por correo y lo leen cuando entren. Llame, o copie el texto:`,
  copy: { en: 'El texto en inglés, para copiar', es: 'El texto en español, para copiar' },
  send: (n) => (n === 1 ? 'Enviarlo a 1 persona' : `Enviarlo a ${n} personas`),
  change: 'Cambiar el texto',
  problems: {
    missing: 'Escriba el texto en este idioma: alguien lo lee',
    'too-long': 'El texto es demasiado largo. Use como máximo 2,000 caracteres',
    brace:
      'Hay una llave abierta o de más. Escriba { y } solo alrededor de una palabra como {name}',
    unknown: (name) => `Nada va en lugar de ${name}. Use una de las que están sobre el campo`,
  },
  changed: 'Mientras tanto son otras personas, o ninguna. Mírelo otra vez',
  saidBefore:
    'El mismo texto fue a una de ellas en la última hora. No se envió nada: mire en «Lo enviado», o escríbalo con otras palabras',
  sentTitle: (day) => `Mensaje del ${day}`,
  sentNote: 'El mensaje está. A quién se avisa por correo se sabe en un minuto.',
  sentBy: (name, n) => (n === 1 ? `De ${name}, a 1 persona` : `De ${name}, a ${n} personas`),
  counts: {
    mailed: (n) => `Con aviso por correo: ${n}`,
    not: (n) => `Sin aviso por correo: ${n}`,
    open: (n) => `Todavía por mirar: ${n}`,
  },
  person: 'Nombre',
  phone: 'Teléfono',
  how: 'Por correo',
  notYet: 'Todavía por mirar',
  templatesTitle: 'Textos que usa otra vez',
  templatesIntro:
    'Para toda la coordinación de este programa. Desde aquí no se envía nada: primero elija personas.',
  templatesNone: 'Ninguno todavía.',
  templateNew: 'Un texto nuevo',
  templateEdit: 'Cambiar un texto',
  templateName: 'Cómo lo llama',
  templateNameHelp: 'Solo lo ve la coordinación.',
  templateSave: 'Guardar el texto',
  templateAway: 'Quitarlo',
  templateSaved: 'Guardado.',
  nameProblems: {
    missing: 'Escriba cómo lo llama',
    'too-long': 'Use como máximo 80 caracteres para el nombre',
  },
  meanwhile:
    'Alguien del equipo cambió este texto mientras tanto. Ábralo otra vez para ver qué dice',
  starters: {
    session: {
      name: 'Venga a una sesión',
      text: 'Hola, {name}:\n\nPronto nos reunimos y sería bueno que estuviera. El día y el lugar están en su página de inicio.\n\n{sender}',
    },
    away: {
      name: 'Hace tiempo que no le vemos',
      text: 'Hola, {name}:\n\nHace tiempo que no le vemos por aquí. No pasa nada. Si algo se lo impide, llámeme o escriba en «Hacer una pregunta». Puede seguir donde lo dejó.\n\n{sender}',
    },
    thanks: {
      name: 'Gracias',
      text: 'Hola, {name}:\n\nGracias por su tiempo y su cuidado.\n\n{sender}',
    },
  },
}
