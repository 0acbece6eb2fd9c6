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
  },
  blockedBy: (modules) => `Primero termine: ${modules}`,
  voluntary: 'Puede hacerlo si quiere',
}
