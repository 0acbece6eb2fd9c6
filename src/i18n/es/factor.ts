import type { FactorWords } from '../en/factor.ts'

export const factor: FactorWords = {
  title: 'Segundo paso al entrar',
  link: 'Segundo paso y códigos de recuperación',
  what: 'Usted lee lo que otras personas escribieron y decide sobre ello. Un segundo paso las protege si alguien llega a saber su contraseña: un código de una aplicación en su teléfono o una llave de acceso.',
  state: {
    none: 'Todavía no tiene un segundo paso.',
    app: 'Tiene una aplicación que hace códigos.',
    passkeys: (n) => (n === 1 ? 'Tiene una llave de acceso.' : `Tiene ${n} llaves de acceso.`),
    left: (n) =>
      n === 1 ? 'Queda un código de recuperación.' : `Quedan ${n} códigos de recuperación.`,
    noCodes: 'No tiene códigos de recuperación.',
  },
  due: (day) =>
    `Todo el equipo necesita un segundo paso desde el ${day}. Hasta entonces puede dejarlo para después.`,
  first: {
    title: 'Antes, un segundo paso',
    text: 'Ahora todo el personal necesita un segundo paso. De lo que acaba de escribir todavía no se ha guardado nada: está en esta página, bajo llave, y solo usted puede abrirlo.',
    setUp: 'Prepararlo (se abre otra pestaña)',
    then: 'Cuando lo haya preparado, vuelva a esta página y envíe lo que escribió.',
    send: 'Enviar lo que escribí',
  },
  dueNow:
    'Todo el equipo necesita ya un segundo paso. Prepare el suyo, por favor; después puede seguir.',
  notice: {
    title: 'Prepare un segundo paso, por favor',
    text: (day) =>
      `Desde el ${day}, quienes coordinan, observan o administran necesitan un segundo paso al entrar. Se hace en unos dos minutos.`,
    do: 'Prepararlo',
  },
  choose: '¿Cuál le conviene?',
  passkey: {
    title: 'Una llave de acceso',
    text: 'Su dedo, su cara o el PIN de este dispositivo. Es lo más rápido, y nadie puede sacársela con engaños. Sirve en este dispositivo o en su teléfono.',
    do: 'Añadir una llave de acceso',
  },
  app: {
    title: 'Una aplicación que hace códigos',
    text: 'Una aplicación de autenticación en su teléfono, por ejemplo Aegis, 2FAS, Google Authenticator o la de contraseñas del teléfono. Funciona sin conexión.',
    do: 'Preparar una aplicación',
    replace: 'Preparar otra aplicación en su lugar',
    one: '1. Abra su aplicación',
    oneText: 'Elija en ella «añadir» o «+». Si no tiene ninguna, instale una antes.',
    two: '2. Enséñele esta imagen',
    twoText: 'Sostenga el teléfono de modo que la aplicación vea el cuadrado.',
    picture: 'Una imagen cuadrada que lee su aplicación. Después está lo mismo como texto.',
    byHand: '¿Sin cámara? Escriba esta clave en la aplicación',
    key: 'La clave',
    keyHelp:
      'Da igual con mayúsculas o minúsculas, con o sin espacios. Es solo para su aplicación.',
    open: 'Abrirla en una aplicación de este dispositivo',
    three: '3. Escriba el código que muestra la aplicación',
    label: 'Código de 6 cifras',
    help: 'Cambia cada 30 segundos.',
    act: 'Terminar',
  },
  codes: {
    title: 'Códigos de recuperación',
    what: 'Para el día en que pierda o se rompa su teléfono: cada uno vale una vez en lugar del segundo paso.',
    make: 'Hacer códigos de recuperación',
    again: 'Hacer códigos nuevos',
    againHelp: 'Los de antes dejan de servir.',
    madeTitle: 'Sus códigos de recuperación',
    madeIntro:
      'Solo se muestran ahora. Imprímalos o anótelos, y guárdelos donde guarda sus papeles, no en el teléfono.',
    each: 'Cada uno sirve una vez.',
    done: 'Ya los tengo: seguir',
    print: 'Imprimir',
  },
  remove: {
    title: 'Quitar la aplicación',
    text: 'Desde entonces su cuenta se abre sin los códigos de ella.',
    do: 'Quitar la aplicación',
    needed:
      'El equipo necesita un segundo paso, y este es el único suyo. Prepare antes otro, u otra aplicación en su lugar.',
  },
  later: 'Ahora no',
  goOn: 'Seguir',
  proveTitle: 'Primero, muestre que es usted',
  saved: {
    app: 'Su aplicación está preparada. La próxima vez que entre le pediremos su código.',
    passkey:
      'Su llave de acceso es desde ahora su segundo paso. Haga también códigos de recuperación, por favor.',
    removed: 'La aplicación está quitada.',
  },
  step: {
    title: 'Segundo paso',
    intro: (name) => `Hola, ${name}. Muestre una vez más que es usted, por favor.`,
    label: 'Código de su aplicación o código de recuperación',
    help: '6 cifras de la aplicación de su teléfono. Un código de recuperación tiene 12 letras y números.',
    labelCode: 'Código de recuperación',
    helpCode: '12 letras y números, por ejemplo ABCD-EFGH-JKLM.',
    do: 'Continuar',
    other: 'Entrar como otra persona',
    cannot: 'No tengo ni el teléfono ni los códigos',
    cannotText:
      'Quien administra puede quitarle el segundo paso, y usted prepara uno nuevo. Pídaselo de una manera en que le conozca, por ejemplo por teléfono.',
    passkeyOnly: 'Use su llave de acceso: pulse el botón.',
    noScript: 'Una llave de acceso necesita JavaScript. Un código de recuperación sirve sin él.',
  },
  proof: {
    label: 'Código de su aplicación o código de recuperación',
    help: 'Para que nadie haga esto en su nombre.',
    passkeyHelp:
      'Para que nadie haga esto en su nombre. También vale una llave de acceso o un código de recuperación.',
    passkey: 'Demostrarlo con una llave de acceso',
    shown: 'Demostrado. Pulse ahora el botón que quiera.',
    passkeyMissing: 'Demuestre que es usted: pulse «Demostrarlo con una llave de acceso»',
    passkeyWrong: 'Esa llave de acceso no se ha aceptado. Pulse el botón otra vez',
    noScript:
      'Aquí no se puede pedir su llave de acceso: hace falta JavaScript y un navegador que conozca las llaves de acceso. Active JavaScript o abra esta página en el dispositivo que tiene su llave. Los códigos de recuperación funcionan sin él: créelos allí, en «Cómo entra usted».',
  },
  problems: {
    missing: 'Escriba el código que muestra su aplicación',
    malformed:
      'Un código de la aplicación tiene 6 cifras; uno de recuperación, 12 letras y números. Compruébelo, por favor',
    wrong: 'Ese código no es correcto. Escriba el que muestra ahora la aplicación',
    clock:
      'Ese código es de otra hora: el reloj de su teléfono no va bien. Póngalo en «automático» en los ajustes del teléfono y escriba el código nuevo',
    used: 'Ese código ya se usó. Espere a que la aplicación muestre uno nuevo, o tome otro código de recuperación',
    'not-fresh': 'Ha pasado demasiado tiempo. Empiece otra vez, por favor',
  },
  recover: {
    title: 'Para quien administra: contraseña nueva con dos códigos de recuperación',
    link: 'Administro la plataforma y tengo mis códigos de recuperación',
    intro:
      'Si usted administra esta plataforma y olvidó su contraseña, con dos de sus códigos de recuperación puede elegir una nueva. Los dos quedan usados.',
    first: 'Primer código de recuperación',
    second: 'Segundo código de recuperación',
    do: 'Elegir una contraseña nueva',
    wrong:
      'Esto no va junto: el nombre de entrada de quien administra y dos códigos distintos que no se hayan usado. Compruébelo, por favor',
  },
  manage: {
    title: 'Segundo paso',
    menu: 'Segundo paso',
    intro:
      'Desde este día, quienes administran, coordinan u observan necesitan un segundo paso al entrar. Quien no lo tenga entonces solo podrá prepararlo. Nadie pierde nada.',
    now: (day) => `El día es el ${day}.`,
    past: (day) => `Vale desde el ${day}.`,
    day: 'Desde qué día',
    dayHelp: 'Hoy como muy pronto; dentro de 180 días como muy tarde.',
    save: 'Guardar el día',
    saved: 'El día está guardado.',
    problems: {
      missing: 'Elija un día',
      early: 'Ese día ya pasó. Elija hoy o uno posterior',
      late: 'Elija un día dentro de los próximos 180 días',
    },
    counts: (have, all) => `${have} de ${all} tienen un segundo paso.`,
    without: 'Quién no lo tiene todavía',
    withoutNone: 'Todas las personas lo tienen.',
    more: (n) => `Y ${n} más.`,
    before: 'Quién puso el día',
    came: 'vino con la instalación',
    line: (day, on, by) => `${day} (puesto el ${on}, ${by})`,
  },
  reset: {
    has: 'Tiene un segundo paso.',
    none: 'No tiene un segundo paso.',
    help: 'Para quien perdió su teléfono. Asegúrese de que de verdad es esa persona: llámela a un número que usted conozca. Se van la aplicación, las llaves de acceso y los códigos de recuperación, se cierra la sesión en todos los dispositivos, y se le avisa por correo y aquí. Entra con su contraseña y prepara otro segundo paso.',
    do: 'Quitar el segundo paso',
    done: 'Quitado. Se le avisa.',
    wayBack: 'Un camino de vuelta',
    link: 'Hacer un enlace para una contraseña nueva',
    linkHelp:
      'Para quien olvidó la contraseña. Sirve una vez, durante 24 horas, y se le avisa por correo de que se hizo. El segundo paso se queda: se pide después.',
    linkTitle: 'Un enlace para una contraseña nueva',
    linkOnce: 'Solo se muestra ahora. Entréguelo de una manera en que conozca a la persona.',
    linkFor: (name) => `Enlace para ${name}`,
    back: 'Volver a la cuenta',
    mutual:
      'Esta persona le quitó a usted el segundo paso, o hizo un enlace a su cuenta, en los últimos 7 días. Tiene que hacerlo otra persona que administre, o la línea de órdenes.',
  },
  told: {
    title: 'Le quitaron el segundo paso',
    was: (day) => `Se quitó el ${day}.`,
    reset: (by, day) => `${by} quitó su segundo paso el ${day}.`,
    resetHelp:
      'Si usted no lo pidió, dígaselo enseguida a otra persona que administre. Prepare ahora uno nuevo.',
    commandLine: 'Quien lleva el servidor',
  },
  mail: {
    added: {
      subject: 'Se preparó un segundo paso',
      text: (name) =>
        `Hola, ${name}:\n\nSe preparó para su cuenta una aplicación que hace códigos. Desde ahora se pide al entrar.\n\nSi fue usted, no tiene que hacer nada. Si no, dígaselo enseguida a quien administra.\n`,
    },
    removed: {
      subject: 'Se quitó un segundo paso',
      text: (name) =>
        `Hola, ${name}:\n\nSe quitó de su cuenta la aplicación que hace códigos.\n\nSi fue usted, no tiene que hacer nada. Si no, dígaselo enseguida a quien administra.\n`,
    },
    codes: {
      subject: 'Se hicieron códigos de recuperación nuevos',
      text: (name) =>
        `Hola, ${name}:\n\nSe hicieron códigos de recuperación nuevos para su cuenta. Los de antes dejan de servir.\n\nSi fue usted, no tiene que hacer nada. Si no, dígaselo enseguida a quien administra.\n`,
    },
    reset: {
      subject: 'Se quitó su segundo paso',
      text: (name) =>
        `Hola, ${name}:\n\nQuien administra quitó el segundo paso de su cuenta: aplicación, llaves de acceso y códigos de recuperación. Su sesión está cerrada en todas partes. Entre con su contraseña y prepare otro.\n\nSi usted no lo pidió, dígaselo enseguida a otra persona que administre.\n`,
    },
    recovered: {
      subject: 'Se usaron dos códigos de recuperación',
      text: (name) =>
        `Hola, ${name}:\n\nSe usaron dos de sus códigos de recuperación para elegir una contraseña nueva.\n\nSi fue usted, no tiene que hacer nada. Si no, dígaselo enseguida a otra persona que administre.\n`,
    },
  },
}
