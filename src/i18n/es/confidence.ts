import type { ConfidenceWords } from '../en/confidence.ts'

export const confidence: ConfidenceWords = {
  title: 'Qué tanta seguridad siento',
  formTitles: {
    before: 'Antes del curso: ¿qué tanta seguridad siente?',
    after: 'Después del curso: ¿qué tanta seguridad siente ahora?',
  },
  offers: {
    before: {
      title: '¿Qué tanta seguridad siente hoy?',
      text: (n) =>
        `Puede decir qué tanta seguridad siente en ${n} cosas que hace una persona mentora. Al final del curso verá qué cambió. Toma unos 3 minutos.`,
      link: 'Decir qué tanta seguridad siento',
    },
    after: {
      title: '¿Qué tanta seguridad siente ahora?',
      text: (n) =>
        `Usted ya hizo el curso. Puede decir qué tanta seguridad siente ahora en ${n} cosas y ver qué cambió. Toma unos 3 minutos.`,
      link: 'Decir qué tanta seguridad siento ahora',
    },
  },
  voluntary: 'Puede hacerlo si quiere. Nada depende de esto.',
  intro:
    'En cada línea, elija un número. El 0 es «ninguna seguridad». El 10 es «mucha seguridad». No hay un número correcto.',
  leaveOut:
    'Puede dejar líneas sin contestar, y «–» quita un número. Puede cambiar sus números después.',
  whoSees:
    'Usted y las personas que coordinan u observan en su programa pueden ver sus números. No cuentan para su aprobación.',
  ends: '0 ninguna seguridad, 10 mucha seguridad',
  clear: 'Dejo esta sin contestar',
  save: 'Guardar mis números',
  empty: 'Elija un número en al menos una línea',
  noSuchNumber: 'Elija un número del 0 al 10',
  kept: 'Usted ya había guardado números desde esa página, y esos se quedan. Abajo ve lo que se guardó. Aquí lo puede cambiar.',
  saved: 'Sus números están guardados.',
  closed: {
    before:
      'Usted ya hizo la mitad del curso, así que lo de «antes» ya no se puede cambiar. Cuando termine, puede decir qué tanta seguridad siente entonces.',
    after: 'Podrá decirlo cuando haya hecho todas las partes del curso.',
  },
  change: {
    before: 'Cambiar lo que dije antes del curso',
    after: 'Cambiar lo que dije después del curso',
  },
  formLink: 'Abrir «Qué tanta seguridad siento»',
  none: 'Usted no ha dicho qué tanta seguridad siente. Está bien: es decisión suya.',
  onlyBefore:
    'Esto es lo que usted dijo antes del curso. Cuando haya hecho todas las partes, puede decirlo otra vez y ver qué cambió.',
  onlyAfter: 'Esto es lo que usted dijo después del curso. No hay nada de antes para comparar.',
  ratedOn: (when, day) => (when === 'before' ? `Antes: ${day}.` : `Después: ${day}.`),
  summary: ({ surer, compared }) =>
    surer === compared
      ? `Siente más seguridad en las ${compared} cosas.`
      : surer === 0
        ? `${compared} cosas, antes y después.`
        : `Siente más seguridad en ${surer} de ${compared} cosas.`,
  lessSureIsFine:
    'Sentir menos seguridad no es ir hacia atrás. Muchas veces es señal de que usted ve ahora todo lo que hay detrás. Puede hablarlo con su coordinador o coordinadora.',
  fromTo: (before, after) => `de ${before} a ${after}.`,
  stays: (at) => `${at} antes y ${at} después.`,
  one: (at) => `${at} de 10.`,
  changes: {
    surer: 'Siente más seguridad.',
    same: 'Siente la misma seguridad.',
    'less-sure': 'Siente menos seguridad.',
  },
  coordinatorTitle: 'Qué tanta seguridad dice sentir',
  noneForCoordinator: 'Esta persona no ha dicho qué tanta seguridad siente. Es voluntario.',
  forCoordinator:
    'Lo que la persona dijo de sí misma, de 0 (ninguna seguridad) a 10 (mucha seguridad). No cuenta para la aprobación.',
  coordinatorSummary: ({ surer, same, lessSure, compared }) =>
    `De ${compared} líneas contestadas las dos veces: más seguridad en ${surer}, la misma en ${same}, menos en ${lessSure}.`,
  columnLine: 'Línea',
  columnBefore: 'Antes',
  columnAfter: 'Después',
  columnChange: 'Cambio',
  coordinatorChanges: { surer: 'Más seguridad', same: 'La misma', 'less-sure': 'Menos seguridad' },
  leftOut: 'sin contestar',
}
