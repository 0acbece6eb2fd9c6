import type { MyAccountWords } from '../en/my-account.ts'

export const myAccount: MyAccountWords = {
  title: 'Mi cuenta',
  link: 'Cuenta',
  intro: 'Cómo le conocemos, cómo entra y quién ve qué. Cada línea se puede cambiar o mirar.',
  rows: {
    name: 'Nombre',
    signInName: 'Nombre para entrar',
    reached: 'Cómo le localizamos',
    language: 'Idioma',
    display: 'Cómo se ven las páginas',
    roles: 'Está aquí como',
    ways: 'Formas de entrar',
    devices: 'Ha entrado en',
    mail: 'Qué le enviamos por correo',
    looks: 'Quién miró su expediente',
    seen: 'Quién puede ver qué',
    data: 'Qué se guarda sobre usted',
  },
  look: 'Mirar',
  none: 'Nada todavía',
  languages: { en: 'Inglés', es: 'Español' },
  languageHow: 'El botón de arriba, en cada página, lo cambia.',
  waysWords: {
    password: 'Contraseña',
    noPassword: 'Sin contraseña',
    passkeys: (n) => (n === 1 ? '1 llave de acceso' : `${n} llaves de acceso`),
  },
  devicesWords: (n) => (n === 1 ? 'Solo este dispositivo' : `${n} dispositivos`),
  mailed: 'Lo que ha salido, y de qué quiere que le avisemos',
  looksTitle: 'Quién miró su expediente',
  looksIntro:
    'Quien abrió su expediente, sus notas o su cuenta, lo más reciente primero; en una misma hora cada persona aparece una vez. Se guarda 24 meses.',
  looksLists:
    'Las listas en las que usted es una persona entre muchas (el registro, la primera página de coordinación, los informes) no se anotan para cada persona.',
  looksNone: 'Nadie más que usted lo ha abierto en los últimos 24 meses; lo anterior no se guarda.',
  looksOlder: 'Anteriores',
  looksNewest: 'Más recientes',
  looksAsk: '¿No sabe por qué miró alguien? Pregunte a su coordinación o a administración.',
  columns: { when: 'Cuándo', who: 'Quién', what: 'Qué' },
  what: {
    'seen:record': 'Su expediente',
    'seen:internal-notes': 'Notas sobre usted',
    'seen:person': 'Su cuenta',
  },
  nobodyNow: 'Alguien cuya cuenta ya no existe',
}
