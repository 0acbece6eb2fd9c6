import type { ApplyWords } from '../en/apply.ts'

export const apply: ApplyWords = {
  title: '¿Es para mí ser mentor o mentora?',
  intro:
    'Un mentor o una mentora vive con una enfermedad de largo plazo y acompaña a alguien que apenas empieza. No necesita saber de medicina. Sí necesita algo de tiempo, y un camino recorrido que pueda mirar hacia atrás.',
  checkTitle: 'Una mirada corta a usted',
  checkIntro:
    'Marque lo que hoy es cierto para usted. Las marcas son solo para usted: no se envía nada y no se guarda nada.',
  statements: [
    'He vivido con mi enfermedad el tiempo suficiente para mirar atrás a los días difíciles.',
    'Puedo hablar de mi enfermedad sin que me arruine el día.',
    'Me gusta escuchar, también cuando yo haría las cosas de otra manera.',
    'Puedo guardar para mí lo que la gente me cuenta.',
    'Puedo decir «No lo sé, pregunte a su médico o a su enfermera».',
    'Puedo dejar que alguien decida de una manera distinta a la mía.',
    'Puedo decir que no cuando es demasiado para mí, y pedir ayuda.',
    'Tengo una o dos horas casi todas las semanas, y puedo hacer una pausa cuando no estoy bien.',
    'Me gustaría aprender, y que alguien me vea practicar.',
  ],
  readingTitle: 'Cómo leer sus marcas',
  reading: [
    'Marcó la mayoría: puede que esto sea para usted. Le invitamos a ofrecerse.',
    'Marcó más o menos la mitad: ofrézcase, y traiga sus dudas a la primera conversación. Escuchar y decir que no se aprenden en el curso.',
    'Marcó pocas hoy: también es bueno saberlo. Quizás es temprano, o es un tiempo difícil. Puede volver en unos meses, o participar de otra manera.',
  ],
  nextTitle: 'Qué pasa cuando se ofrece',
  next: [
    'Usted llena una página. Toma unos 5 minutos.',
    'Alguien de la coordinación le llama o le escribe, y conversan. Hablan con todas las personas que se ofrecen.',
    'Después deciden juntos: empezar el curso, esperar un tiempo o participar de otra manera.',
  ],
  go: 'Ir a la solicitud',
  goTo: (programme) => `Ofrecerme en ${programme}`,
  which: 'Elija dónde le gustaría acompañar',
  formTitle: 'Ofrecerme como mentor o mentora',
  formIntro: (programme) =>
    `Esto llega a la coordinación de ${programme}. Escriba tanto o tan poco como quiera. Por favor, no escriba los nombres de otras personas.`,
  seen: 'Quién ve esto: la coordinación del programa. Se borra 12 meses después de cerrar su solicitud.',
  seenKept:
    'Quién ve esto: la coordinación del programa. Si se une, queda en sus datos, y ahí puede cambiarlo.',
  seenContact: 'Quién ve esto: la coordinación, para comunicarse con usted. Nadie más.',
  seenAccess:
    'Quién ve esto: la coordinación, para hacerlo posible. Si se une, queda en sus datos, y ahí puede cambiarlo.',
  why: '¿Por qué le gustaría ser mentor o mentora?',
  whyHelp: 'Bastan una o dos frases.',
  experience: '¿Qué ha vivido que pueda ayudar a otra persona?',
  experienceHelp:
    'Por ejemplo: empezar un tratamiento, esperar, trabajar con la enfermedad. Deje fuera lo que no quiera contar.',
  areas: '¿De qué hablaría con comodidad?',
  notAreas: '¿De qué prefiere no hablar?',
  notAreasHelp: 'Nos sirve igual, y no cambia nada en sus posibilidades.',
  languages: '¿En qué idiomas habla con la gente?',
  times: '¿Cuándo suele tener tiempo?',
  timesHelp: 'Por ejemplo: por las mañanas entre semana, menos los martes.',
  access: '¿Qué necesita para poder participar?',
  accessHelp:
    'Por ejemplo: letra grande, una silla con brazos, sin escaleras, alguien que lea con usted.',
  name: '¿Cómo le llamamos?',
  contact: '¿Cómo podemos comunicarnos con usted?',
  contactHelp: 'Un correo electrónico o un número de teléfono.',
  ownDevice: 'Este teléfono o computadora lo uso solo yo',
  ownDeviceHelp:
    'Entonces lo que escriba aquí queda en él hasta que lo envíe, también si cierra la página. No lo marque si lo usan otras personas.',
  send: 'Enviar mi solicitud',
  problems: {
    missing: {
      name: 'Escriba cómo le llamamos',
      contact: 'Escriba un correo electrónico o un teléfono',
      why: 'Escriba en una frase por qué le gustaría ser mentor o mentora',
    },
    'too-long': (most) =>
      `Es demasiado largo. Use ${most.toLocaleString('en')} caracteres como máximo`,
    both: 'Marcó el mismo tema como cómodo y como incómodo. Elija uno de los dos',
  },
  thanksTitle: 'Gracias por ofrecerse',
  thanksNext: 'Qué sigue',
  thanks: [
    'Su solicitud ha llegado.',
    'Alguien de la coordinación le llamará o le escribirá para una primera conversación. Hablan con todas las personas que se ofrecen, y usted puede preguntar todo.',
    'Si en dos semanas no ha sabido de nosotros, llame o escriba al contacto al final de esta página.',
  ],
  back: 'Volver a la página de inicio',
  learnMore: 'Mientras tanto, leer una lección de muestra',
}
