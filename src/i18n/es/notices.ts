import type { NoticesWords } from '#i18n/en/notices.ts'

const count = (n: number): string => (n > 500 ? 'más de 500' : String(n))

export const notices: NoticesWords = {
  title: 'Qué le enviamos por correo',
  link: 'Qué le enviamos por correo',
  intro:
    'Todo está aquí cuando usted entra. Si quiere, también le avisamos por correo de que está.',
  neutral:
    'Ese correo solo dice: «Hay algo para usted. Entre para verlo». Nunca dice qué es, ni nada sobre usted.',
  noMail:
    'Desde aquí todavía no se envía correo, así que entre de vez en cuando. Lo que elija abajo vale en cuanto haya correo.',
  noAddress: 'No tenemos ninguna dirección de correo suya, así que no se le envía nada.',
  address: (email) => `Su correo va a ${email}.`,
  changeAddress: 'Cambiar su dirección de correo',
  notProven:
    'Nadie ha entrado nunca con un correo que enviamos allí, así que no enviamos nada hasta que usted lo diga: mire la dirección, elija abajo y guarde.',
  refused:
    'El último correo a esta dirección volvió: el servidor de correo no la conoce. Corrija la dirección; si está bien, guarde abajo y lo intentamos otra vez.',
  want: 'Avísenme por correo cuando haya',
  kinds: {
    decision: 'una decisión sobre mi aprobación',
    answer: 'una respuesta a lo que pregunté o envié',
    message: 'un mensaje de la coordinación',
    proposal: 'la pregunta de si puedo acompañar ahora a alguien',
    session: 'una reunión de grupo prevista o cancelada',
    review: 'una revisión de apoyo que toca',
    ending: 'una aprobación que termina pronto',
    cards: 'tarjetas de decisión para volver a mirar',
    digest: 'cuánto hay que hacer',
    unusual: 'una entrada fuera de lo común',
  },
  digestWant: 'Enviarme una vez al día cuánto hay que hacer',
  digestHelp:
    'Cantidades y tipos, sin ningún nombre, de su lista de tareas. El día en que no hay nada que hacer no llega correo. Un peligro al que nadie responde a tiempo se le envía en todo caso.',
  digestDays: '¿Qué días?',
  days: { off: 'Nunca', weekdays: 'De lunes a viernes', all: 'Todos los días' },
  digestHour: (zone) => `¿A qué hora? (relojes de ${zone})`,
  hour: (hour) => `${hour}:00`,
  save: 'Guardar',
  saved: 'Guardado.',
  problems: {
    days: 'Elija qué días',
    hour: 'Elija una hora',
  },
  sentTitle: 'De qué le avisamos',
  sentIntro: 'Lo más nuevo primero. Se guarda durante 90 días.',
  sentNone: 'Nada todavía.',
  earlier: 'Ver los anteriores',
  what: {
    decision: 'Una decisión',
    answer: 'Una respuesta',
    message: 'Un mensaje',
    proposal: 'La pregunta de si puede acompañar a alguien',
    session: 'Una reunión de grupo',
    review: 'Una revisión de apoyo',
    ending: 'Una aprobación que termina pronto',
    cards: 'Tarjetas de decisión',
    digest: 'Cuánto hay que hacer',
    unusual: 'Una entrada fuera de lo común',
  },
  columns: { what: 'Qué', when: 'Cuándo', how: 'Por correo' },
  outcomes: {
    mailed: 'Entregado al servidor de correo; más no se guarda',
    off: 'Sin correo: desactivado',
    'no-address': 'Sin correo: no hay dirección',
    'not-proven': 'Sin correo: nadie entró nunca con esa dirección',
    'refused-before': 'Sin correo: el último a esta dirección volvió',
    unreachable: 'Sin correo: el servidor no puede escribir a esta dirección',
    'no-mail': 'Sin correo: desde aquí no se envía',
    nothing: 'No había nada que hacer',
  },
  state: {
    queued: 'Espera para salir',
    queuedAgain: (reason, time) =>
      `Todavía no se envió: ${reason} Se intenta otra vez el ${time.replace(/\.$/, '')}.`,
    sent: (time) => `Enviado el ${time}`,
    refused: (reason) => `Volvió: ${reason}`,
  },
  staff: {
    title: 'Correo a esta persona',
    intro: 'Que aquí hay algo para ella; nunca qué es. Es ella quien lo activa y lo desactiva.',
    none: 'En los últimos 90 días no hubo nada de que avisar.',
    goes: (email) => `El correo va a ${email}.`,
    noAddress:
      'No se conoce ninguna dirección. Solo la persona puede añadirla, en «Cómo entra usted». Hasta entonces, llame.',
    notProven: (email) =>
      `Nadie entró todavía con un correo a ${email}, así que allí no va nada hasta que esta persona lo diga en «Qué le enviamos por correo».`,
    refused: (email) =>
      `El correo a ${email} vuelve: el servidor no conoce la dirección. Pida a la persona que la corrija en «Cómo entra usted».`,
    noMail: 'Desde aquí no se envía correo. Diga usted a la persona que hay algo para ella.',
  },
  desk: {
    title: 'Correo',
    none: 'Desde aquí no se envía correo: los enlaces se entregan, y cada persona ve lo que hay cuando entra.',
    from: (name, address) => `El correo viene de ${name}, ${address}.`,
    waiting: (n) =>
      n === 0
        ? 'Nada espera para salir.'
        : n > 1000
          ? 'Más de 1,000 esperan para salir.'
          : `Esperan para salir: ${n}`,
    delayed: (n, reason) => `Se intentó y esperan: ${n} – ${reason}`,
    lastSent: (time) => `El último salió el ${time.replace(/\.$/, '')}.`,
    neverSent: 'En los últimos 30 días no salió ninguno.',
    refused: (n, reason) => `Sin enviar en los últimos 30 días: ${n} – ${reason}`,
    looked: (time, notices, mails) =>
      `El último aviso fue el ${time.replace(/\.$/, '')}: ${notices === 1 ? '1 cosa' : `${notices} cosas`}, ${mails === 1 ? '1 correo' : `${mails} correos`}.`,
    lookedNothing: (time) => `Se miró el ${time.replace(/\.$/, '')}: no había que avisar a nadie.`,
    neverLooked: 'Todavía nadie ha mirado si hay que avisar a alguien.',
  },
  mail: {
    subject: 'Hay algo para usted',
    text: (m) =>
      `Hola:\n\nHay algo para usted. Entre para verlo:\n${m.url}\n\nRecibe este correo porque aquí se le puede avisar. Puede desactivarlo:\n${m.wishes}\n`,
  },
  digest: {
    subject: 'Lo que espera hoy',
    text: ({ lines, url, wishes }) =>
      `Hola:\n\nEsto espera hoy:\n\n${[
        lines.first && `Por favor, mire primero: ${count(lines.first)}`,
        lines.answers && `Respuestas por dar: ${count(lines.answers)}`,
        lines.decisions && `Decisiones: ${count(lines.decisions)}`,
        lines.talks && `Conversaciones: ${count(lines.talks)}`,
        lines.offers && `Personas nuevas: ${count(lines.offers)}`,
        lines.requests && `Peticiones de acompañamiento: ${count(lines.requests)}`,
        lines.rest && `Otras cosas: ${count(lines.rest)}`,
      ]
        .filter(Boolean)
        .join(
          '\n',
        )}\n\nEntre para verlo:\n${url}\n\nPuede elegir otra hora, o desactivarlo:\n${wishes}\n`,
  },
}
