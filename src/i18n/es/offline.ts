import type { OfflineWords } from '../en/offline.ts'

export const offline: OfflineWords = {
  shell: {
    title: 'Ahora no hay conexión',
    titleThere: 'Guardado en este teléfono',
    titleBack: 'Otra vez hay conexión',
    lost: 'No se perdió nada de lo que usted guardó. Esta página viene de su propio dispositivo.',
    there: 'Esta página viene de su propio dispositivo. También se abre sin conexión.',
    notSent: 'Lo que usted pulsó no se envió',
    notSentWords:
      'No hay conexión, así que no cambió nada. Vuelva atrás: lo que escribió debería seguir ahí. Púlselo otra vez cuando haya conexión.',
    back: 'Volver atrás',
    again: 'Intentar otra vez',
    stillNone: 'Todavía no hay conexión.',
    toCourse: 'Abrir el curso',
    toPage: 'Abrir la página',
    works: 'Qué funciona ahora',
    worksSaved: [
      'Las lecciones, los cuestionarios con sus respuestas y las prácticas de los módulos de abajo',
      'Las palabras explicadas y las páginas para imprimir',
      'Llamar a las personas de abajo',
    ],
    worksNone: ['Llamar a las personas de abajo'],
    needs: 'Qué necesita conexión',
    needsList: [
      'Los módulos que no están guardados aquí',
      'Los mensajes, su expediente y todo lo que su coordinador o coordinadora decide con usted',
    ],
    modules: 'Módulos en este teléfono',
    none: 'En este teléfono no hay ningún módulo guardado.',
    keepsNothing:
      'Este navegador no guarda nada: puede ser una ventana privada, o tener apagado el almacenamiento.',
    goOnHere: 'Esta página está guardada aquí. Abrirla',
    programme: (name) => `Contactos de ${name}`,
    unknown: 'En este dispositivo no hay contactos guardados.',
    danger: 'Llame al número de emergencias de su país.',
  },
}
