import type { PackageRulesWords } from '../en/package-rules.ts'

const size = (bytes: string): string => `${Math.round(Number(bytes) / 1_000_000)} MB`

export const packageRules: PackageRulesWords = {
  'archive-size': (_, bytes) => `El archivo tiene ${size(bytes)}. Se aceptan como máximo 100 MB.`,
  'not-a-zip': () =>
    'Esto no es un archivo zip. Exporte el curso como paquete SCORM y elija el .zip.',
  truncated: () => 'Falta el final del archivo zip. Cópielo o expórtelo de nuevo.',
  damaged: (file, why) =>
    `${file || 'El archivo zip'} está dañado (${why}). Exporte el paquete de nuevo.`,
  encrypted: (file) => `${file} está protegido con contraseña. Exporte el paquete sin contraseña.`,
  method: (file, method) =>
    `${file} está comprimido de una manera que no se puede leer (método ${method}). Comprímalo de la manera habitual.`,
  'too-many-files': () => 'El paquete tiene más de 5,000 archivos.',
  'unpacked-size': () => 'Descomprimido, el paquete tiene más de 500 MB.',
  ratio: (file) =>
    `${file || 'El paquete'} ocupa al descomprimirse más de 100 veces su tamaño. Así se ve una bomba zip.`,
  link: (file) => `${file} es un enlace o un dispositivo, no un archivo.`,
  'name-outside': (file) => `${file} se guardaría fuera del paquete.`,
  'name-backslash': (file) =>
    `${file} está escrito con barras invertidas. Comprima el paquete con otro programa.`,
  'name-control': (file) =>
    `${file || 'Un archivo'} tiene una parte vacía o ilegible en el nombre.`,
  'name-long': (file) =>
    `El nombre ${file} es demasiado largo. Una ruta puede tener 240 caracteres.`,
  duplicate: (file) => `${file} está dos veces en el archivo zip.`,
  'case-twin': (file, twin) =>
    `${file} y ${twin} solo se distinguen por mayúsculas, minúsculas o acentos. Algunos discos los toman por uno solo.`,
  'file-and-folder': (file, other) => `${file} es un archivo y también una carpeta de ${other}.`,
  'no-manifest': () => 'No hay imsmanifest.xml. Este archivo zip no es un paquete SCORM.',
  'manifest-in-folder': (file) =>
    `El manifiesto está en ${file}. Debe estar arriba de todo: comprima lo que hay en la carpeta, no la carpeta.`,
  'manifest-case': (file) =>
    `El manifiesto se llama ${file}. Debe llamarse imsmanifest.xml, en minúsculas.`,
  'manifest-size': () => 'imsmanifest.xml tiene más de 5 MB.',
  encoding: (file) =>
    `${file} no está escrito en la codificación que indica, o está en una que no leemos.`,
  dtd: (file) => `${file} tiene un tipo de documento (DOCTYPE). Por seguridad, no se acepta.`,
  'not-xml': (file, why) => `${file} no se puede leer como XML: ${why}`,
  'not-a-manifest': (file, root) => `${file} empieza con <${root}>, no con <manifest>.`,
  'standard-unknown': (file, version) =>
    `${file} no dice SCORM 1.2 ni 2004${version ? `, sino “${version}”` : ''}.`,
  'nothing-to-launch': (file) => `${file} no nombra nada que se pueda abrir.`,
  'too-many-items': (_, n) => `El paquete tiene ${n} partes. Se aceptan como máximo 200.`,
  'launch-missing': (file) => `La página que se abre, ${file}, no está en el paquete.`,
  'launch-case': (file, twin) => `El manifiesto abre ${file}, pero el archivo se llama ${twin}.`,
  'launch-outside': (_, id) => `La parte ${id} se abre desde otro sitio, no desde el paquete.`,
  'schema-invalid': (file, why) => `${file} no respeta el esquema oficial: ${why}`,
  'version-missing': (file, standard) =>
    `${file} no dice su versión. Lo tomamos por SCORM ${standard}.`,
  'identifier-twice': (_, id) => `El identificador ${id} se usa dos veces.`,
  'identifier-malformed': (_, id) =>
    `El identificador ${id} empieza con un número o contiene un espacio o un signo.`,
  'reference-dangling': (_, id) => `Algo se refiere a ${id}, pero nada tiene ese identificador.`,
  'type-case': (_, names) =>
    `El tipo está escrito con mayúsculas o minúsculas equivocadas (${names}). Lo leemos de todos modos.`,
  'type-missing': (_, id) => `El recurso ${id} no dice si informa resultados.`,
  'file-missing': (file) => `${file} está en la lista pero no en el paquete.`,
  'file-case': (file, twin) => `${file} está en la lista, pero el archivo se llama ${twin}.`,
  'href-outside': (_, href) => `${href} está en la lista pero lleva fuera del paquete.`,
  'schema-not-packed': (file) =>
    `El documento de control ${file === 'imsmanifest.xml' ? 'que necesita el manifiesto' : file} no está en el paquete. Algunas plataformas lo rechazan.`,
  'file-unlisted': (file) => `${file} está en el paquete pero no en la lista del manifiesto.`,
  'several-organizations': (_, title) => `Hay varios índices. Usamos “${title}”.`,
  submanifest: () => 'Hay un manifiesto dentro del manifiesto. Lo dejamos fuera.',
  'sequencing-ignored': (_, rules) =>
    `Este paquete tiene reglas sobre el orden de sus partes (${rules}). Aquí no se siguen: cada persona elige libremente.`,
  'mastery-score': () =>
    'Hay una puntuación mínima. Algunas plataformas juzgan entonces antes de terminar el curso; aquí decide el paquete.',
  'name-odd': (file) =>
    `${file}: algunas plataformas solo aceptan A–Z, a–z, 0–9, punto, guion y guion bajo en los nombres.`,
  'name-mjs': (file) => `${file}: muchos servidores no envían .mjs como programa.`,
  'service-worker': (file) => `${file} quiere instalar un service worker. Aquí se bloquea.`,
  'browser-storage': (file) => `${file} guarda algo en el navegador. Puede perderse.`,
  'inline-eval': (file) =>
    `${file} ejecuta texto como programa (eval). Algunas plataformas lo rechazan.`,
  'reaches-outside': (file, address) =>
    `${file} carga ${address} desde otro sitio. Aquí se bloquea, así que puede faltar una imagen, una película o una letra.`,
  'mac-leftovers': () =>
    'Los archivos que añadió una Mac o Windows (__MACOSX, .DS_Store) se dejan fuera.',
  'more-like-this': (_, detail) => `… y ${parseInt(detail)} más como este.`,
}
