import type { StepsWords } from '../en/steps.ts'

export const steps: StepsWords = {
  nextStep: 'Su próximo paso',
  startHere: 'Empiece aquí',
  statuses: {
    done: 'Hecho',
    'in-progress': 'Empezado',
    'not-started': 'Sin empezar',
    blocked: 'Todavía no se puede empezar',
    refresh: 'Cambió: mírelo otra vez, por favor',
    'more-practice': 'Más práctica, si quiere',
  },
  blockedBy: (modules) => `Primero termine: ${modules}`,
  anyOf: (asked, of) =>
    asked === 1
      ? `Elija con libertad: basta con una de estas ${of} sesiones de práctica.`
      : `Elija con libertad: bastan ${asked} de estas ${of} sesiones de práctica, las que quiera.`,
  voluntary: 'Puede hacerlo si quiere',
}
