import type { FollowUpsWords } from '../en/follow-ups.ts'

export const followUps: FollowUpsWords = {
  title: 'Qué se hizo',
  listTitle: 'Lo que preocupa',
  intro:
    'Está en la página de inicio de toda la coordinación hasta que alguien diga qué se hizo al respecto.',
  harm: (name, day) =>
    `Algo que puede hacer daño; lo vio ${name} en una práctica observada, ${day}`,
  concern: (name, day) => `Preocupación de ${name}, ${day}`,
  bereaved: (_, day) => `${day}: murió una persona a quien acompañaba`,
  wellbeing: (name, day) => `Revisión con ${name}, ${day}: está pasando un momento difícil`,
  pause: (since, until) => `En pausa desde el ${since}; pensaba volver el ${until}`,
  pauseWithoutDay: (since) => `En pausa desde el ${since}, sin un día para volver`,
  help: (day) => `Pregunta del ${day}, sin respuesta antes de su salida`,
  text: '¿Qué se hizo al respecto?',
  textHelp: 'Por ejemplo: «La llamé. Su hermana está con ella; la enfermera lo sabe».',
  whoSees:
    'Solo la coordinación de este programa puede leerlo. No escriba los nombres de las personas a quienes acompañan.',
  staysOpen: 'Sigue abierto y me ocupo yo',
  staysOpenHelp:
    'Queda al principio de la lista y el equipo ve lo que usted escribió. No se avisa a nadie por correo.',
  goesOn: '(sigue abierto)',
  againOn: 'Volver a mirarlo el',
  againOnHelp:
    'Desde ese día aparece otra vez en su página de inicio. Déjelo vacío cuando esté resuelto.',
  againOnPause:
    'La pausa sigue hasta que la persona la termine. Desde este día aparece otra vez en su página de inicio.',
  save: 'Guardar qué se hizo',
  saved: 'Lo que se hizo está guardado.',
  doneBy: (name, day) => `${name}, ${day}:`,
  againFrom: (day) => `(otra vez desde el ${day})`,
  sayWhatWasDone: 'Decir qué se hizo al respecto',
  sayMore: 'Añadir algo',
  isOpen: 'Abierta: nadie ha dicho qué se hizo al respecto.',
  nothingWaits: 'Aquí no hay nada que le espere.',
  problems: {
    'text-missing': 'Escriba qué se hizo',
    'too-long': 'El texto es demasiado largo. Use como máximo 4,000 caracteres',
    'stays-or-day': 'Elija una de las dos cosas: sigue abierto o se vuelve a mirar un día',
    'again-missing': 'Escriba el día como una fecha',
    'again-past': 'Elija un día posterior a hoy',
    'again-too-far': 'Elija un día dentro de 12 meses',
  },
}
