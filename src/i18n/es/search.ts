import type { SearchWords } from '../en/search.ts'

export const search: SearchWords = {
  title: 'Buscar',
  label: '¿Qué busca?',
  hint: 'Una o dos palabras. No importan los errores pequeños.',
  visitor: 'Cuando entra a su cuenta encuentra más: todas las lecciones y lo que usted escribió.',
  do: 'Buscar',
  places: (n) => (n === 1 ? 'Está en 1 lugar.' : `Está en ${n} lugares.`),
  best: (n) => `Se ven los primeros ${n}. Con una palabra más salen menos.`,
  near: 'Nada tiene exactamente estas palabras. Esto se parece:',
  sections: {
    course: 'En el curso',
    own: 'En lo que usted escribió',
    teaching: 'Para quienes enseñan',
    help: 'En la ayuda',
  },
  ownNote: 'Esto solo lo ve usted.',
  kinds: {
    lesson: 'Lección',
    session: 'Sesión de práctica',
    resource: 'Página para imprimir',
    term: 'Palabra explicada',
    teaching: 'Para quienes enseñan',
    own: 'Usted escribió',
    help: 'Ayuda',
  },
  nothing: 'No se encontró nada',
  nothingWords: 'Pruebe con otra palabra, o con una más corta. También puede:',
  toGlossary: 'Ver las palabras explicadas',
  toContents: 'Ver el contenido del curso',
  toResources: 'Ver las páginas para imprimir',
  toAsk: 'Preguntar a su coordinador o coordinadora',
  toHelp: 'Ver la ayuda',
  toCall: 'Llamar o escribir a la persona de abajo',
  danger: {
    crisis:
      '¿Es usted, o alguien que conoce? Llame ya, de día o de noche. No hace falta tener la certeza, y no tiene por qué estar a solas con esto.',
    body: (number) =>
      `¿Es nuevo, es peor o no es como siempre? Llame ya al ${number}. Si duda, dé el paso más urgente.`,
    toSuicide: 'Qué dice y qué hace un mentor o una mentora ante el suicidio',
    toSigns: 'Las señales que no pueden esperar',
  },
  glossary: {
    title: 'Palabras explicadas',
    intro: 'Las palabras que explica este curso, en lenguaje sencillo.',
    taught: (n) => (n === 1 ? 'Se enseña en esta lección:' : 'Se enseña en estas lecciones:'),
    inOther: { en: 'En inglés:', es: 'En español:' },
    back: 'Páginas para imprimir',
  },
}
