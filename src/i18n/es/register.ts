import type { RegisterWords } from '../en/register.ts'

export const register: RegisterWords = {
  menu: 'Registro',
  title: 'Registro de mentores y mentoras',
  intro: (n) =>
    n === 0
      ? 'Hoy no hay nadie a punto para acompañar.'
      : n === 1
        ? 'Hoy hay 1 persona a punto para acompañar.'
        : `Hoy hay ${n} personas a punto para acompañar.`,
  found: (n) =>
    n === 0
      ? 'Nadie corresponde a lo que usted busca.'
      : n === 1
        ? '1 persona corresponde a lo que usted busca.'
        : `${n} personas corresponden a lo que usted busca.`,
  rule: 'Aquí solo están las personas cuya aprobación vale hoy: con todas las firmas, sin vencer, sin pausa y sin repaso pendiente.',
  tabs: { ready: 'A punto hoy', left: 'Quién ya no está y por qué' },
  filter: 'Buscar a alguien',
  area: 'Temas con los que se siente a gusto',
  language: 'Idioma',
  contact: 'Forma de contacto',
  capacity: 'Puede acompañar por lo menos a',
  people: (n) => (n === 1 ? '1 persona' : `${n} personas`),
  place: 'Parte del lugar',
  placeTooLong: 'Escriba 100 letras del lugar como máximo',
  all: 'Todo',
  show: 'Mostrar',
  clear: 'Mostrar a todas las personas',
  columnName: 'Mentor o mentora',
  columnConditions: 'Condiciones y límites',
  columnAreas: 'A gusto con',
  columnReach: 'Idiomas, formas de contacto, lugar',
  columnCapacity: 'Cuántas personas',
  columnUntil: 'Vale hasta',
  conditions: 'Condiciones',
  noGo: 'No para',
  noConditions: 'Sin condiciones',
  nothing: '–',
  leftIntro:
    'Todas las personas que una vez fueron aprobadas y hoy no están en el registro. Nada de esto es un juicio: la gente hace pausas, toma otro camino y regresa.',
  leftNone: 'Nadie.',
  columnWhy: 'Por qué',
  columnSince: 'Desde',
  columnReason: 'Lo que se dijo',
  unknownDay: 'No se sabe',
  moved: 'Pasó a otro programa',
  absences: {
    disabled: 'Cuenta cerrada',
    archived: 'Dejó el programa',
    withdrawn: 'Aprobación retirada',
    decided: 'Una decisión más reciente',
    'second-signature': 'Falta la segunda firma',
    commitment: 'Todavía no firmó el compromiso',
    expired: 'La aprobación venció',
    paused: 'En una pausa',
    lapsed: 'Falta un repaso corto',
  },
  withCount: (text, n) => `${text} (${n})`,
  print: 'Imprimir',
  export: 'Guardar como archivo',
  exportTitle: 'Guardar el registro como archivo',
  exportIntro:
    'El archivo tiene a las personas que usted acaba de buscar, con nombres, condiciones y temas que no van. Guárdelo donde solo lo lea la coordinación y bórrelo cuando sea viejo: mañana el registro puede ser otro.',
  exportOnly: (looked) => `Lo que se buscó: ${looked}.`,
  exportWritten: 'En «Actividad» queda escrito que usted lo guardó.',
  format: '¿Qué tipo de archivo?',
  formats: {
    csv: 'Una tabla (CSV)',
    json: 'Para otro programa (JSON)',
  },
  formatHelp: {
    csv: 'Se abre en Excel, LibreOffice y Google Sheets.',
    json: 'Lo mismo que contesta la API.',
  },
  formatMissing: 'Elija un tipo de archivo',
  exportDo: 'Guardar el archivo',
  csv: {
    name: 'Mentor o mentora',
    conditions: 'Condiciones',
    noGoAreas: 'No para',
    comfortAreas: 'A gusto con',
    languages: 'Idiomas',
    contactWays: 'Formas de contacto',
    capacity: 'Cuántas personas',
    place: 'Lugar',
    signedOffOn: 'Aprobación del',
    expiresOn: 'Vale hasta',
    id: 'Identificador',
  },

  tokens: {
    menu: 'Claves de la API',
    title: 'Claves de la API',
    intro:
      'Con una clave, otro sistema puede leer el registro de un programa, por ejemplo para proponer parejas. Lee quién está a punto hoy y nada más.',
    docs: 'Cómo funciona la API: docs/api.md en el código, y la descripción para otros sistemas en',
    none: 'Todavía no hay ninguna clave.',
    columnName: 'Nombre',
    columnProgramme: 'Programa',
    columnScopes: 'Puede',
    columnUntil: 'Vale hasta',
    columnUsed: 'Último uso',
    columnState: 'Estado',
    never: 'Nunca',
    states: { valid: 'En uso', expired: 'Vencida', revoked: 'Anulada' },
    scopes: { 'mentors:read': 'Leer el registro de mentores y mentoras' },
    revoke: 'Anular',
    revokeNamed: (name) => `Anular ${name}`,
    make: 'Crear una clave',
    name: '¿Para qué es?',
    nameHelp:
      'El nombre del sistema que la va a usar. Se muestra aquí, y a los mentores y mentoras del programa en «Quién puede ver mi información».',
    programme: 'Programa',
    scope: '¿Qué puede hacer?',
    holds: '¿Cuánto tiempo debe valer?',
    days: (n) => (n === 365 ? '1 año' : `${n} días`),
    problems: {
      'name-missing': 'Escriba para qué es la clave',
      'name-too-long': 'Use 100 caracteres como máximo',
      'programme-missing': 'Elija un programa',
      'scope-missing': 'Elija qué puede hacer la clave',
      'days-missing': 'Elija cuánto tiempo debe valer la clave',
      twice:
        'Este formulario se envió dos veces. La clave se creó y se mostró una sola vez. Si no la vio, anúlela y cree otra',
    },
    madeTitle: 'Copie la clave ahora',
    madeIntro:
      'Se muestra solo esta vez. Póngala donde el otro sistema guarda sus secretos. No la mande por correo electrónico.',
    token: 'Clave',
    madeBack: 'Ya la copié',
  },

  api: {
    'token-missing': 'Mande una clave: Authorization: Bearer <clave>',
    'token-unknown': 'No conocemos esta clave',
    'token-revoked': 'Esta clave fue anulada',
    'token-expired': 'Esta clave venció',
    'scope-missing': 'Esta clave no puede leer el registro',
    'other-programme': 'Esta clave es de otro programa',
    'not-found': 'Hoy no hay en este programa una persona a punto con este identificador',
    'no-such-address': 'En esta dirección no hay nada. Lo que hay: /api/v1/openapi.json',
    'too-many': 'Demasiadas consultas. Intente más tarde',
    malformed: 'Esto no se puede leer',
    'method-not-allowed': 'Aquí solo se contesta a GET',
  },
}
