import type { SavedWords } from '../en/saved.ts'
import { queue } from './queue.ts'

export const saved: SavedWords = {
  ...queue,
  nothingYet: (here) =>
    `Lo que haga se guarda en este ${here} y se nos envía cuando haya conexión.`,
  full: (here) =>
    `Sin guardar todavía: este ${here} está lleno. Libere espacio y quédese en esta página; seguimos intentándolo.`,
  keepsNothing:
    'No se pudo guardar: este navegador no guarda nada. Puede seguir leyendo, pero lo que haga desaparece al cerrarlo.',
  nobody: 'No ha iniciado sesión. Aquí puede leer y practicar; no se registra nada.',
  allDoneHere: (here) => `Ha hecho todas las partes guardadas en este ${here}`,
  allDoneHereWords:
    'Puede volver a cualquier parte cuando quiera. Con conexión encuentra las demás.',
  notSaved: (here) => `No guardado en este ${here}`,
  notSavedWords: 'Puede abrirlos cuando haya conexión.',
  search: 'Buscar en lo guardado',
  home: (here) => `Lo que está guardado en este ${here}, y contactos`,
  whoSeesDisplay: (here) => `Esto queda en este ${here}. No se le dice a nadie.`,
  sealed: (here) =>
    `Sin conexión, esto se guarda en este ${here}, sellado. Lo vuelve a ver cuando inicie sesión con conexión.`,
  keptWriting: (here) =>
    `Guardado en este ${here}, sellado, hasta que haya conexión. Después solo usted puede leerlo.`,
  keptShared: (here) =>
    `Guardado en este ${here}, sellado, hasta que haya conexión. Después puede leerlo la coordinación.`,
  writtenBefore:
    'Ya escribió sobre esto. Con conexión puede leerlo y cambiarlo. Lo que escriba aquí ocupa su lugar.',
  draft: (here) =>
    `Lo que empezó a escribir aquí está guardado en este ${here}, sellado. Vuelve cuando inicie sesión con conexión.`,
  tooLong: 'Es demasiado largo. Use como máximo 5,000 caracteres',
  questionTooLong: 'Es demasiado largo. Use como máximo 2,000 caracteres',
  exerciseSeen: 'La coordinación puede leer esto.',
  note: {
    open: 'Mi nota',
    label: 'Una nota para usted sobre esta lección',
    whoSees: 'Solo usted puede leerla.',
    save: 'Guardar esta nota',
    missing: 'Escriba su nota',
    kept: (here) => `Su nota está guardada en este ${here}, sellada.`,
    before: 'Ya tiene una nota sobre esta lección. Con conexión puede leerla y cambiarla.',
  },
  ask: {
    open: 'Preguntar a la coordinación sobre esta página',
    label: '¿Qué quiere preguntar?',
    whoSees:
      'La coordinación de su programa lo lee cuando vuelva a haber conexión. Por favor, no escriba los nombres de las personas a las que apoya.',
    save: 'Guardar la pregunta para enviarla',
    missing: 'Escriba su pregunta',
    kept: ({ name, phone }) =>
      `Su pregunta está guardada. Nadie la ha leído todavía. Si no puede esperar, llame a ${name}: ${phone}.`,
  },
}
