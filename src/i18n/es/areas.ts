import type { AreasWords } from '../en/areas.ts'

export const areas: AreasWords = {
  title: 'Para los temas de los que hablaría',
  intro: 'Cada una es una parte breve del curso sobre un tema que usted eligió.',
  none: 'Díganos de qué hablaría con alguien. Cada tema puede añadir a su curso una parte breve: lo que la gente le puede contar y cuándo pedir ayuda.',
  withoutPack: (areas) =>
    `Sin una parte del curso: ${areas}. Su coordinador o coordinadora lo habla con usted antes de la aprobación.`,
  change: 'Cambiar los temas de los que hablaría',
  choose: 'Elegir de qué hablaría',
  by: {
    pack: (pack) => `curso: ${pack}`,
    talk: (day) => `conversación del ${day}`,
    before: 'de antes de que hubiera partes sobre temas',
  },
  checked: 'Temas en los que acompaña',
  checkedPack: (n) =>
    n === 1
      ? '1 tema, después de una parte del curso'
      : `${n} temas, después de una parte del curso`,
  checkedTalk: (n) =>
    n === 1 ? '1 tema, después de una conversación' : `${n} temas, después de una conversación`,
  checkedBefore: (n) =>
    n === 1
      ? '1 tema, de antes de que hubiera partes sobre temas'
      : `${n} temas, de antes de que hubiera partes sobre temas`,
  lacks: {
    title: 'Lo que todavía no puede ofrecer',
    help: 'Un tema aparece en el registro cuando su parte del curso está hecha. Si no tiene parte, hace falta una conversación anotada sobre él.',
    pack: (area, pack, done, of) => `${area}: ${done} de ${of} hechos en «${pack}».`,
    notTheirs: (area, pack) => `${area}: la parte «${pack}» todavía no está en su curso.`,
    add: 'Elegir el tema por esta persona',
    talk: (area) => `${area}: no hay ninguna conversación anotada.`,
    write: 'Anotar una conversación',
  },
}
