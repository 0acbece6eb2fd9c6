import type { AccountWords } from '../en/account.ts'

export const account: AccountWords = {
  signInTitle: 'Entrar',
  signInIntro: 'Entre para seguir donde se quedó.',
  signInName: 'Nombre para entrar',
  signInNameHelp: 'Su correo electrónico o la palabra que usted eligió.',
  password: 'Contraseña',
  shared: 'Esta computadora es compartida',
  sharedHelp: 'Cerramos su sesión después de 30 minutos sin uso.',
  signInDo: 'Entrar',
  wrong: 'Ese nombre y esa contraseña no van juntos. Inténtelo otra vez.',
  tooMany: (minutes) =>
    minutes === 1
      ? 'Se intentó demasiadas veces. Espere 1 minuto e inténtelo otra vez.'
      : `Se intentó demasiadas veces. Espere ${minutes} minutos e inténtelo otra vez.`,
  tooManyHelp: (name, phone) => `Si no puede esperar, pregunte a ${name}, teléfono ${phone}.`,
  nameMissing: 'Escriba su nombre para entrar',
  passwordMissing: 'Escriba su contraseña',
  noAccount: 'Todavía no tengo cuenta',
  setupTitle: 'Preparar Alongside',
  setupIntro:
    'Usted será la primera persona que administra. Después puede invitar a coordinadores y coordinadoras.',
  joinTitle: (name) => (name ? `Le damos la bienvenida, ${name}` : 'Le damos la bienvenida'),
  joinStaff: (role, programme) => `Recibió una invitación (${role}) para ${programme}.`,
  resetTitle: 'Elija una contraseña nueva',
  resetIntro: (name) =>
    `Este enlace es de la cuenta «${name}». Elija una contraseña nueva y podrá entrar.`,
  name: '¿Cómo quiere que le llamemos?',
  nameHelp: {
    trainee: 'Su coordinador o coordinadora ve este nombre. Basta el nombre de pila.',
    staff: 'Ven este nombre las personas con quienes trabaja y quienes están en formación.',
  },
  chooseSignInName: 'Elija un nombre para entrar',
  chooseSignInNameHelp: {
    trainee:
      'Su correo electrónico o una palabra que recuerde, por ejemplo rosa.k. Al menos 3 letras, sin espacios. Solo lo ven usted y su coordinador o coordinadora.',
    staff:
      'Su correo electrónico o una palabra que recuerde, por ejemplo rosa.k. Al menos 3 letras, sin espacios. Solo lo ven usted y quienes llevan las cuentas.',
  },
  choosePassword: 'Elija una contraseña',
  choosePasswordHelp:
    'Al menos 8 caracteres. Tres palabras seguidas son fáciles de recordar. Nadie más puede verla.',
  showPassword: 'Mostrar la contraseña',
  chooseLanguage: '¿En qué idioma quiere leer?',
  english: 'English',
  spanish: 'Español',
  joinDo: 'Guardar y empezar',
  joinHere: (name) => `Está dentro como ${name}`,
  joinHereWords: 'No necesita otra cuenta. Todo lo que ha hecho queda como está.',
  joinHereDo: (name) => `Entrar al programa como ${name}`,
  joinHereOther: '¿Es otra persona? Llene el formulario de abajo y se hace una cuenta nueva.',
  ownName: {
    link: 'Corregir su nombre',
    title: 'Su nombre',
    intro: '¿Su nombre está mal escrito o ha cambiado? Escríbalo como debe ser.',
    label: 'Nombre',
    hint: 'Usted entra igual que antes. Un certificado conserva el nombre con el que firmó, y se puede emitir otra vez.',
    seen: 'Lo ven sus coordinadores y las personas a quienes escribe. Queda anotado que se corrigió, no cómo era antes.',
    save: 'Guardar mi nombre',
    saved: (name) => `Guardado. Su nombre es ${name}.`,
    theirs: 'Nombre',
    theirsHelp:
      'Si está mal escrito o ha cambiado. Lo que ya se firmó conserva el nombre anterior. Queda anotado que usted lo corrigió.',
    theirsMissing: 'Escriba el nombre de la persona',
    theirsDo: 'Guardar el nombre',
  },
  setupDo: 'Crear mi cuenta',
  resetDo: 'Guardar y entrar',
  problems: {
    name: {
      missing: 'Escriba cómo quiere que le llamemos',
      'too-long': 'El nombre es muy largo. Use 100 caracteres como máximo',
      address: 'Escriba solo el nombre, sin dirección y sin @, < ni >',
    },
    signInName: {
      missing: 'Elija un nombre para entrar',
      malformed:
        'Use su correo electrónico, o una palabra de 3 a 100 letras de la a a la z, sin espacios, comillas ni < >',
      taken: 'Alguien ya usa ese nombre para entrar, o uno que se le parece. Elija otro',
    },
    password: {
      'too-short': 'Use al menos 8 caracteres',
      'too-long': 'Use 128 caracteres como máximo',
      'too-common': 'Muchas personas usan esta contraseña y es fácil de adivinar. Elija otra',
      'is-the-name': 'La contraseña no puede ser el nombre para entrar',
      'is-known':
        'Es solo su nombre, o el nuestro, con números o signos. Añada palabras que nadie relacione con usted',
    },
  },
  linkUnknown: 'Este enlace no funciona',
  linkUnknownWords:
    'Quizá falta una parte del enlace. Ábralo otra vez desde su mensaje o pida uno nuevo a quien se lo dio.',
  linkUsed: 'Este enlace ya se usó',
  linkUsedWords:
    'Un enlace sirve una vez. Si ya entró con él antes, entre por una de las formas de abajo.',
  linkExpired: 'Este enlace es demasiado antiguo',
  linkExpiredWords: {
    trainee: 'Pida uno nuevo a su coordinador o coordinadora. Toma un minuto.',
    staff: 'Pida uno nuevo a quien se lo dio. Toma un minuto.',
  },
  linkWithdrawn: 'Este enlace fue retirado',
  linkWithdrawnWords: {
    trainee: 'Pida uno nuevo a su coordinador o coordinadora.',
    staff: 'Pida uno nuevo a quien se lo dio.',
  },
  signedInAs: (name) => `Entró como ${name}.`,
  roles: {
    trainee: 'Persona en formación',
    observer: 'Observación',
    coordinator: 'Coordinación',
    administrator: 'Administración',
  },
}
