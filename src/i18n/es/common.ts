import type { CommonWords } from '../en/common.ts'

export const common: CommonWords = {
  siteName: 'Alongside',
  tagline: 'Para quienes apoyan a otras personas',
  skip: 'Ir al texto principal',
  menu: 'Menú',
  home: 'Inicio',
  signIn: 'Entrar',
  signOut: 'Salir',
  language: 'English',
  languageLang: 'en',
  help: '¿Quiere preguntarle a alguien?',
  helpReplies: 'Respuesta',
  helpPhone: 'Teléfono',
  helpEmail: 'Correo',
  helpExample: 'Contacto de ejemplo: su organización pone aquí el suyo.',
  crisis: 'Si alguien está en peligro ahora',
  about: 'Sobre este curso',
  privacy: 'Quién puede ver mi información',
  accessibility: 'Accesibilidad',
  castNote:
    'Esto es una prueba: aquí todas las personas son inventadas, y cualquiera puede ser cualquiera de ellas.',
  footerNote: 'Todas las personas de las prácticas son inventadas.',
  errorPrefix: 'Error: ',
  savedPrefix: 'Guardado: ',
  problem: 'Hay un problema',
  optional: '(opcional)',
  change: 'Cambiar',
  cancel: 'Volver',
  send: 'Enviar',
  search: 'Buscar',
  page: (n, of) => `Página ${n} de ${of}`,
  previous: 'Página anterior',
  next: 'Página siguiente',
  pages: 'Páginas',
  nothingHere: 'Esta página no está aquí',
  nothingHereWords:
    'La dirección puede ser antigua o tener un error, o la página es de otra persona. Nada de lo que usted guardó se ha perdido.',
  goHome: 'Ir a la página de inicio',
  malformed: 'No pudimos leer lo que se envió',
  malformedWords:
    'Vuelva atrás y envíelo una vez más, por favor. Nada de lo que usted guardó se ha perdido.',
  sessionEnded: 'Su sesión se cerró',
  sessionEndedWords:
    'Pasó un tiempo y cerramos la sesión para proteger su información. Lo que acaba de escribir está guardado en esta página. Entre, y se envía.',
  sessionEndedDo: 'Entrar y enviar',
  sessionEndedPlain:
    'Ha pasado un tiempo y cerramos su sesión para proteger sus datos. Entre para seguir.',
  somebodyElse: 'Otra persona abrió esta página',
  somebodyElseWords: (name) =>
    `Usted entró como ${name}. Lo que se envió desde esta página es de otra persona: no se guardó nada y no se le muestra nada.`,
  beforeSignIn: 'Esta página es de antes de que usted entrara',
  beforeSignInWords: (name) =>
    `Ahora usted entró como ${name}, por eso no se guardó nada. Abra la página de nuevo para seguir.`,
  openAfresh: (name) => `Abrir esta página como ${name}`,
  iWroteThis: 'Yo escribí lo que se envió',
  iWroteThisWords:
    'Espera aquí, bajo llave, a la persona que lo escribió. Entre como esa persona y lo verá otra vez. No se envía hasta que usted lo envíe.',
  iWroteThisDo: 'Entrar y verlo otra vez',
  waitsOnDevice: 'También espera en este dispositivo, bajo llave, durante una semana.',
  wordsWait: 'Algo que usted escribió en este dispositivo no se guardó.',
  wordsWaitShow: 'Mostrarlo otra vez',
  wordsWaitDrop: 'Borrarlo',
  noLine: 'No se envió: no hay conexión. No salga de esta página y pulse otra vez cuando la haya.',
  whoSees: 'Quién puede ver esto',
  notSignedIn: 'Primero entre, por favor',
  meanwhile: {
    title: 'Alguien se adelantó',
    kept: 'Lo suyo no se envió. Sigue abajo: cámbielo, envíelo también o vuelva atrás.',
    keptToSave:
      'Lo suyo no se guardó. Sigue abajo: cámbielo, guárdelo de todos modos o vuelva atrás.',
    writes: (name, time) =>
      `${name} abrió esto (${time}) y quizá está escribiendo. Hablen antes de enviar.`,
    writesShort: (name) => `${name} quizá está escribiendo`,
  },
}
