import type { WaysWords } from '../en/ways.ts'

export const ways: WaysWords = {
  code: 'Su código',
  codeHelp:
    '12 letras y números, por ejemplo ABCD-EFGH-JKLM. Da igual si son mayúsculas o minúsculas, con o sin las rayas.',
  codeDo: 'Entrar',
  codeWrong:
    'No conocemos este código. Revise cada letra o elija otra forma más abajo. Un código que ya se usó no vuelve a servir',
  codeMalformed:
    'Un código tiene 12 letras y números. Nunca lleva 0, O, 1 ni I: busque D, Q, L o J. Revíselo, por favor',
  codeClosed:
    'Este código ya se usó o es demasiado antiguo. Elija otra forma más abajo, o pida uno nuevo a quien se lo dio',
  mail: 'Su correo electrónico',
  mailHelp: 'El que usted nos dio. Le mandamos un código que sirve durante 1 hora.',
  mailDo: 'Mándenme un código',
  mailMalformed: 'Escriba el correo así: nombre@example.org',
  mailNone: 'Desde aquí no se manda correo. Elija otra forma más abajo',
  mailAskedTitle: 'Mire su correo',
  mailAsked:
    'Si conocemos este correo, un código va en camino. Puede tardar unos minutos. Mire también en el correo no deseado.',
  mailSubject: 'Su código',
  mailText: (m) =>
    `Hola, ${m.name}:\n\nSu código para Alongside:\n\n${m.code}\n\nEscríbalo en la página donde lo pidió. Sirve una vez, durante 1 hora.\n\nO abra este enlace y pulse el botón:\n${m.url}\n\nSi usted no lo pidió, no tiene que hacer nada.\n`,
  name: 'Correo electrónico o nombre para entrar',
  others: 'Otras formas de entrar',
  to: {
    code: 'Tengo un código',
    mail: 'Quiero un código por correo electrónico',
    password: 'Tengo una contraseña',
  },
  cannot: 'No puedo entrar',
  cannotTrainee:
    'Llame a su coordinador o coordinadora: el contacto está al final de esta página. Le puede leer un código por teléfono o dárselo en papel. Lo que ya hizo está guardado.',
  cannotMail: 'O le mandamos un código por correo electrónico.',
  cannotStaff: 'Quien coordina u observa pide un enlace nuevo a la administración.',
  noAccount:
    'Usted necesita una invitación de la coordinación: un enlace o un código en papel. Con ella puede empezar enseguida.',
  again: 'O un código',
  opened: {
    title: (name) => `¿Entrar como ${name}?`,
    intro: 'Pulse el botón y ya está dentro. Sirve una vez.',
    notMe: 'Soy otra persona',
    typeIt: 'Escriba el código del mensaje',
    typeItHelp:
      'Abrió esto en otro navegador, no en el que lo pidió. Por eso, escriba el código una vez.',
    codeMissing: 'Escriba el código que está en el mensaje',
    used: 'Si ya entró con él antes, elija una de las formas de entrar.',
  },
  start: {
    intro: (programme) =>
      `Recibió una invitación al curso para mentores y mentoras de ${programme}. No necesita contraseña: pulse el botón y ya está dentro.`,
    do: 'Empezar',
    welcome: (name) =>
      `Le damos la bienvenida, ${name}. Ya está dentro, y lo que haga se guarda. Esta es la primera lección.`,
    changeLater: 'Cambiar mi nombre, idioma o cómo leo',
    again: 'Ya estuvo aquí antes. Pulse el botón y siga.',
    change: 'Cambiar mi nombre, idioma o correo',
    email: 'Correo electrónico',
    emailHelp: 'Así le podemos mandar un código cuando quiera volver desde otro aparato.',
    password: 'Prefiero elegir una contraseña',
  },
  mine: {
    title: 'Cómo entra usted',
    link: 'Cómo entra usted, correo y teléfono',
    intro: 'En su propio aparato sigue dentro. En otro necesita una de estas formas.',
    contact: 'Cómo le localizamos',
    contactSeen:
      'Lo ven usted y sus coordinadores. No lo ven otras personas en formación, ni quienes observan, ni las personas acompañadas.',
    email: 'Correo electrónico',
    emailHelp: 'Ahí llegan los códigos para entrar.',
    emailHelpNone: 'Desde aquí todavía no se manda correo. Sus coordinadores le pueden escribir.',
    phone: 'Teléfono',
    phoneHelp:
      'Para que su coordinador o coordinadora le pueda llamar, por ejemplo para leerle un código.',
    save: 'Guardar',
    saved: 'Guardado.',
    emailProof: 'Muestre primero que es usted: un correo abre un camino a su cuenta',
    emailMalformed: 'Escriba el correo así: nombre@example.org, o déjelo vacío',
    phoneMalformed: 'Escriba el teléfono con números, o déjelo vacío',
    passkeys: 'Ver o crear una llave de acceso',
    password: 'Contraseña',
    passwordNone: 'No tiene ninguna, y no la necesita. Si quiere, puede elegir una.',
    passwordHas:
      'Ya tiene una. Puede elegir otra; entonces se cierra la sesión en los demás aparatos.',
    passwordNow: 'Su contraseña de ahora',
    passwordNew: 'La contraseña nueva',
    passwordWrong: 'Esta no es su contraseña. Inténtelo otra vez',
    passwordSave: 'Guardar la contraseña',
    passwordSaved: 'Su contraseña está guardada. Desde ahora puede entrar con ella.',
    code: 'Un código',
    codeWords:
      'Se lo puede dar su coordinador o coordinadora, por teléfono o en papel. Sirve una vez, durante un día.',
    mail: 'Un código por correo electrónico',
    mailYes: (email) => `Lo puede pedir al entrar. Llega a ${email}.`,
    mailNo: 'Escriba arriba su correo electrónico y podrá pedirlo al entrar.',
    heldTitle: 'Lo que escribió para usted está cerrado aquí',
    held: (day) =>
      `Entró con un código que alguien le hizo. Para que nadie más lo lea de esa manera, lo que escribió antes y no compartió con nadie queda cerrado hasta el ${day}.`,
    heldDo: 'Abrirlo ahora: entre por otra forma que sea suya',
    changedSubject: 'Algo cambió en su cuenta',
    changedMail: (name) =>
      `Hola, ${name}:\n\nSe cambió la contraseña o el correo electrónico de su cuenta.\n\nSi fue usted, no tiene que hacer nada. Si no fue usted, avise a su coordinación, por favor.\n`,
  },
  notice: {
    made: (by, day) => `Código para usted, hecho por ${by} el ${day}`,
    platform: 'quienes llevan esta plataforma',
    unused: 'Nadie lo ha usado todavía.',
    used: (day) => `Se usó el ${day}.`,
    words: 'Con un código así se puede entrar como usted, una vez. ¿Lo pidió usted, o sabe de él?',
    mine: 'Sí, lo sé',
    notMine: 'No: ciérrenlo',
    notMineHelp:
      'Cierra el código y la sesión en todos los demás aparatos, y avisa a toda su coordinación. Después llame al contacto que está al final de esta página.',
    tell: (by) =>
      `${by ? `${by} preparó un código para mi cuenta` : 'Alguien preparó un código para mi cuenta'}, y no lo pedí yo. Lo cerré: el código y todos los demás aparatos que estaban dentro como yo. Por favor, averigüen qué pasó y llámenme.`,
    closed:
      'Cerrado. Nadie más está dentro como usted, y su coordinación está avisada. Por favor, llame al contacto de abajo.',
    mailSubject: 'Un código para su cuenta',
    mail: (name, by) =>
      `Hola, ${name}:\n\n${by} preparó un código con el que se puede entrar a su cuenta, una vez.\n\nSi usted lo pidió, no tiene que hacer nada. Si no lo pidió, avise a su coordinación, por favor.\n`,
  },
  staffNotice: {
    title: (day) => `Se hizo un enlace para entrar en su cuenta el ${day}`,
    made: (by, day) => `Enlace para una contraseña nueva, hecho por ${by} el ${day}`,
    words:
      'Con un enlace así se puede elegir una contraseña nueva para su cuenta, una vez. ¿Lo pidió usted, o sabe de él?',
    look: 'Verlo',
    held: 'Aquí se entró con un enlace así, y por eso no se puede decir si fue usted. Podrá hacerlo cuando entre de otra manera, o después de siete días.',
    notMineHelp:
      'Cierra el enlace y la sesión en todos los demás dispositivos, y avisa a la administración. Después elija una contraseña nueva.',
    knewDone: 'Anotado.',
    closed:
      'Cerrado. Nadie más está dentro como usted, y la administración está avisada. Ahora elija una contraseña nueva, por favor.',
  },
  staff: {
    do: 'Crear un código para entrar',
    help: 'Para quien no puede entrar. Se lo puede leer por teléfono o imprimir. Sirve una vez, durante un día; se le avisa a la persona de que usted lo hizo.',
    title: 'El código está listo',
    once: 'Solo se muestra esta vez. Léalo en grupos de 4 o imprima esta página.',
    for: (name) => `Para ${name}`,
    open: 'O apunte la cámara de su teléfono al cuadro:',
    type: (address) => `Vaya a ${address} y escriba:`,
    // «p. m.» ends with a point of its own.
    until: (time) => `Sirve una vez, hasta el ${time.replace(/\.$/, '')}.`,
    tellTitle: (name) => `${name} debería saberlo también ahora`,
    toldByMail: (email) => `Le escribimos a ${email}.`,
    noMail: 'No sale ningún correo: no conocemos su dirección, o desde aquí no se envía.',
    tellByPhone: (phone) => `Llame al ${phone} o envíe estas palabras:`,
    noPhone: 'No conocemos su teléfono. Dígaselo cuando vuelvan a hablar:',
    tellText: (name, by) =>
      `Hola, ${name}: habla ${by}. Preparé un código con el que puede entrar a su curso, una vez, hasta mañana. Si usted no lo pidió, avísenos, por favor.`,
    send: 'Abrir como mensaje de texto',
    told: 'Se le avisa a la persona de que usted lo hizo cuando vuelva a entrar. Lo que escribió solo para sí queda cerrado para quien entre con él.',
    email: 'Correo',
    phone: 'Teléfono',
    text: 'Enviar un mensaje',
  },
}
