import type { FindWords } from '../en/find.ts'

export const find: FindWords = {
  title: 'Buscar a alguien',
  label: 'Buscar a alguien',
  do: 'Buscar',
  hint: 'Un nombre, un correo, un teléfono, un lugar o la referencia de una decisión o de un certificado. Bastan partes de las palabras, en cualquier orden.',
  found: (n) => (n === 0 ? 'No se encontró a nadie.' : n === 1 ? '1 resultado' : `${n} resultados`),
  more: (n) =>
    `Hay más de ${n}; estos son ${n}. Escriba una palabra más, como un apellido o un lugar.`,
  noneHelp:
    'Pruebe con las primeras letras de un solo nombre o con las últimas cifras del teléfono. Aquí encuentra a las personas de sus propios programas, también a quienes se han ofrecido, a quienes tienen una invitación y a quienes ya no están.',
  kinds: { application: 'Se ofreció', invitation: 'Con invitación, aún no ha entrado' },
  since: {
    person: (day) => `desde el ${day}`,
    application: (day) => `se ofreció el ${day}`,
    invitation: (day) => `invitación del ${day}`,
  },
  gone: { left: 'ya no está', disabled: 'cuenta cerrada' },
  decision: (reference) => `La decisión ${reference}`,
}
