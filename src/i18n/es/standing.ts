import type { StandingWords } from '../en/standing.ts'

export const standing: StandingWords = {
  title: 'Cómo va usted',
  told: {
    'in-training':
      'Usted va en camino. Su coordinador o coordinadora decide con usted cuándo ya puede acompañar a alguien. Puede pedir la aprobación cuando quiera.',
    'waiting-for-sign-off': 'Usted pidió la aprobación. No tiene que volver a pedirla.',
    'waiting-for-second-signature':
      'Falta una firma más. Hasta entonces usted no está en el registro. Ahora firma otra persona de la coordinación; usted no tiene que hacer nada.',
    'waiting-for-commitment':
      'La coordinación dice que usted está a punto. Falta su propia firma: estará en el registro cuando firme su compromiso.',
    ready: 'Usted está a punto para acompañar y está en el registro.',
    'ready-with-conditions':
      'Usted está a punto para acompañar, con condiciones, y está en el registro.',
    'more-practice':
      'La coordinación pide primero más práctica. Después puede volver a pedir la aprobación.',
    'not-this-role':
      'La coordinación decidió que aquí el papel de mentor o mentora no es para usted. Hay otras formas de participar.',
    stopped:
      'Su coordinación quiere hablar primero con usted. Hasta entonces no está en el registro: deje sus encuentros en espera, alguien se ocupa de las personas afectadas. No hay nada decidido.',
    paused: 'Usted está en una pausa. Su lugar está guardado y nadie le manda recordatorios.',
    lapsed:
      'Cambió una pregunta de seguridad después de que usted la contestó bien. No está en el registro hasta que haga un repaso corto.',
    'on-hold':
      'Falta una verificación que aquí es obligatoria, o ya no vale. No está en el registro hasta que esté hecha: deje sus encuentros en espera. Su aprobación sigue como estaba.',
    expired: 'Su aprobación venció. No está en el registro hasta que se renueve.',
    withdrawn: 'Su aprobación fue retirada. No está en el registro.',
  },
  renewal: {
    'second-signature': (until) =>
      `Se está renovando: falta una firma más. Mientras tanto vale su aprobación anterior, a más tardar hasta el ${until}.`,
    commitment: (until) =>
      `Ya se renovó: falta su propia firma. Mientras tanto vale su aprobación anterior, a más tardar hasta el ${until}.`,
  },
  pausedMentor: 'No está en el registro hasta que vuelva.',
  earlierNeeds: 'Aprobación según los requisitos anteriores; lo nuevo se pide al renovar.',
  more: {
    earlier: {
      title: 'Aprobación según los requisitos anteriores',
      mine: 'Su aprobación sigue en pie. El curso pide ahora más en estos puntos. Se lo pedirán cuando su aprobación se renueve:',
      theirs:
        'La aprobación sigue en pie hasta que termine. El curso pide ahora más en estos puntos. Se pide al renovar y en una aprobación nueva:',
    },
    new: {
      title: 'Lo nuevo en lo que se pide',
      mine: 'El curso pide en estos puntos más que cuando usted empezó. Lo que ya mostró sigue contando:',
      theirs:
        'El curso pide en estos puntos más que cuando esta persona empezó. Lo que ya mostró sigue contando:',
    },
    since: (day) => `desde el ${day}`,
  },
  signedOff: 'Aprobación como mentor o mentora',
  afterRefresher: (until) => `Después del repaso su aprobación vuelve a valer, hasta el ${until}.`,
  refresher: 'Su repaso',
  refresherDo: 'Hacer el repaso',
  askAgain: 'Pedir que se renueve mi aprobación',
  callTitle: 'Hable con alguien',
  callOtherWays:
    'Qué otras formas de participar hay y cuáles le pueden servir, se lo cuenta con gusto la coordinación. Arriba están sus propias palabras.',
  callStopped: 'Llame cuando quiera. No hace falta que espere una llamada.',
  callWithdrawn: 'La coordinación le explica qué significa y qué puede venir después.',
  write: 'Escribir a la coordinación',
  courseStays: 'El curso sigue abierto para usted, para leerlo cuando quiera.',
  next: {
    asked: (replies) =>
      `La coordinación ya lo sabe, mira lo que usted demostró y decide. ${replies} La decisión la lee aquí y en «Mi expediente».`,
    title: 'Qué sigue ahora',
  },
  talkFirst: 'Hable primero con la coordinación. Después puede volver a pedirla aquí.',
  arrival: {
    title: 'Usted terminó todo el curso',
    done: 'Lo que usted hizo',
    lessons: (n) => (n === 1 ? '1 lección leída' : `${n} lecciones leídas`),
    quizzes: (n) => (n === 1 ? '1 cuestionario aprobado' : `${n} cuestionarios aprobados`),
    sessions: (n) => (n === 1 ? '1 práctica hecha' : `${n} prácticas hechas`),
    written: (n) =>
      n === 1 ? '1 reflexión o ejercicio escrito' : `${n} reflexiones y ejercicios escritos`,
    talk: 'La coordinación ve que usted terminó y organiza con usted prácticas en persona.',
    ask: (replies) =>
      `Cuando usted pide la aprobación, la coordinación lo sabe en ese momento. ${replies}`,
    decides:
      'Su coordinador o coordinadora mira todo lo que usted demostró y decide. La decisión la lee aquí.',
    open: (n) =>
      n === 1
        ? 'A 1 punto de la aprobación todavía le falta algo de usted o de la coordinación. Puede pedirla de todos modos.'
        : `A ${n} puntos de la aprobación todavía les falta algo de usted o de la coordinación. Puede pedirla de todos modos.`,
    see: 'Ver qué falta todavía',
  },
}
