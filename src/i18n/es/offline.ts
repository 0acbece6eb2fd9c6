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
      'Las lecciones, los cuestionarios con sus respuestas y las prácticas de los módulos de arriba',
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
    searchHint: 'En lo que está guardado en este teléfono. No importan los errores pequeños.',
    searchFound: 'Se encontró en estos lugares:',
    emergencyNumber: 'número de emergencias',
    none: 'En este teléfono no hay ningún módulo guardado.',
    keepsNothing:
      'Este navegador no guarda nada: puede ser una ventana privada, o tener apagado el almacenamiento.',
    goOnHere: 'Esta página está guardada aquí. Abrirla',
    programme: (name) => `Contactos de ${name}`,
    unknown: 'En este dispositivo no hay contactos guardados.',
    danger: 'Llame al número de emergencias de su país.',
  },
  save: {
    title: 'Guardar en este teléfono',
    link: 'Guardar el curso en este teléfono',
    intro:
      'Así puede seguir sin conexión: lecciones, cuestionarios con sus respuestas y prácticas. Una tableta, o una computadora de usted, funciona igual.',
    shared:
      'Usted dijo que esta computadora es compartida, así que aquí no se guarda nada. Para guardar el curso, entre en un teléfono de usted y deje sin marcar «Esta computadora es compartida».',
    noScript: 'Para guardar hace falta JavaScript, y está apagado en este navegador.',
    keepsNothing:
      'Este navegador no guarda nada: puede ser una ventana privada, o tener apagado el almacenamiento. Abra esta página en una ventana normal para guardar el curso.',
    whole: 'Todo el curso',
    modules: 'O módulo por módulo',
    size: (size) => `${size} en este teléfono`,
    megabytes: (n) => `${n} MB`,
    kilobytes: (n) => `${n} KB`,
    lighter: 'Por la conexión pasa más o menos la cuarta parte.',
    save: 'Guardar',
    saveWhole: 'Guardar todo el curso',
    free: 'Liberar el espacio',
    freeWhole: 'Liberar todo',
    isSaved: 'Guardado en este teléfono',
    isOlder: 'Guardado, de una versión anterior: se renueva cuando haya conexión',
    saving: 'Guardando…',
    freed: 'El espacio está libre otra vez. Lo que usted hizo no se toca.',
    outcomes: {
      kept: 'Guardado. También se abre sin conexión.',
      full: 'No se guardó: este teléfono está lleno. Libere espacio y pulse otra vez. Lo que ya estaba guardado sigue ahí.',
      'keeps-nothing':
        'No se guardó: este navegador no guarda nada. Puede ser una ventana privada. Abra esta página en una ventana normal.',
      'no-line':
        'No se guardó: se cortó la conexión. Lo que ya estaba guardado sigue ahí. Pulse otra vez cuando haya conexión.',
      'signed-out': 'No se guardó: su sesión se cerró. Vuelva a entrar y pulse otra vez.',
      'not-here':
        'No se guardó: usted dijo que esta computadora es compartida, así que aquí no queda nada.',
      gone: 'No se guardó: este módulo ya no está en el curso. Abra esta página otra vez.',
    },
    other: 'También hay módulos guardados aquí en inglés.',
    freeOther: 'Liberarlos',
    itself: 'Guardar por sí solo el módulo en el que estoy',
    itselfHelp:
      'Solo en este teléfono. Pasa mientras usted lee, y aquí puede cambiarlo cuando quiera.',
    itselfOn: 'Desde ahora, el módulo que usted abra se guarda por sí solo en este teléfono.',
    itselfOff: 'Desde ahora nada se guarda por sí solo. Lo guardado se queda hasta que lo libere.',
    stays: 'Cuánto tiempo se queda',
    persisted: 'Su navegador prometió conservarlo hasta que usted lo libere.',
    notPersisted:
      'Su navegador no prometió conservarlo: si falta espacio, puede quitarlo. Con eso se perdería lo que usted hizo y todavía no envió; por eso, envíelo cuando haya conexión.',
    iphone:
      'En un iPhone o iPad, ponga esta página en la pantalla de inicio: elija Compartir, luego «Agregar a inicio», y ábrala desde ahí. Solo en Safari, lo guardado se va después de 7 días sin una visita.',
    private:
      'Lo que se guarda es el curso, sin nada de usted. Lo que escriba sin conexión queda sellado: solo usted puede leerlo, después de entrar.',
    open: 'Ver lo que está guardado aquí',
  },
}
