import type { SecurityWords } from '../en/security.ts'

export const security: SecurityWords = {
  browsers: {
    edge: 'Edge',
    opera: 'Opera',
    samsung: 'Samsung Internet',
    firefox: 'Firefox',
    chrome: 'Chrome',
    safari: 'Safari',
  },
  systems: {
    android: 'un dispositivo Android',
    ios: 'un iPhone o iPad',
    windows: 'una computadora con Windows',
    chromeos: 'un Chromebook',
    mac: 'una Mac',
    linux: 'una computadora con Linux',
  },
  on: (browser, system) => `${browser} en ${system}`,
  aBrowser: 'Un navegador',
  aDevice: 'un dispositivo',
  unknownDevice: 'Un dispositivo que no dijo su nombre',
  ways: {
    password: 'con contraseña',
    passkey: 'con llave de acceso',
    code: 'con un código del personal',
    'mailed-code': 'con un código por correo',
    link: 'con un enlace',
    invitation: 'con una invitación',
    reset: 'con un enlace para una contraseña nueva',
    setup: 'con el enlace del primer inicio',
  },
  kinds: {
    'signed-in': 'Entró',
    refused: 'No pudo entrar',
    throttled: 'No pudo entrar: demasiados intentos',
    proven: 'Mostró de nuevo quién es',
    unproven: 'No pudo mostrar de nuevo quién es',
    'signed-out': 'Salió',
    'device-ended': 'Cerró otro dispositivo',
    denied: 'Pidió una página que no es suya, o que no existe',
    'new-device': 'Alguien del personal entró desde un dispositivo nuevo',
    'many-refusals': '20 intentos sin entrar en un día',
  },
  mine: {
    title: 'Dónde tiene la sesión abierta',
    link: 'Dispositivos y lo que pasó con su cuenta',
    intro:
      'Cada navegador en el que tiene la sesión abierta. Si no conoce alguno, ciérrelo y elija otra contraseña.',
    this: 'Este',
    since: (time) => `Abierta desde el ${time}`,
    used: (time) => `Se usó por última vez hacia el ${time}`,
    ends: (time) => `Se cierra sola el ${time} si no se usa`,
    network: (network) => `Desde la red ${network}`,
    networkUnknown: 'No se sabe desde dónde',
    end: 'Cerrar',
    endNamed: (device) => `Cerrar: ${device}`,
    endOthers: 'Cerrar todas las demás',
    only: 'No tiene la sesión abierta en ningún otro lugar.',
    ended: 'Cerrada. Quien la usaba tiene que entrar de nuevo.',
    othersEnded: 'Todas las demás están cerradas.',
    gone: 'Ya estaba cerrada.',
    happened: 'Lo que pasó con su cuenta',
    happenedIntro:
      'Lo más reciente, hasta 20. Solo lo ven usted y quienes administran; se guarda 180 días.',
    nothing: 'Nada todavía.',
    columns: { what: 'Qué', when: 'Cuándo', device: 'Dispositivo' },
    notYou: '¿Algo de esto no fue usted? Cierre el dispositivo y elija otra contraseña.',
    ways: 'Cómo entra usted',
  },
  log: {
    title: 'Entradas',
    intro:
      'Quién entró, quién no pudo entrar y quién pidió lo que no es suyo. Nunca lo que se escribió; de una red, sus primeras partes; de un nombre que nadie tiene, solo una marca. Se guarda 180 días. Lo que la gente cambió está en la actividad.',
    unusual: 'Por favor, mire',
    unusualNone: 'No hay nada fuera de lo común por mirar.',
    unusualHelp: {
      'new-device':
        'Pregunte a la persona si fue ella. Si no: desactive la cuenta y haga después un enlace para una contraseña nueva.',
      'many-refusals':
        'Alguien intenta adivinar, o una persona olvidó su contraseña. Pregunte a la persona; nadie de fuera puede bloquear la cuenta.',
    },
    more: 'Hay más. Aparecen cuando haya mirado estas.',
    looked: 'Ya las miré',
    lookedDone: 'Anotado. Ya no están en la lista.',
    waiting: (n) =>
      n === 1
        ? 'Una entrada fuera de lo común espera que alguien la mire.'
        : `${n > 50 ? 'Más de 50' : n} entradas fuera de lo común esperan que alguien las mire.`,
    person: 'Nombre',
    kind: 'Qué',
    from: 'Desde',
    to: 'Hasta',
    columns: {
      when: 'Cuándo',
      what: 'Qué',
      who: 'De quién es la cuenta',
      device: 'Dispositivo',
      network: 'Red',
    },
    nobody: (mark) => `un nombre que nadie tiene (${mark})`,
    noAccount: 'ninguna cuenta',
    none: 'Nada así.',
    older: 'Anteriores',
    newest: 'Lo más reciente',
    file: 'Guardar como archivo',
    cut: (n) => `Solo las ${n} líneas más recientes: elija menos días para ver las demás.`,
    route: 'Página',
    way: 'De qué manera',
  },
  mail: {
    'new-device': {
      subject: 'Su cuenta se usó en un dispositivo nuevo',
      text: (time, url) =>
        `Hola:\n\nEl ${time} alguien entró en su cuenta desde un dispositivo que no habíamos visto antes.\n\nSi fue usted, no tiene que hacer nada.\nSi no, entre, cierre ese dispositivo y elija otra contraseña:\n${url}\n\nEste correo no se puede desactivar.\n`,
    },
    'many-refusals': {
      subject: 'Muchos intentos fallidos en una cuenta',
      text: (time, url) =>
        `Hola:\n\nHasta el ${time}, una cuenta tuvo 20 intentos en un día y ninguno pudo entrar. Nadie de fuera puede bloquear una cuenta.\n\nPor favor, mire:\n${url}\n\nEste correo no se puede desactivar.\n`,
    },
  },
}
