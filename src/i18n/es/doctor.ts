import type { MailReason } from '#domain/people/mail-state.ts'
import { lineOf, sizeIn, type DoctorWords } from '../en/doctor.ts'

const size = (bytes: number): string => sizeIn(bytes, 'es')
const of = (n: number, one: string, many: string): string =>
  n === 1 ? one : many.replace('#', new Intl.NumberFormat('es').format(n))

const MAIL: Readonly<Record<MailReason, string>> = {
  address: 'Rechaza una dirección: revise MAIL_FROM.',
  full: 'El buzón está lleno.',
  'not-let-in': 'No deja entrar a esta plataforma: revise el nombre y la contraseña en SMTP_URL.',
  certificate:
    'Nadie responde por su certificado, así que no se envía nada: dele uno para el nombre que está en SMTP_URL, o añada ?ignoreTLS=true si funciona en esta misma máquina.',
  away: 'No se puede llegar a él: revise el servidor y el puerto en SMTP_URL, y la red.',
  other: 'Mire el registro del servidor de correo.',
}

const examplesIn = (fields: readonly string[]): string =>
  new Intl.ListFormat('es').format(
    fields.map((field) => {
      const line = lineOf(field)
      if (line) return `la línea ${line} para emergencias`
      return field === 'contact' ? 'el contacto' : 'el correo electrónico del contacto'
    }),
  )

export const doctor: DoctorWords = {
  page: {
    title: 'Sistema',
    intro: 'Cómo está la plataforma misma y qué conviene mirar.',
    toDo: 'Qué conviene mirar',
    allGood: 'No hay nada que mirar.',
    facts: 'Datos',
    good: 'Lo que se miró y está bien',
    more: 'La base de datos entera y el servidor de correo los mira «alongside doctor», en la terminal del servidor.',
    version: 'Versión de Alongside',
    database: 'Base de datos',
    inFile: (size) => `Un archivo, ${size}`,
    onServer: (host) => `Servidor libSQL ${host}`,
    backup: 'Última copia de seguridad',
    sealed: 'Está cifrada.',
    notSealed: 'No está cifrada.',
    drill: 'Último ensayo de restauración',
    drilled: (day, file, problems) =>
      `${day}, ${file}: ${problems === 0 ? 'volvió entera' : 'no volvió entera'}`,
    none: 'Todavía no hay',
    mail: 'Correo',
    from: (sender) => `De ${sender}.`,
    lastSent: (time) => `El último salió el ${time}.`,
    neverSent: 'Todavía no ha salido ninguno.',
    waiting: (n) => (n === 0 ? 'No espera ninguno.' : n === 1 ? 'Espera uno.' : `Esperan ${n}.`),
    mailOff: 'No se envía correo',
    packages: 'Servidor de los paquetes importados',
    packagesOff: 'Ninguno: no se pueden importar paquetes',
    test: '¿Llega el correo?',
    testHelp:
      'Un correo breve va a su propia dirección, en el acto. El servidor de correo tiene ocho segundos para aceptarlo.',
    sendTest: 'Enviarme un correo de prueba',
    testSent:
      'El servidor de correo aceptó el correo. Mire si está en su buzón, y no entre el correo no deseado.',
    testFailed: (server, problem, remedy) =>
      `El servidor de correo ${server} no aceptó el correo (${problem}). ${remedy}`,
    testRefused: {
      off: 'Aquí no se envía correo: SMTP_URL y MAIL_FROM no están puestos.',
      'no-address':
        'Usted todavía no tiene una dirección de correo. Póngala en «Mi cuenta» e inténtelo de nuevo.',
    },
    testMail: {
      subject: 'Una prueba de Alongside',
      text: 'El correo de Alongside llega aquí. No hay que hacer nada más.\n',
    },
  },
  mailRemedies: MAIL,
  states: { ok: 'Bien', warning: 'Conviene mirarlo', problem: 'Problema' },
  checks: {
    settings: 'Ajustes',
    node: 'Node',
    folder: 'Carpeta de datos',
    disk: 'Espacio en el disco',
    clock: 'Reloj',
    database: 'Base de datos',
    migrations: 'Versión de la base de datos',
    mail: 'Correo',
    proxy: 'Proxy',
    packages: 'Paquetes importados',
    backup: 'Copia de seguridad',
    drill: 'Ensayo de restauración',
    examples: 'Contactos y líneas de crisis',
    factors: 'Segundo paso del personal',
  },
  findings: {
    'settings-wrong': ({ says }) => [
      says,
      'Corríjalo en el archivo o en el entorno; «alongside config» muestra de dónde viene cada ajuste.',
    ],
    'node-fine': ({ version }) => [`Node ${version}`],
    'node-old': ({ version, wants }) => [
      `Node ${version} es demasiado antiguo.`,
      `Instale Node ${wants} o una versión más nueva.`,
    ],
    'folder-fine': ({ folder }) => [`${folder} existe y está cerrada a otras cuentas.`],
    'folder-missing': ({ folder }) => [
      `No existe la carpeta ${folder}.`,
      'Ponga en DATA_DIR lo mismo que para el servidor, o arranque el servidor una vez: él crea la carpeta.',
    ],
    'folder-shut': ({ folder }) => [
      `Esta cuenta no puede leer ni escribir en ${folder}.`,
      'Dé la carpeta a la cuenta con la que funciona Alongside (chown), o ponga otra en DATA_DIR.',
    ],
    'folder-other': ({ folder }) => [
      `${folder} no es la carpeta de esta base de datos: falta en ella el archivo of-database.`,
      'Monte la carpeta compartida; el primer arranque con una base de datos nueva la marca por sí solo. Hasta entonces no se importa nada, no se cambian textos ni se borra a nadie; lo demás sigue igual.',
    ],
    'folder-open': ({ folder, mode }) => [
      `Otras cuentas de este equipo pueden mirar dentro de ${folder} (modo ${mode}).`,
      `Ciérrela: chmod 700 ${folder}`,
    ],
    'disk-fine': ({ free }) => [`Quedan libres ${size(free)}.`],
    'disk-low': ({ free, wants }) => [
      `Solo quedan libres ${size(free)}; con ${size(wants)} habría sitio para copias y actualizaciones.`,
      'Haga sitio, o lleve copias antiguas a otro disco.',
    ],
    'disk-full': ({ free, wants }) => [
      `Solo quedan libres ${size(free)}. Una copia o una actualización necesita ${size(wants)}, y pronto no se podrá guardar nada.`,
      'Haga sitio ahora. Lo que ya se guardó se conserva.',
    ],
    'clock-fine': ({ today }) => [
      `Hoy es ${today}, y concuerda con lo que hay en la base de datos.`,
    ],
    'clock-behind': ({ now, newest }) => [
      `El reloj dice ${now}, pero algo se escribió a las ${newest}.`,
      'Ponga en hora el reloj de este equipo (NTP) y vuelva a arrancar el servidor.',
    ],
    'clock-ahead': ({ today, newest, days }) => [
      `El reloj dice ${today}, ${days} días después de la última hora en la que se confía (${newest}). No se borra nada hasta que alguien lo mire.`,
      'Si el reloj está mal, póngalo en hora. Si el servidor estuvo parado tanto tiempo: alongside retention run --today AAAA-MM-DD',
    ],
    'database-writes': ({ place }) => [
      place === 'file'
        ? 'La base de datos acepta escrituras.'
        : `El servidor libSQL ${place} acepta escrituras.`,
    ],
    'database-shut': () => [
      'La base de datos no acepta escrituras en este momento.',
      'Mire el espacio en el disco, de quién es el archivo y si otro proceso lo tiene ocupado.',
    ],
    'database-refused': ({ says }) => [
      says,
      'No se ha cambiado nada. Cuando esté como se dice, ejecute doctor otra vez.',
    ],
    'database-whole': ({ tables, rows }) => [
      `La base de datos está entera: ${of(tables, 'una tabla', '# tablas')}, ${of(rows, 'una fila', '# filas')}.`,
    ],
    'database-damaged': ({ says }) => [
      `La base de datos está dañada: ${says}`,
      'Pare el servidor y ponga en su lugar la última copia buena: alongside restore ARCHIVO. Lo que había queda al lado.',
    ],
    'database-dangling': ({ rows }) => [
      `${of(rows, 'Una fila señala', '# filas señalan')} una fila que no existe.`,
      'Haga una copia del archivo tal como está y restaure después la última copia: alongside restore ARCHIVO.',
    ],
    'migrations-none': ({ applied }) => [
      `La base de datos corresponde a esta versión (${of(applied, 'una migración', '# migraciones')}).`,
    ],
    'migrations-waiting': ({ waiting }) => [
      `${of(waiting, 'Queda una migración', 'Quedan # migraciones')} por aplicar: la base de datos es de una versión anterior.`,
      'El próximo arranque hace una copia y la pone al día; o ahora, con el servidor parado: alongside db migrate',
    ],
    'migrations-newer': () => [
      'Otra versión de Alongside, que esta no conoce, cambió la base de datos.',
      'Arranque de nuevo esa versión, o restaure la copia que se hizo antes de la actualización: alongside restore ARCHIVO.',
    ],
    'mail-off': () => [
      'No se envía correo: las invitaciones y los códigos se entregan en mano, y a nadie se le avisa de nada.',
      'Ponga SMTP_URL y MAIL_FROM (docs/configuration.md).',
    ],
    'mail-answers': ({ host }) => [
      `El servidor de correo ${host} nos deja entrar. Si un correo llega, solo lo muestra un correo: alongside mail test DIRECCIÓN.`,
    ],
    'mail-fails': ({ host, problem, reason }) => [
      `El servidor de correo ${host} no acepta correo (${problem}). El correo espera y no se pierde.`,
      MAIL[reason],
    ],
    'mail-refused': ({ mails }) => [
      `${of(mails, 'Se rechazó un correo', 'Se rechazaron # correos')} definitivamente.`,
      'La página «Administración» dice por qué; las direcciones de personas están en la lista de trabajo de quienes coordinan.',
    ],
    'proxy-unseen': () => [
      'Nadie ha llamado desde otro equipo desde el arranque, así que no se ha visto nada de un proxy.',
    ],
    'proxy-none': () => ['Se llega directamente, sin proxy, como dice TRUSTED_PROXY_HOPS=0.'],
    'proxy-fine': ({ hops }) => [
      `${of(hops, 'Un proxy dice', '# proxies dicen')} quién llama, como pone TRUSTED_PROXY_HOPS.`,
    ],
    'proxy-unbelieved': ({ entries }) => [
      'Un proxy dice quién llama y no se le cree: todo el mundo cuenta como una sola dirección, y las contraseñas equivocadas de alguien cierran el paso a los demás.',
      `Ponga TRUSTED_PROXY_HOPS=${entries} si esos proxies son suyos.`,
    ],
    'proxy-too-few': ({ hops, entries }) => [
      `TRUSTED_PROXY_HOPS es ${hops}, pero solo ${of(entries, 'un proxy dijo', '# proxies dijeron')} quién llamaba: cualquiera podría decir una dirección ajena.`,
      `Ponga TRUSTED_PROXY_HOPS=${entries}, o haga que cada proxy añada a X-Forwarded-For.`,
    ],
    'proxy-silent': ({ hops }) => [
      `TRUSTED_PROXY_HOPS es ${hops}, pero nadie dijo quién llamaba.`,
      'Haga que el proxy envíe X-Forwarded-For, o ponga TRUSTED_PROXY_HOPS=0 si no hay ninguno.',
    ],
    'proxy-http': () => [
      'El proxy dice que se entra por http, y ORIGIN dice https.',
      'Haga que el proxy conteste a http solo con una redirección a https.',
    ],
    'proxy-host': ({ host, origin }) => [
      `La última llamada se rechazó (421): su Host era «${host}», y solo se contesta a ${origin}.`,
      'Haga que el proxy pase el Host (nginx: proxy_set_header Host $host; Caddy lo hace solo), o ponga en ORIGIN la dirección que la gente escribe.',
    ],
    'packages-off': () => [
      'CONTENT_ORIGIN no está puesto: no se pueden importar paquetes de otros.',
    ],
    'packages-fine': ({ origin }) => [`Los paquetes importados funcionan en ${origin}.`],
    'packages-nowhere': ({ host }) => [
      `No se encuentra ${host}, el nombre donde funcionan los paquetes importados.`,
      'Haga para él una entrada en el DNS que lleve a este servidor, o quite CONTENT_ORIGIN.',
    ],
    'backup-demo': () => ['Aquí las personas son inventadas: no se hacen copias.'],
    'backup-elsewhere': () => [
      'Un servidor libSQL hace sus propias copias: desde aquí no se ve si las hace.',
      'Cómo, y cómo ensayarlo: docs/libsql-server.md. DATA_DIR también necesita una copia.',
    ],
    'backup-soon': () => [
      'Todavía no hay copia, ni personas que perder: la primera se hace en los diez minutos que siguen al arranque.',
    ],
    'backup-none': () => [
      'No hay ninguna copia en DATA_DIR/backups.',
      'Haga una ahora: alongside backup. El servidor hace una cada noche; su registro dice por qué no la hizo.',
    ],
    'backup-fine': ({ hours }) => [
      hours === 0
        ? 'La última copia se hizo en la última hora.'
        : `La última copia tiene ${of(hours, 'una hora', '# horas')}.`,
    ],
    'backup-old': ({ days }) => [
      `La última copia tiene ${of(days, 'un día', '# días')}.`,
      'Haga una ahora: alongside backup. El registro del servidor dice por qué faltó la de la noche.',
    ],
    'backup-lost': ({ days }) => [
      `La última copia tiene ${days} días: lo escrito desde entonces se perdería.`,
      'Haga una ahora: alongside backup. El registro del servidor dice por qué faltó la de la noche.',
    ],
    'drill-none': () => [
      'Todavía no se ha ensayado ninguna copia.',
      'Ensaye la última, sin cambiar nada: alongside backup verify',
    ],
    'drill-fine': ({ day, file }) => [`El ${day} se ensayó la copia ${file} y volvió entera.`],
    'drill-old': ({ day, days }) => [
      `La última vez que se ensayó una copia fue el ${day}, hace ${days} días.`,
      'Ensaye la última, sin cambiar nada: alongside backup verify',
    ],
    'drill-failed': ({ day, file, problems }) => [
      `El ${day} la copia ${file} no volvió entera (${of(problems, 'un problema', '# problemas')}).`,
      'Haga una copia nueva y ensáyela: alongside backup y después alongside backup verify',
    ],
    'examples-none': () => ['Ningún contacto ni línea de crisis es un ejemplo.'],
    'examples-left': ({ names, fields }) => [
      `El programa «${names.es}» todavía tiene ejemplos (${examplesIn(fields)}): allí no contestaría nadie.`,
      'Ponga los de su organización, en Administración.',
    ],
    'examples-open': ({ names, fields }) => [
      `El programa «${names.es}» todavía tiene ejemplos (${examplesIn(fields)}), y esto es producción: allí no contestaría nadie, y el próximo arranque se niega.`,
      'Ponga ahora los de su organización, en Administración.',
    ],
    'factors-none': () => ['Todavía no hay personal.'],
    'factors-all': ({ all }) => [
      `${of(all, 'La única cuenta del personal tiene', 'Las # cuentas del personal tienen')} un segundo paso.`,
    ],
    'factors-missing': ({ missing, all }) => [
      `${of(missing, 'Una cuenta', '# cuentas')} de ${all} del personal ${missing === 1 ? 'no tiene' : 'no tienen'} segundo paso.`,
      'Cuáles son, y desde qué día hace falta: Administración, «Segundo paso».',
    ],
    unlooked: ({ says }) => [
      `No se pudo mirar: ${says}`,
      'Si el remedio no está en estas palabras, el registro del servidor dice más.',
    ],
  },
}
