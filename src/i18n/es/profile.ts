import type { ProfileWords } from '../en/profile.ts'

export const profile: ProfileWords = {
  title: 'Sus datos',
  link: 'Sus datos: cómo localizarle, y qué necesita',
  intro:
    'Para que nadie tenga que preguntarle dos veces. Escriba tanto o tan poco como quiera, y guarde cuando quiera parar: cada botón guarda todo lo que escribió aquí. Por favor, no escriba los nombres de las personas que acompaña.',
  staffTitle: 'Datos',
  staffIntro: (name) =>
    `Los escribió ${name}, o alguien en su nombre. A ${name} se le avisa de lo que usted cambie, y puede volver a cambiarlo.`,
  staffLink: 'Cambiar los datos',
  application: (day) => `Lo que escribió con su solicitud del ${day}`,
  staffNone: 'Todavía no hay nada escrito.',
  nameAt: 'Cambiar su nombre',
  emailAt: 'Cambiar su correo electrónico',
  emailStaff:
    'Solo lo cambia la persona: ahí llegan los códigos para entrar. Usted puede crear un código para ella.',
  sections: {
    reach: 'Cómo localizarle',
    emergency: 'Si le pasa algo',
    about: 'Dónde está, y sus idiomas',
    areas: 'De qué hablaría',
    access: 'Qué necesita',
  },
  staffSections: {
    reach: 'Cómo localizar a la persona',
    emergency: 'Si le pasa algo a la persona',
    about: 'Lugar e idiomas',
    areas: 'De qué hablaría',
    access: 'Qué necesita',
  },
  fields: {
    name: 'Nombre',
    email: 'Correo electrónico',
    phone: 'Teléfono',
    reachBy: 'La mejor manera de ponerse en contacto',
    times: 'Buenas horas',
    emergencyName: 'A quién llamar en una emergencia',
    emergencyPhone: 'Teléfono de esa persona',
    place: 'Lugar',
    languages: 'Idiomas',
    languageWords: 'Sobre los idiomas',
    areas: 'Hablaría con comodidad de',
    notAreas: 'Prefiere no hablar de',
    areaWords: 'En palabras propias',
    access: 'Lo que hace falta para participar',
  },
  hints: {
    phone: 'Con el prefijo de la zona.',
    times: 'Por ejemplo: por las mañanas entre semana, menos los martes.',
    emergencyName: 'Un nombre, y quién es: «Carlos, mi hermano». Por favor, pregúntele primero.',
    place: 'Una ciudad, un barrio o una clínica.',
    languageWords: 'Por ejemplo: español en casa, un poco de polaco.',
    areas:
      'Un tema puede añadir una parte breve al curso. Se puede cambiar en cualquier momento; lo hecho se conserva.',
    areaWords: 'Lo que la lista no dice.',
    access:
      'Por ejemplo: letra grande, una silla con brazos, sin escaleras. Escriba lo que ayuda; no hace falta decir por qué.',
  },
  ways: {
    phone: 'Una llamada',
    text: 'Un mensaje de texto',
    email: 'Correo electrónico',
    letter: 'Una carta',
    'in-person': 'Hablar en persona',
  },
  noWay: 'Sin preferencia',
  seen: {
    coordinators: 'Quién ve esto: usted y su coordinación.',
    'then-register':
      'Quién ve esto: usted y su coordinación. En su aprobación lo repasan con usted; lo que acuerden queda entonces en el registro.',
    'coordinators-only':
      'Quién ve esto: usted y su coordinación, nadie más. No está en ningún correo, lista ni archivo para otras personas.',
  },
  staffSeen: {
    coordinators: 'Quién ve esto: la persona y su coordinación.',
    'then-register':
      'Quién ve esto: la persona y su coordinación. La aprobación lo ofrece; en el registro queda solo lo que se acuerda ahí.',
    'coordinators-only':
      'Quién ve esto: la persona y su coordinación, nadie más. No está en ningún correo, lista ni archivo para otras personas.',
  },
  save: 'Guardar',
  saveAll: 'Guardar todo',
  saved: 'Guardado.',
  problems: {
    'too-long': (most) =>
      `Es demasiado largo. Use ${most.toLocaleString('en')} caracteres como máximo`,
    'phone-malformed': 'Escriba el teléfono con números, o déjelo vacío',
    both: 'El mismo tema está marcado como cómodo y como incómodo. Elija uno de los dos',
  },
  meanwhile: (by, field) => `Mientras tanto, ${by} cambió «${field}». Ahora dice:`,
  changedBy: (by, day) => `Cambio de ${by}, el ${day}.`,
  wrote: (day) => `Del ${day}, en palabras de la persona.`,
  before: (value) => `Antes: ${value}`,
  nothing: 'sin dato',
  call: 'Llamar',
  notice: {
    title: (by, day) => `${by} cambió sus datos el ${day}`,
    now: (field, value) => `${field}, ahora: ${value}`,
    field: (field) => `${field}: cambió.`,
    see: 'Ver sus datos y corregirlos',
    done: 'Lo he visto',
  },
  file: {
    link: 'Guardar sus datos en un archivo',
    of: (name, day) => `Datos de ${name}, guardados el ${day}`,
    last: (by, day) => `último cambio de ${by}, el ${day}`,
  },
}
