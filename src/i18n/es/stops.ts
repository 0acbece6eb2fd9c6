import type { StopsWords } from '../en/stops.ts'

export const stops: StopsWords = {
  title: 'Detener ahora',
  intro:
    'La persona sale del registro de inmediato y lee que los encuentros esperan hasta que hayan hablado. Todavía no se decide nada: termina cuando alguien de la coordinación decide.',
  link: 'Detener ahora a esta persona mentora',
  decideLink: 'Decidir cómo termina',
  reason: '¿Por qué?',
  reasonHelp:
    'Qué se vio o se dijo, y quién. No escriba los nombres de las personas a las que acompaña.',
  whoSees: 'Solo la coordinación puede leerlo. La persona mentora no.',
  save: 'Detener ahora',
  was: (name, day) => `Detenido por ${name}, ${day}`,
  meanwhile: 'Otra persona detuvo o decidió mientras usted tenía esta página abierta. Está abajo.',
  endTitle: 'Cómo termina',
  endIntro: '¿Ya habló con la persona mentora? Decida qué vale desde ahora.',
  outcome: '¿Qué decide?',
  outcomes: {
    reinstated: 'Vuelve al registro',
    ended: 'Ya no es mentora ni mentor aquí',
  },
  outcomeHelp: {
    reinstated: 'La aprobación vale como antes, hasta el día en que termina.',
    ended: 'La aprobación se retira. Para volver a ser mentora o mentor hace falta otra.',
  },
  endReason: '¿Por qué?',
  endReasonHelp: 'Con las palabras que le diría.',
  mentorSees: 'La persona mentora lee esto.',
  endSave: 'Guardar la decisión',
  outcomeOn: {
    reinstated: (name, day) => `Vuelve al registro, dijo ${name}, ${day}:`,
    ended: (name, day) => `Terminado por ${name}, ${day}:`,
  },
  mail: {
    stopped: {
      subject: 'Por favor, hable con su coordinación',
      text: (name, url) =>
        `Hola, ${name}:\n\nSu coordinación quiere hablar con usted. Hasta entonces, deje sus encuentros en espera: alguien se ocupa de las personas afectadas.\n\nNo hay nada decidido. Aquí encuentra a quién llamar:\n${url}\n`,
    },
    ended: {
      subject: 'Hay novedades para usted',
      text: (name, url) =>
        `Hola, ${name}:\n\nSu coordinación decidió qué pasa ahora. Por favor, entre para leerlo:\n${url}\n`,
    },
  },
  problems: {
    'text-missing': 'Escriba por qué',
    'too-long': 'El texto es demasiado largo. Use como máximo 4000 caracteres',
    'outcome-missing': 'Elija qué decide',
  },
}
