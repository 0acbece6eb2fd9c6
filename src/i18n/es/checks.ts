import type { ChecksWords } from '../en/checks.ts'

export const checks: ChecksWords = {
  title: 'Verificaciones',
  link: 'Verificaciones',
  intro: 'Aquí solo se guardan números y fechas, y quién los miró. No guarde copias ni documentos.',
  whoSees: 'Todo esto lo pueden leer la coordinación y la propia persona.',
  keeps: 'Solo se guardan números y fechas, ningún documento.',
  none: 'Aquí no hay ninguna verificación.',
  openTitle: 'Por hacer',
  countsTitle: 'En orden',
  states: {
    'not-started': 'Sin empezar',
    asked: 'Pedida',
    received: 'Recibida, nadie la ha mirado todavía',
    accepted: 'Aceptada',
    'recheck-due': 'Toca volver a verificarla',
    waived: 'Dispensada',
  },
  lines: {
    seen: 'Certificado visto',
    status: 'Vigencia consultada',
  },
  acts: {
    asked: 'Pedida',
    received: 'Recibida',
    accepted: 'Mirada y aceptada',
    waived: 'Dispensada',
    ended: 'Ya no vale',
  },
  actHelp: {
    asked: 'La persona sabe qué traer, o usted ya lo pidió a otros.',
    received: 'Ya está aquí y nadie la ha mirado todavía.',
    accepted: 'Usted la miró en persona.',
    waived: 'Esta persona no la necesita. Diga por qué.',
    ended: 'Fue retirada, o se anotó aquí por error. Diga por qué.',
  },
  level: (text) => `Cuál: ${text}`,
  required: 'Obligatoria',
  requiredFrom: (day) => `Obligatoria desde el ${day}`,
  isMissing: 'No vale: sin ella nadie que acompaña está en el registro.',
  until: (day) => `Vale hasta el ${day}`,
  untilRecheck: (day) => `Se vuelve a verificar el ${day}`,
  window: (day) => `Mientras se renueva, la anterior vale hasta el ${day}.`,
  forGood: 'Vale sin fecha de término',
  renewal: (act, day) => `${act} de nuevo el ${day}`,
  record: 'Anotar',
  recordFor: (name) => `Anotar: ${name}`,
  history: 'Lo que se anotó',
  entry: (act, day, name) => `${act}, con fecha del ${day}, la anotó ${name}`,
  number: (number) => `Número: ${number}`,
  notAsked: 'Aquí ya no se pide',
  form: {
    act: '¿Qué pasó?',
    onDay: 'Fecha',
    onDayHelp:
      'Al aceptarla: la fecha del papel, o del día en que consultó a quien la emitió. Si no, déjela vacía para hoy.',
    number: 'Número del papel',
    numberHelp: 'Tal como está ahí. Sin documentos y sin nada de lo que dicen.',
    recheckOn: 'Se vuelve a verificar el',
    recheckOnHelp: (months) =>
      months === null
        ? 'Déjelo vacío si vale sin fecha de término.'
        : `Déjelo vacío para ${months} meses después de la fecha de arriba.`,
    why: '¿Por qué?',
    whyHelp: 'Hace falta cuando la dispensa y cuando ya no vale.',
    save: 'Guardar',
    meanwhile: 'Mientras tanto alguien más anotó esto:',
  },
  problems: {
    'act-missing': 'Elija qué pasó',
    'day-missing': 'Elija la fecha',
    'day-future': 'La fecha todavía no ha llegado. Elija hoy o un día anterior',
    'day-old': 'La fecha es de hace más de 50 años. Mírela otra vez',
    'recheck-malformed': 'Elija un día o déjelo vacío',
    'recheck-before': 'Elija un día después de la fecha de arriba',
    over: 'Con esta fecha ya no valdría. Pida una nueva o elija un día posterior para volver a verificarla',
    'number-long': 'El número es demasiado largo. Use como máximo 60 caracteres',
    'why-missing': 'Escriba por qué',
    'why-long': 'El texto es demasiado largo. Use como máximo 500 caracteres',
    'nothing-there': 'No hay nada anotado que pueda terminar',
  },
  mine: {
    title: 'Sus verificaciones',
    link: 'Sus verificaciones',
    home: 'La coordinación necesita algo de usted.',
    see: 'Ver qué hace falta',
    intro: 'Qué se pide aquí a quienes acompañan, qué hay anotado de lo suyo y quién lo anotó.',
    whoSees: 'Esto lo pueden leer usted y la coordinación de aquí. Nadie más.',
    wrong: '¿Algo no está bien? Dígaselo a la coordinación.',
    askedSince: (day) => `La coordinación se la pidió el ${day}.`,
    because: (text) => `Por qué: ${text}`,
  },
  apply: {
    title: 'Qué le pedirán',
    intro: 'Ahora no: la coordinación le dice cuándo y cómo hacerlo.',
  },
  signOff: {
    open: 'Estas verificaciones obligatorias no valen hoy:',
    hold: 'Hasta que valgan, una aprobación no lleva al registro.',
  },
  manage: {
    help: 'Lo que se pide aquí a quienes acompañan. El nivel y el motivo salen de la descripción del papel: pida que los confirme quien responde por ello. Vacíe todas las casillas de una verificación para dejarla fuera.',
    newCheck: 'Verificación nueva',
    name: 'Cómo se llama',
    level: 'Qué nivel o clase (opcional)',
    why: 'Por qué la necesita el papel',
    whyHelp: 'Lo leen quienes acompañan y quienes se ofrecen.',
    months: 'Volver a verificarla después de tantos meses (opcional)',
    window: 'Tantos días más vale mientras se renueva',
    status: 'También se consulta a quien la emitió si sigue vigente',
    statusMonths: 'Volver a consultar después de tantos meses (opcional)',
    requiredLink: 'Qué verificaciones son obligatorias',
    requiredTitle: 'Qué verificaciones son obligatorias',
    requiredIntro:
      'A quien le falta una verificación obligatoria queda en suspenso: fuera del registro, sea cual sea la decisión, hasta que la tenga. Todo lo demás sigue igual.',
    optional: 'No es obligatoria',
    requiredSince: (day) => `Obligatoria desde el ${day}`,
    require: 'Hacerla obligatoria',
    change: 'Cambiar el día',
    end: 'Que ya no sea obligatoria',
    oneTitle: (name) => `Hacer obligatoria: ${name}`,
    endTitle: (name) => `Ya no obligatoria: ${name}`,
    leave: (n) =>
      n === 0
        ? 'Hoy no le falta a nadie del registro: nadie sale de él.'
        : n === 1
          ? 'Hoy le falta a 1 persona mentora del registro. Desde el día que usted elija queda en suspenso, a menos que ya la tenga:'
          : `Hoy les falta a ${n} personas mentoras del registro. Desde el día que usted elija quedan en suspenso, a menos que ya la tengan:`,
    back: (n) =>
      n === 0
        ? 'Hoy nadie está en suspenso por ella.'
        : n === 1
          ? '1 persona mentora está en suspenso y no la tiene. Vuelve al registro, a menos que le falte otra verificación obligatoria:'
          : `${n} personas mentoras están en suspenso y no la tienen. Vuelven al registro, a menos que les falte otra verificación obligatoria:`,
    meanwhile:
      'Hasta ese día no cambia nada. Desde ahora la coordinación ve en su lista a quién le falta.',
    day: 'Obligatoria desde el',
    dayHelp: 'Hoy o más tarde. Una verificación puede tardar semanas.',
    begin: 'Hacerla obligatoria desde este día',
    endDo: 'Que ya no sea obligatoria',
  },
}
