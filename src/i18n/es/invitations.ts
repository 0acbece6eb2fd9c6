import type { InvitationsWords } from '../en/invitations.ts'

export const invitations: InvitationsWords = {
  join: {
    title: 'Escriba su código',
    intro: 'Le dieron una hoja o un mensaje con un código de 12 letras y números.',
    go: 'Seguir',
  },
  invite: {
    email: 'Correo electrónico',
    emailHelp: 'Ahí enviamos la invitación. Sin correo, usted recibe el enlace para entregarlo.',
    emailHelpNoMail:
      'Aquí no está preparado el envío de correos, así que usted recibe el enlace para entregarlo. La dirección se guarda con la invitación hasta que se use.',
    emailMalformed: 'Escriba el correo como nombre@ejemplo.org, o déjelo vacío',
    cohort: 'Grupo',
    noCohort: 'Ningún grupo',
    cohortWrong: 'Elija un grupo de este programa',
    many: 'Invitar a varias personas a la vez',
    one: 'Invitar a una persona',
    manyTitle: 'Invitar a varias personas',
    manyIntro:
      'Pegue una lista, una persona por línea: nombre, correo, idioma, grupo. Solo hace falta el nombre. Puede copiar las filas de una hoja de cálculo o de una agenda, con sus títulos.',
    list: 'La lista',
    listHelp:
      'Por ejemplo: Rosa Díaz, rosa@example.org, español. Como máximo 500 personas a la vez. No se escribe nada antes de que usted vea la página siguiente.',
    file: 'O tome la lista de un archivo (CSV)',
    fileHelp:
      'En una hoja de cálculo, elija «Guardar como» y después CSV. El archivo que elija aquí se toma en lugar de la casilla de arriba.',
    fileRefused:
      'Este archivo no se puede leer como lista. Guarde la hoja de cálculo como CSV, con 500 personas como máximo, y elíjalo otra vez.',
    check: 'Revisar la lista',
    letters: {
      title: '¿Se ven bien estos nombres?',
      intro:
        'El archivo no dice cómo escribe las letras con acento. Todavía no se ha escrito ni enviado nada.',
      legend: 'Elija la línea en la que los nombres se ven bien',
      none: 'Si no es ninguna, guarde el archivo como «CSV UTF-8» y elíjalo otra vez.',
      missing: 'Elija la línea en la que los nombres se ven bien',
      go: 'Usar estos nombres',
      back: 'Elegir otro archivo',
    },
    columns: {
      title: '¿Qué hay en cada columna?',
      intro:
        'No pudimos saberlo por la lista. Todavía no se ha escrito ni enviado nada. Debajo de cada columna ve sus primeras líneas.',
      column: (n) => `Columna ${n}`,
      leaveOut: 'Dejarla fuera',
      kinds: {
        name: 'El nombre completo',
        given: 'Nombre',
        family: 'Apellidos',
        email: 'Correo',
        language: 'Idioma',
        cohort: 'Grupo',
      },
      headings: 'La primera línea tiene títulos, no una persona',
      missing: 'Elija la columna que tiene el nombre',
      go: 'Usar estas columnas',
    },
    leftOut: (columns) =>
      `Estas columnas se dejan fuera: ${columns}. Solo se toman nombre, correo, idioma y grupo.`,
    accountHelp:
      'Quien ya tiene cuenta no necesita otra: mire en «Personas». Para que entre también en este programa, invite a esa persona sola, sin la dirección, y entréguele el enlace. Primero entra en su cuenta y después lo abre.',
    hasAccount:
      'Alguien ya tiene una cuenta con esta dirección. Si debe entrar también en este programa, deje la dirección vacía y entregue el enlace: primero entra en su cuenta y después lo abre',
    same: {
      legend: (name, lines) =>
        `El nombre ${name} está en las líneas ${lines.join(', ')}. ¿Son personas distintas?`,
      different: 'Sí, son personas distintas: invitar a cada una',
      same: 'No, es una sola persona: invitar solo la primera línea',
      missing: 'Diga si son personas distintas',
    },
    doThem: 'Invitar a estas personas',
    previewTitle: 'Mire la lista antes de invitar',
    previewNothing: 'Todavía no se ha escrito ni enviado nada.',
    previewCount: (good, bad) =>
      `${good === 1 ? 'Se puede invitar a 1 persona' : `Se puede invitar a ${good} personas`}${bad ? `; ${bad === 1 ? '1 línea tiene un problema' : `${bad} líneas tienen un problema`}` : ''}.`,
    line: 'Línea',
    name: 'Nombre',
    mail: 'Correo',
    language: 'Idioma',
    state: 'Resultado',
    fine: 'Bien',
    unreachable:
      'Sin correo: nuestro servidor de correo no puede escribir a una dirección con letras como é o ñ antes de la @. Entregue el enlace.',
    rowProblems: {
      'name-missing': 'falta el nombre',
      'name-too-long': 'el nombre tiene más de 100 caracteres',
      'name-address': 'el nombre contiene una dirección, @, < o >',
      'letters-lost': 'se perdieron letras al guardar la lista: guárdela como «CSV UTF-8»',
      'email-malformed': 'el correo no está completo',
      'language-unknown': 'el idioma no es inglés ni español',
      'cohort-unknown': 'no hay un grupo con este nombre',
      'too-many-columns': 'hay más de 4 columnas',
      formula: 'una celda empieza con =, +, - o @, como una fórmula',
      twice: 'esta persona está dos veces en la lista',
      'same-name': 'otra línea tiene el mismo nombre: vea la pregunta de abajo',
      'has-account': 'ya tiene una cuenta',
      'already-invited': 'ya hay una invitación que espera en esta dirección',
    },
    refusals: {
      empty: 'Pegue al menos un nombre',
      'not-a-list': 'No pudimos leer esto como una lista. Revise las comillas, o péguela sin ellas',
      'too-many': (rows) =>
        `La lista tiene ${rows} líneas. Invite como máximo a 500 personas a la vez`,
    },
    mend: 'Cambiar la lista',
    doIt: (n) => (n === 1 ? 'Invitar a 1 persona' : `Invitar a ${n} personas`),
    onlyGood: 'Las líneas con un problema se dejan fuera.',
    twice:
      'Esta lista ya se usó. Las invitaciones están ahí; si se perdió un enlace, vuelva a prepararlo.',
    doneTitle: (n) => (n === 1 ? 'La invitación está lista' : `${n} invitaciones están listas`),
    doneMailed: (n) =>
      n === 1
        ? '1 de ellas espera para salir por correo. La lista de invitaciones dice si se envió.'
        : `${n} de ellas esperan para salir por correo. La lista de invitaciones dice cuáles se enviaron.`,
    doneOnce:
      'Los enlaces y códigos se muestran solo esta vez. Cópielos, o imprima esta página: hay una tarjeta para cada persona.',
    cardFor: (name) => `Para ${name}`,
    cardOpen: 'Abra esta dirección, o apunte al cuadro con la cámara del teléfono:',
    cardCode: (address) => `O vaya a ${address} y escriba este código:`,
    cardQuestions: (phone) => `¿Preguntas? Llame al ${phone}.`,
    cardUntil: 'Funciona una vez, durante 30 días.',
    mailedTo: (address) => `También sale por correo a ${address}`,
    toList: 'Ver si se envió',
  },
  mailState: {
    queued: 'Espera para salir por correo',
    queuedAgain: (reason, time) =>
      `Todavía no se envió: ${reason} Se intenta otra vez el ${time.replace(/\.$/, '')}.`,
    sent: (time) => `Enviada el ${time}: el servidor de correo la aceptó`,
    refused: (reason) => `No se envió: ${reason} Prepárela otra vez y entréguela en mano.`,
    reasons: {
      address: 'el servidor de correo rechaza esta dirección. Revísela, por favor.',
      full: 'el buzón de esa dirección está lleno.',
      'not-let-in':
        'el servidor de correo no deja entrar a esta plataforma. Avise a quien la administra.',
      certificate:
        'el servidor de correo no puede demostrar quién es. Avise a quien administra esta plataforma.',
      away: 'no se puede comunicar con el servidor de correo.',
      other: 'el servidor de correo no la aceptó.',
    },
    trouble: (n) =>
      n === 1 ? '1 invitación no salió por correo' : `${n} invitaciones no salieron por correo`,
    troubleMore: (n) =>
      `Más de ${n} invitaciones no salieron por correo. Estas son las más antiguas:`,
  },
  mail: {
    subject: 'Su invitación',
    text: (m) =>
      `Hola, ${m.name}:\n\n${m.inviter} le invita a Alongside.\n\nAbra este enlace para empezar. Funciona una vez, durante 30 días:\n${m.url}\n\nSi no esperaba este mensaje, puede borrarlo.\n`,
  },
  several: {
    choose: 'Elegir',
    help: 'Elija invitaciones de la lista, o todas. Primero verá quién recibe una nueva.',
    all: (n) =>
      n === 1
        ? 'La única invitación de esta lista'
        : `Las ${n} de esta lista, como máximo 400 a la vez`,
    look: 'Invitar otra vez, y mirarlo antes',
    title: 'Invitar otra vez a varias personas',
    nothingYet:
      'Todavía no se ha enviado nada. Los enlaces y códigos que tienen ahora dejan de funcionar.',
    mailed: (n) => (n === 1 ? '1 persona recibe un correo:' : `${n} personas reciben un correo:`),
    handed: (n) =>
      n === 1
        ? '1 persona recibe una tarjeta en mano:'
        : `${n} personas reciben una tarjeta en mano:`,
    not: (n) =>
      n === 1
        ? 'Con 1 no funciona: mientras tanto se usó o se retiró.'
        : `Con ${n} no funciona: mientras tanto se usaron o se retiraron.`,
    nobody: 'No ha elegido a nadie.',
    do: (n) => (n === 1 ? 'Invitar otra vez a 1 persona' : `Invitar otra vez a ${n} personas`),
    twice: 'Esto ya se hizo. Si se perdió un enlace, haga otra vez esa invitación',
  },
  list: {
    title: 'Invitaciones',
    intro: 'Invitaciones que nadie ha usado todavía.',
    introStaff: 'Invitaciones para coordinar que nadie ha usado todavía.',
    withdrawn: 'La invitación quedó retirada. Su enlace y su código ya no funcionan.',
    waiting: 'En espera',
    expired: 'Demasiado antiguas',
    invite: 'Invitar a una persona',
    columnName: 'Para',
    columnRole: 'Como',
    columnMade: 'Preparada',
    columnUntil: 'Vale hasta',
    columnDo: 'Hacer',
    again: 'Preparar otra vez',
    againFor: (name) => `Preparar otra vez la invitación para ${name}`,
    againHelp: 'Un enlace y un código nuevos; los anteriores dejan de funcionar.',
    revoke: 'Retirar',
    revokeFor: (name) => `Retirar la invitación para ${name}`,
  },
}
