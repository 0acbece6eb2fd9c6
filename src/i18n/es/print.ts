import type { PrintWords } from '../en/print.ts'

export const print: PrintWords = {
  title: (module) => `${module}: para imprimir`,
  link: 'Imprimir este módulo',
  button: 'Imprimir',
  back: 'Volver a mis tareas',
  aboutPage:
    'El módulo completo en papel, para un día sin teléfono. Lo que usted escribe en papel se queda con usted. Para que cuente, responda también en la pantalla.',
  outcomes: 'Después de este módulo usted puede',
  lessons: 'Lecciones',
  questions: 'Preguntas',
  questionsHelp: 'Marque sus respuestas. Su coordinador o coordinadora puede revisarlas con usted.',
  glossary: 'Palabras explicadas',
  sessions: 'Prácticas',
  sessionsHelp:
    'Se hacen en la pantalla. También puede leerle una escena a alguien y representarla.',
  toWrite: 'Para escribir',
  toConfirm: 'Por confirmar aquí',
  toConfirmHelp:
    'Para especialistas que leen este módulo. El curso dice estas cosas con claridad, por el lado más prudente; quien está en formación no ve esta lista.',
  whoConfirms: (who: readonly string[]) => `Para ${who.join(', ')}.`,
}
