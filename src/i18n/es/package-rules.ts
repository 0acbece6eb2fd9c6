import type { PackageRulesWords } from '../en/package-rules.ts'

const first = (detail: string): string => detail.split(' ', 1)[0] ?? ''
const second = (detail: string): string => detail.slice(detail.indexOf(' ') + 1)

const OTHERS: Readonly<Record<string, string>> = {
  cmi5: 'Este es un curso cmi5. Aquí no se puede abrir: expórtelo otra vez desde su programa de autor como SCORM 1.2 o SCORM 2004',
  xapi: 'Este es un curso xAPI (Tin Can). Aquí no se puede abrir: expórtelo otra vez desde su programa de autor como SCORM 1.2 o SCORM 2004',
  aicc: 'Este es un curso AICC. Aquí no se puede abrir: expórtelo otra vez desde su programa de autor como SCORM 1.2 o SCORM 2004',
  h5p: 'Este es un archivo H5P. Expórtelo como paquete SCORM, por ejemplo con Lumi, y elija ese archivo',
  'common-cartridge':
    'Este es un Common Cartridge de una plataforma. Contiene todo un aula: exporte solo la actividad como SCORM 1.2 o SCORM 2004',
  web: 'Estas son páginas web sin manifiesto (imsmanifest.xml), así que nada dice cuál se abre. Exporte el curso otra vez como SCORM 1.2 o SCORM 2004, no como páginas web',
}

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
  'name-backslash': () =>
    'Los nombres de este zip están escritos con barras invertidas. Los leemos como carpetas.',
  'name-server': (file) =>
    `${file} es un programa o un ajuste para un servidor web. Esos archivos no se aceptan: exporte el curso otra vez sin él.`,
  'name-reserved': (file) =>
    `${file} es un nombre que Windows se reserva. Cambie el nombre del archivo y exporte el curso otra vez.`,
  'name-unseen': (file) =>
    `El nombre ${file} tiene una letra que no se ve o que da la vuelta a las demás. Cambie el nombre del archivo y exporte el curso otra vez.`,
  'name-control': (file) =>
    `${file || 'Un archivo'} tiene una parte vacía o ilegible en el nombre.`,
  'name-long': (file) =>
    `El nombre ${file} es demasiado largo. Una ruta puede tener 240 caracteres.`,
  duplicate: (file) => `${file} está dos veces en el archivo zip.`,
  'case-twin': (file, twin) =>
    `${file} y ${twin} solo se distinguen por mayúsculas, minúsculas o acentos. Algunos discos los toman por uno solo.`,
  'file-and-folder': (file, other) => `${file} es un archivo y también una carpeta de ${other}.`,
  'no-manifest': () => 'No hay imsmanifest.xml. Este archivo zip no es un paquete SCORM.',
  'other-standard': (file, kind) => `${OTHERS[kind] ?? kind} (${file}).`,
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
    `${file} no dice SCORM 1.2 ni 2004${version ? `, sino «${version}»` : ''}.`,
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
  'schema-required': (file, space) =>
    `El documento de control de ${space} no está en el paquete, o nada dice cuál es (${file}). El comprobador de ADL lo rechaza.`,
  'href-unlisted': (file, id) =>
    `El recurso ${id} abre ${file}, pero no lo tiene en su lista como <file>. El comprobador de ADL lo rechaza.`,
  'no-organization': (_, n) =>
    `No hay índice. Mostramos lo que se puede abrir (${n}), con sus identificadores.`,
  'file-unlisted': (file) => `${file} está en el paquete pero no en la lista del manifiesto.`,
  'several-organizations': (_, title) => `Hay varios índices. Usamos «${title}».`,
  submanifest: () => 'Hay un manifiesto dentro del manifiesto. Lo dejamos fuera.',
  'sequencing-ignored': (_, rules) =>
    `Este paquete tiene reglas sobre el orden de sus partes (${rules}). Aquí no se siguen: cada persona elige libremente.`,
  'mastery-score': () =>
    'Hay una puntuación mínima. Algunas plataformas juzgan entonces antes de terminar el curso. Aquí decide el paquete; solo donde no dice nada, decide su puntuación cuando termina.',
  'name-odd': (file) =>
    `${file}: algunas plataformas solo aceptan A–Z, a–z, 0–9, punto, guion y guion bajo en los nombres.`,
  'name-mjs': (file) => `${file}: muchos servidores no envían .mjs como programa.`,
  'service-worker': (file) => `${file} quiere instalar un service worker. Aquí se bloquea.`,
  'browser-storage': (file) => `${file} guarda algo en el navegador. Puede perderse.`,
  'inline-eval': (file) =>
    `${file} ejecuta texto como programa (eval). Algunas plataformas lo rechazan.`,
  'reaches-outside': (file, to) =>
    `${file} carga ${second(to)} desde otro sitio (${first(to)}). Aquí se bloquea, así que falta una imagen, un video o un tipo de letra.`,
  'script-outside': (file, to) =>
    `${file} necesita ${second(to)} desde otro sitio (${first(to)}). Aquí se bloquea, y sin eso el curso no funciona. Pida un paquete que lo tenga todo dentro.`,
  'link-outside': (file, to) =>
    `${file} enlaza con otro sitio (${first(to)}). Desde dentro de un curso ese enlace no se abre aquí; se avisa a las personas.`,
  'old-plugin': (file) =>
    `${file} necesita un complemento que los navegadores ya no tienen. No muestra nada.`,
  'needs-device': (file) =>
    `${file} pide la cámara, el micrófono, el lugar o una llamada. Aquí se bloquea.`,
  'shared-data': () => 'Las partes de este paquete comparten datos entre sí. Aquí no se guardan.',
  'reports-nothing': () =>
    'Nada en este paquete habla con una plataforma. Se mostrará como «Abierto», y la coordinación puede darlo por hecho.',
  'reports-no-completion': () =>
    'Este paquete no comunica si se terminó. Se mostrará como «Abierto», y la coordinación puede darlo por hecho.',
  'completes-at-end': () =>
    'Este paquete nunca dice si está terminado. Cuenta como terminado cuando se cierra, como dice la norma.',
  'mac-leftovers': () =>
    'Los archivos que añadió una Mac o Windows (__MACOSX, .DS_Store) se dejan fuera.',
  'more-like-this': (_, detail) => `… y ${parseInt(detail)} más como este.`,
}
