import type { KeptWords } from '../en/kept.ts'

export const kept: KeptWords = {
  phone: 'teléfono',
  device: 'dispositivo',
  keeps: (here) => `Lo que escriba aquí queda en este ${here} hasta que se guarde.`,
  keepsNot: 'En este dispositivo no queda nada. No salga de esta página hasta que se guarde.',
  back: (here) =>
    `Conservamos en este ${here} lo que usted había escrito. Todavía no se envió: léalo y pulse el botón.`,
  backChosen: (here) =>
    `Lo que usted había elegido sigue en este ${here}. Todavía no se envió: mírelo y pulse el botón.`,
  older: (here) => `Antes escribió algo aquí. Se conservó en este ${here} y todavía no se envió.`,
  show: 'Mostrar eso en su lugar',
  first: 'Ir a lo que volvió',
  drop: 'Borrarlo',
  sending: 'Enviando…',
  waits: (here) => `Queda en este ${here}. Se enviará cuando haya conexión: ahora no la hay.`,
  waitsInPage:
    'Todavía no se envió: no hay conexión. No salga de esta página; se enviará cuando la haya.',
  stranger:
    'Todavía no se envió: otra página respondió en nuestro lugar. Suele ser la página de entrada de una red wifi: ábrala y vuelva a enviarlo.',
  busy: 'Ahora no se pudo guardar: nuestro servidor no puede recibirlo. No se pierde nada; lo intentaremos otra vez en un minuto.',
  sendNow: 'Enviar ahora',
  changed:
    'Usted lo cambió después, así que no se ha enviado. Pulse el botón para enviarlo como está ahora.',
  saved: (time) => `Lo guardamos (${time}).`,
  goOn: 'Seguir',
  signedOut: (here) =>
    `Todavía no se guardó: su sesión se cerró. Queda en este ${here} y solo usted puede leerlo. Vuelva a entrar, y se envía.`,
  signIn: 'Volver a entrar',
  somebodyElse:
    'No se guardó: ahora está dentro otra persona en este dispositivo. Queda bajo llave hasta que usted entre.',
  refused: 'No se pudo guardar.',
  tooLong: 'No se pudo guardar: es demasiado largo. Acórtelo y envíelo de nuevo.',
  other: {
    saved: (title, time) => `«${title}»: lo guardamos (${time}).`,
    waits: (title, here) => `«${title}» queda en este ${here} y todavía no se envió.`,
    refused: (title) => `«${title}» no se pudo guardar. Ábralo para ver por qué.`,
    open: 'Abrirlo',
  },
  signOut: {
    ask: (here) =>
      `Algo que usted escribió o hizo está en este ${here} y no lo hemos guardado. ¿Qué hacemos con eso?`,
    send: 'Enviarlo ahora',
    keep: 'Dejarlo aquí, bajo llave para mí, y salir',
    drop: 'Borrarlo y salir',
    unsent: 'Ahora no se pudo enviar. Puede dejarlo aquí, bajo llave, y enviarlo otro día.',
    sent: 'Ya se envió. Ahora puede salir.',
  },
}
