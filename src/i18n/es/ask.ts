import type { AskWords } from '../en/ask.ts'

export const ask: AskWords = {
  rule: 'Las personas y los centros pueden pedir acompañamiento por su cuenta',
  ruleHelp: (address) =>
    `Entonces hay un formulario en ${address}, para quien busca un mentor o una mentora y para el personal de los centros. Lo puede abrir cualquiera que tenga la dirección.`,
  title: 'Pedir un mentor o una mentora',
  intro:
    'Un mentor o una mentora vive con una enfermedad de largo plazo y escucha a alguien que apenas empieza. No es personal médico ni de enfermería, y no llega enseguida.',
  dangerTitle: 'Si alguien está en peligro ahora',
  danger:
    'Entonces un mentor o una mentora no puede ayudar, y nadie lee este formulario enseguida. Llame:',
  how: 'Cómo funciona',
  steps: [
    'Usted escribe lo que espera. No se pide ningún nombre: la petición recibe un código.',
    'Alguien de la coordinación la lee y busca a una persona adecuada. Puede tardar unas semanas.',
    'Se pregunta a un mentor o una mentora, y solo se le dice lo que usted permite. Después también se le pregunta a usted.',
    'Solo cuando ambas partes han dicho que sí, la coordinación las pone en contacto.',
  ],
  which: '¿Dónde lo pide?',
  none: 'Ahora no se puede pedir aquí por formulario.',
  closed:
    'Ya no se puede pedir con este formulario. No se envió nada, y lo que escribió sigue aquí. Por favor, llame o escriba al contacto al final de esta página',
  noneHelp: 'Por favor, llame o escriba al contacto al final de esta página.',
  myself: 'Lo pido para mí',
  facility: 'Trabajo en un centro y lo pido para alguien',
  have: 'Ya tengo un código',
  formTitle: {
    person: 'Pedir un mentor o una mentora',
    facility: 'Pedir un mentor o una mentora para alguien',
  },
  formIntro: {
    person: (programme) =>
      `Esto llega a la coordinación de ${programme}. Por favor, no escriba ningún nombre: ni el suyo ni el de nadie.`,
    facility: (programme) =>
      `Esto llega a la coordinación de ${programme}. Pregunte primero a la persona, y escríbanlo juntos si es posible. Por favor, no escriba ningún nombre.`,
  },
  seen: 'Quién ve esto: la coordinación. A un mentor o una mentora solo se le dice lo que se permite abajo.',
  you: {
    languagesHelp: '¿En cuáles de estos puede hablar con un mentor o una mentora?',
    ways: '¿Cómo le gustaría hablar?',
    times: '¿Cuándo le viene bien?',
    place: '¿Dónde, si quiere verse en persona?',
    hopes: '¿Qué espera usted?',
    wouldNotWork: '¿Qué no le serviría a usted?',
    wishes: '¿Qué es lo que más le importa?',
    toldHelp:
      'Marque solo lo que usted acepta. Lo que no se marca queda en la coordinación. Por aquí, un mentor o una mentora nunca sabe cómo comunicarse con usted.',
    consent: '¿Está de acuerdo?',
    consentHelp: 'Sin esto no se guarda nada. Puede retirarlo en cualquier momento.',
    problems: {
      'consent-missing': 'Marque que está de acuerdo. Sin esto no se guarda nada',
      'hopes-missing': 'Escriba en una frase qué espera',
    },
  },
  agree:
    'La coordinación puede guardar lo que está escrito aquí y usarlo para buscarme un mentor o una mentora',
  ownDevice: 'Nadie más usa este teléfono o esta computadora',
  ownDeviceHelp:
    'Entonces lo que escriba queda aquí hasta que lo envíe, aunque cierre la página. Déjelo vacío si otras personas lo usan.',
  reachedBy: {
    person: '¿Cómo puede comunicarse con usted la coordinación?',
    facility: '¿Cómo nos comunicamos con usted en el trabajo?',
  },
  contact: {
    person: 'Su teléfono, su correo u otra manera',
    facility: 'Su teléfono o su correo del trabajo',
  },
  contactHelp: {
    person:
      'Solo lo ve la coordinación, y cada mirada queda anotada. Un mentor o una mentora nunca lo ve. Se borra 30 días después del final, o tras 90 días sin mentor o mentora.',
    facility:
      'El suyo, nunca el de la persona. Solo lo ve la coordinación, y cada mirada queda anotada. Se borra 30 días después del final, o tras 90 días sin mentor o mentora.',
  },
  contactProblems: {
    'reachedBy-missing': 'Elija cómo comunicarse con usted',
    'contact-missing': 'Escriba un teléfono, un correo u otra manera',
    'contact-too-long': 'Use como máximo 200 caracteres',
  },
  send: 'Enviar la petición',
  sentTitle: 'La petición ha llegado',
  sentIntro:
    'Guarde este código. Con él se abre la petición: para verla, corregirla, terminarla o borrarla. Solo se muestra ahora.',
  sentNext:
    'Alguien de la coordinación la lee y busca a una persona adecuada. Puede tardar unas semanas; antes nadie más se entera.',
  done: 'He guardado el código',
  codeTitle: 'Ver o cambiar una petición',
  codeIntro: 'Escriba el código que recibió al pedirlo.',
  code: 'Código',
  codeHelp:
    '12 letras y números, por ejemplo ABCD-EFGH-JKLM. No importan las minúsculas ni los espacios.',
  codeUnknown: 'No hay ninguna petición con este código. Mírelo otra vez, o llámenos',
  codeGo: 'Abrir la petición',
  codeLost:
    'Sin el código nadie puede abrirla. Para terminar una petición, llame al contacto de abajo.',
  mineTitle: 'Su petición',
  mineOpen: (minutes) => `Esta página queda abierta ${minutes} minutos en este navegador.`,
  mineStates: {
    waiting: 'Espera. La coordinación busca un mentor o una mentora.',
    paired: 'Hay un mentor o una mentora.',
    'no-consent': 'Está en reposo, porque usted retiró su consentimiento. Nada sigue adelante.',
    ended: 'Ha terminado.',
    erased: 'Se borró. No se guarda nada de lo que escribió.',
  },
  correct: 'Corregir lo que escribí',
  correctTitle: 'Corregir la petición',
  contactStays: 'Déjelo vacío para conservar lo que dio antes. Aquí no se muestra.',
  takeBack: 'Retirar mi consentimiento',
  takeBackHelp:
    'Desde ese momento nada sigue adelante y no se pregunta a nadie. Aquí puede volver a darlo.',
  giveAgain: 'Vuelvo a estar de acuerdo',
  withdraw: 'Ya no quiero un mentor o una mentora',
  withdrawHelp: 'La petición termina. No se puede volver a abrir, pero puede pedirlo de nuevo.',
  erase: 'Borrar todo lo que escribí',
  eraseHelp:
    'Lo que escribió desaparece enseguida de aquí, y también cómo comunicarse con usted. Solo queda que hubo una petición, sin una palabra de ella. No se puede deshacer.',
  leave: 'Cerrar esta página',
  leaveHelp:
    'Después hará falta otra vez el código. Hágalo donde otras personas usan esta computadora.',
}
