import type { PasskeyWords } from '../en/passkeys.ts'

export const passkeys: PasskeyWords = {
  title: 'Llaves de acceso',
  what: 'Con una llave de acceso usted entra igual que desbloquea su teléfono: con el dedo, la cara o su PIN. No hay nada que recordar ni que escribir.',
  none: 'Todavía no tiene ninguna llave de acceso.',
  made: (day) => `Hecha el ${day}`,
  used: (day) => `usada por última vez el ${day}`,
  neverUsed: 'todavía sin usar',
  change: (name) => `Cambiar o quitar «${name}»`,
  name: 'Nombre',
  nameHelp: 'Para que la reconozca, por ejemplo «Mi teléfono». Solo lo ve usted.',
  nameDo: 'Guardar el nombre',
  remove: 'Quitar esta llave de acceso',
  removeHelp: 'Desde entonces ya no abre su cuenta. Las otras formas de entrar se quedan.',
  onlyWay: 'Es su única forma de entrar. Añada otra antes de quitarla.',
  problems: {
    missing: 'Escriba un nombre para esta llave de acceso',
    'too-long': 'El nombre es demasiado largo. Use 60 letras como máximo',
  },
  saved: {
    added: 'Su llave de acceso ya funciona. La próxima vez pulse «Entrar con una llave de acceso».',
    named: 'El nombre está guardado.',
    removed:
      'La llave de acceso ya no abre su cuenta. Bórrela también en su dispositivo, para que no se la ofrezca más.',
    declined: 'No volveremos a preguntar. Aquí puede añadir una llave de acceso cuando quiera.',
  },
  shared:
    'Usted dijo que otras personas usan esta computadora. Una llave de acceso se quedaría aquí; añádala en su propio teléfono.',
  enough: 'Tiene todas las llaves de acceso que puede haber. Quite una que no use.',
  add: 'Añadir una llave de acceso',
  addIntro:
    'Su teléfono o computadora le pedirá el dedo, la cara o su PIN. Nosotros nunca los vemos: se quedan en su dispositivo.',
  addWhere: 'Hágalo en su propio dispositivo, el que usará para aprender.',
  addDo: 'Hacer una llave de acceso',
  addNone:
    'Este navegador no puede hacer llaves de acceso. Sus otras formas de entrar siguen como están.',
  addRefused: 'No se pudo guardar esa llave de acceso. Pulse el botón otra vez.',
  proveTitle: 'Primero, demuestre que es usted',
  proveDo: 'Continuar',
  proveByPasskey: 'Demostrarlo con una llave de acceso',
  enter: 'Entrar con una llave de acceso',
  wrong: 'Esa llave de acceso no abrió ninguna cuenta. Inténtelo otra vez o entre de otra forma.',
  cancelled: 'No se usó ninguna llave de acceso. Puede intentarlo otra vez o entrar de otra forma.',
  already: 'Este dispositivo ya tiene una llave de acceso para su cuenta.',
  lost: 'No pudimos comunicarnos. Revise su conexión y pulse el botón otra vez.',
  offer: '¿Una forma más rápida de entrar?',
  offerText: 'Puede entrar con el dedo, la cara o el PIN de su teléfono.',
  offerDo: 'Prepararlo',
  offerNo: 'No, no me pregunten más',
  devices: {
    iphone: 'iPhone',
    ipad: 'iPad',
    android: 'Teléfono o tableta Android',
    windows: 'Computadora con Windows',
    mac: 'Mac',
    linux: 'Computadora',
    other: 'Llave de acceso',
  },
  toldAdded: (name) => `Se añadió una llave de acceso a su cuenta: ${name}`,
  toldHelp:
    'Con ella alguien puede entrar como usted. Si no fue usted, quítela y llame o escriba al contacto que está al final de esta página.',
  mail: {
    added: {
      subject: 'Se añadió una llave de acceso',
      text: (name) =>
        `Hola, ${name}:\n\nSe añadió una llave de acceso a su cuenta. Con ella se entra con el dedo, la cara o un PIN.\n\nSi fue usted, no tiene que hacer nada. Si no fue usted, avise a su coordinación, por favor.\n`,
    },
    removed: {
      subject: 'Se quitó una llave de acceso',
      text: (name) =>
        `Hola, ${name}:\n\nSe quitó una llave de acceso de su cuenta y ya no la abre.\n\nSi fue usted, no tiene que hacer nada. Si no fue usted, avise a su coordinación, por favor.\n`,
    },
  },
}
