import type { CalendarWords } from '../en/calendar.ts'

export const calendar: CalendarWords = {
  title: 'Sus fechas en su calendario',
  intro:
    'Su teléfono o su computadora puede mostrar sus fechas de aquí y corregirlas cuando algo cambia.',
  holdsTitle: 'Qué mostrará su calendario',
  holds: [
    'las reuniones a las que se apuntó, también cuando se mueven o no se hacen',
    'su próxima revisión de apoyo y el día en que termina su aprobación',
    'ningún nombre de otra persona, y nada sobre la salud de nadie',
  ],
  holdsStaff: 'las reuniones que usted organiza en la coordinación',
  secretTitle: 'Tiene una dirección propia',
  secret:
    'Quien tenga la dirección puede leer estas fechas sin entrar aquí. Désela solo a su propio calendario. Si la dio por error, haga una nueva: la anterior ya no mostrará nada.',
  none: 'Todavía no tiene una dirección.',
  made: (day) => `Hizo una dirección el ${day}.`,
  read: (day) => `Un calendario la leyó por última vez el ${day}.`,
  unread: 'Ningún calendario la ha leído todavía.',
  make: 'Hacer una dirección',
  again: 'Hacer una dirección nueva',
  end: 'Terminar la dirección',
  ended: 'La dirección terminó. Ya no muestra nada.',
  held: 'Entró con un código del personal. Entre de su propia manera para hacer una dirección.',
  readyTitle: 'Su dirección está lista',
  ready: 'Cópiela ahora. No se muestra otra vez.',
  address: 'Dirección para su calendario',
  open: 'Abrirla en el calendario de este dispositivo',
  how: 'Cómo añadirla',
  steps: [
    'iPhone o iPad: toque el enlace de arriba, o Configuración – Calendario – Cuentas – Agregar cuenta – Otra – Agregar calendario suscrito.',
    'Google: en una computadora, Otros calendarios – Desde URL.',
    'Outlook: Agregar calendario – Suscribirse desde la web.',
  ],
  late: 'Los calendarios miran cada pocas horas, así que un cambio puede tardar un día en llegar.',
  back: 'Listo',
  link: 'Sus fechas en su propio calendario',
  waiting: (title) => `Lista de espera: ${title}`,
}
