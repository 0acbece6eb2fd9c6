import type { ProgrammesWords } from '../en/programmes.ts'

export const programmes: ProgrammesWords = {
  make: 'Crear un programa',
  makeIntro:
    'Empieza como borrador: nadie lo ve antes de que usted lo abra. Sus palabras, temas y líneas para emergencias empiezan como las del programa que usted elija, y se cambian sección por sección.',
  from: 'Empezar con las palabras de',
  fromHelp: 'Elija uno del mismo país: trae su número de emergencias y su inglés.',
  languages: 'Idiomas',
  languagesHelp:
    'En los que se puede leer este programa. Hacen falta las palabras en cada uno. Un idioma que usted agregue después se ofrece en cuanto no le falte nada.',
  languagesWait: (language, sections) =>
    `${language}: todavía no se ofrece. Faltan palabras en: ${sections}.`,
  makeDo: 'Crear el borrador',
  problems: {
    unknown: 'Elija un programa',
    taken: 'Otro programa tiene este nombre. Elija uno que se distinga',
  },
  states: {
    draft: 'Borrador: todavía no lo ve nadie',
    open: 'Abierto',
    archived: 'Archivado: ya no recibe a nadie',
  },
  sectionsTitle: 'Lo que hay que llenar',
  sections: {
    about: 'Nombre, idiomas y lugar',
    contact: 'Contacto',
    crisis: 'Líneas para emergencias',
    terms: 'Sus propias palabras',
    areas: 'Temas de experiencia',
    checks: 'Verificaciones de mentores',
  },
  exampleEnds: 'Termina por sí solo cuando usted pone un teléfono y un correo propios.',
  done: 'Completo',
  toDo: 'Falta algo o todavía es un ejemplo',
  back: 'Todas las secciones',
  wordsIntro:
    'Estas palabras aparecen en las lecciones, en la ayuda al final de cada página y en las listas de temas. Cada sección se guarda por separado, y no se guarda nada antes de que usted vea la vista previa.',
  changes: 'Lo que cambia',
  changesNone: 'No cambia nada.',
  losing: {
    title: (areas) => `Se quita: ${areas.join(', ')}`,
    who: (n) =>
      n === 0
        ? 'Ninguna persona aprobada la tiene.'
        : n === 1
          ? '1 persona aprobada la tiene. La decisión sigue igual, pero ya no se encuentra a nadie por esta área. Hable con ella antes de guardar:'
          : `${n} personas aprobadas la tienen. Las decisiones siguen igual, pero ya no se encuentra a nadie por esta área. Hable con ellas antes de guardar:`,
    noGo: (name) => `${name}: pidió que no la tuvieran en cuenta para esto`,
  },
  before: 'Antes:',
  after: 'Ahora:',
  marked: 'Las palabras nuevas están marcadas en la lección de abajo.',
  open: 'Abrir este programa',
  openHelp:
    'Desde entonces se puede solicitar la entrada, y usted puede invitar a la coordinación. Todo lo de arriba tiene que estar completo, con contactos donde alguien responda.',
  reopen: 'Volver a recibir personas',
  archive: 'Archivar este programa',
  archiveHelp:
    'Una vez archivado, nadie solicita, recibe invitación ni se pasa a este programa. Quien está en él sigue como antes: las personas mentoras siguen en el registro y la coordinación en su trabajo.',
  refused: {
    'to-do': (sections) =>
      `Todavía no se puede abrir. Falta algo o todavía es un ejemplo en: ${sections}.`,
    default:
      'Es el programa cuyos contactos lee quien todavía no ha entrado. Antes, quien administra el servidor tiene que nombrar otro (DEFAULT_PROGRAMME).',
    waiting: (invitations, applications) =>
      `Todavía hay personas que esperan entrar: ${[
        ...(invitations
          ? [invitations === 1 ? '1 invitación abierta' : `${invitations} invitaciones abiertas`]
          : []),
        ...(applications
          ? [applications === 1 ? '1 solicitud' : `${applications} solicitudes`]
          : []),
      ].join(', ')}. Respóndalas o retírelas primero.`,
  },
  archivedHere: (programme) =>
    `${programme} está archivado: no recibe a más personas en formación. Quien administra lo puede abrir de nuevo.`,
}
