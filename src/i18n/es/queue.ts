import type { QueueWords } from '../en/queue.ts'

const steps = (n: number): string => (n === 1 ? '1 paso' : `${n} pasos`)

export const queue: QueueWords = {
  phone: 'teléfono',
  device: 'dispositivo',
  sending: 'Enviando…',
  kept: (n, here) => `Guardado en este ${here}: ${steps(n)}, sin enviar todavía.`,
  savedAt: (time) => `Guardado con nosotros (${time}).`,
  sentAt: (n, time) => `${steps(n)} que hizo sin conexión: guardado con nosotros (${time}).`,
  send: (n) => `Enviar ahora ${n === 1 ? '1 paso guardado' : `${n} pasos guardados`}`,
  why: {
    unreached: 'No hay conexión. Se enviará cuando la haya.',
    stranger:
      'Otra página respondió en nuestro lugar. Suele ser la página de entrada de un wifi: ábrala y vuelva a enviar.',
    busy: 'Nuestro servidor no puede recibirlo ahora. Lo intentamos de nuevo.',
    'signed-out': 'Inicie sesión y se enviará. Solo usted puede leer lo que escribió.',
    'somebody-else':
      'Otra persona ha iniciado sesión ahora en este dispositivo. Espera, bajo llave, hasta que la inicie usted.',
    erased: 'Su cuenta se borró, y también lo que esperaba aquí.',
    held: 'Lo que escribió antes del código espera, bajo llave, hasta que entre de otra manera.',
  },
  signIn: 'Iniciar sesión',
  refused: (n) => `${steps(n)} no se ${n === 1 ? 'pudo' : 'pudieron'} guardar con nosotros:`,
  refusedWhy: {
    unreadable: 'está dañado y ya no se puede leer',
    'too-long': 'es demasiado largo',
    else: 'el curso ha cambiado y esto ya no está en él',
  },
  differs: (n) =>
    n === 1
      ? 'Una respuesta se valoró con nosotros de otra manera que en este dispositivo, porque el curso ha cambiado. Mírela otra vez, por favor:'
      : `${n} respuestas se valoraron con nosotros de otra manera que en este dispositivo, porque el curso ha cambiado. Mírelas otra vez, por favor:`,
  look: 'Mirarla otra vez',
  dropRefused: 'Lo he leído. Quitarlo',
}
