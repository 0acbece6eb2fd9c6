import type { RememberingWords } from '../en/remembering.ts'

export const remembering: RememberingWords = {
  title: 'Tres minutos para recordar',
  intro:
    'Situaciones cortas sobre lo que ya aprendió. En cada una: ¿se la guarda, le pregunta primero a la persona, se lo cuenta el mismo día a su coordinador o coordinadora, o actúa ahora?',
  noScore: 'Aquí no hay puntos, y usted no pierde nada por una situación que deje sin ver.',
  before: (module) => `Antes de empezar: ${module}`,
  beforeIntro: 'Unas situaciones de módulos anteriores, para entrar en calor. Puede saltárselas.',
  place: (n, of) => `Situación ${n} de ${of}`,
  what: '¿Qué hace usted?',
  piles: {
    keep: 'Me lo guardo',
    ask: 'Primero le pregunto a la persona',
    today: 'Se lo cuento hoy a mi coordinador o coordinadora',
    now: 'Actúo ahora',
  },
  youChose: (pile) => `Usted eligió: ${pile}`,
  better: (pile) => `Mejor aquí: ${pile}`,
  signs: 'La lista de señales urgentes',
  chooseOne: 'Elija una de las cuatro.',
  kept: 'Usted ya había elegido algo para esta situación. Se conserva lo que eligió entonces.',
  done: 'Por hoy es todo',
  doneWords: 'Gracias. Las cosas se quedan cuando uno vuelve a ellas unas cuantas veces.',
  left: (n) =>
    n === 1
      ? 'Hay 1 más que puede esperar a otro día.'
      : `Hay ${n} más que pueden esperar a otro día.`,
  goOn: 'Seguir ahora',
  next: (day) => `Las siguientes llegan el ${day}.`,
  noneNow: 'Hoy no hay ninguna en espera.',
  allDone: 'No hay ninguna en espera. Ya vinieron todas las veces que debían.',
  noneYet:
    'Todavía no hay nada que recordar. Las primeras situaciones llegan una semana después de aprobar el cuestionario de un módulo.',
  begin: (module) => `Empezar: ${module}`,
  skip: (module) => `Saltar esto y empezar: ${module}`,
  whoSees:
    'Solo usted ve lo que elige. En una revisión de apoyo, su coordinador o coordinadora ve cuántas situaciones miró, cuántas esperan y cuál de las cuatro opciones falló dos veces, pero nunca qué situaciones eran.',
  home: (n, enough) =>
    n === 1
      ? 'Le espera 1 situación.'
      : n > enough
        ? `Le esperan ${n} situaciones; por hoy bastan ${enough}.`
        : `Le esperan ${n} situaciones.`,
  homeDo: 'Verlas',
  warmUp: {
    title: 'Antes de empezar',
    text: (n) =>
      n === 1
        ? 'Una situación de un módulo anterior, para entrar en calor. Toma un minuto y no da puntos.'
        : `${n} situaciones de módulos anteriores, para entrar en calor. Toman dos minutos y no dan puntos.`,
    do: 'Empezar con ellas',
  },
  review: {
    title: 'Para recordar',
    due: (n, day) =>
      n === 1
        ? `Hay 1 situación en espera desde el ${day}.`
        : `Hay ${n} situaciones en espera, la primera desde el ${day}.`,
    none: 'No hay ninguna en espera.',
    looked: (n) => `Situaciones vistas desde la última revisión: ${n}.`,
    unsure: 'Vale la pena hablarlo, porque falló al menos dos veces:',
    piles: {
      keep: 'qué puede guardarse uno',
      ask: 'cuándo preguntarle primero a la persona',
      today: 'qué contarle a la coordinación el mismo día',
      now: 'cuándo actuar ahora mismo',
    },
    calm: 'Nadie pierde nada por esto. No se muestra qué situaciones eran.',
    mine: 'En la revisión, su coordinador o coordinadora ve estas líneas y nada más.',
  },
}
