import type { PrivacyWords } from '../en/privacy.ts'

export const privacy: PrivacyWords = {
  whoTitle: 'Quién responde por esto',
  who: (organisation) =>
    `${organisation} decide qué se guarda sobre usted y para qué, y responde por ello. Sus datos de contacto están al final de esta página. Quienes hicieron este sitio no ven nada.`,
  whyTitle: 'Qué se guarda y para qué',
  why: [
    'Su nombre y cómo localizarle, para que pueda entrar y recibir respuesta.',
    'Lo que hizo en el curso y lo que otras personas vieron, para que alguien pueda decidir si usted está a punto.',
    'Lo que usted quiera contar de su salud o de su vida, para encontrarle a quién acompañar. Puede dejarlo sin contar.',
    'De las personas a las que acompaña, solo cuándo se vieron, de qué manera y cuánto tiempo. Nunca un nombre.',
    'Cuándo entró y en qué tipo de dispositivo, y quién miró su expediente, para notar si alguien entra sin permiso.',
  ],
  basis: (basis) => `La razón por la que la ley lo permite: ${basis}.`,
  basisUnsaid: 'todavía no está escrita aquí; pregunte a la persona que aparece abajo',
  longTitle: 'Cuánto tiempo se guarda',
  whileHere: 'mientras tenga una cuenta',
  afterLeaving: (time) => `${time} después de irse`,
  atMost: (time) => `${time} como máximo`,
  days: (n) => `${n} días`,
  months: (n) => `${n} meses`,
  long: {
    record: 'Su expediente, su aprobación y sus mensajes',
    details: 'A quién llamar en una emergencia y qué necesita usted',
    notes: 'Las notas de la coordinación, los incidentes y las verificaciones',
    signIns: 'Cuándo entró y en qué tipo de dispositivo',
    looks: 'Quién miró su expediente',
    mail: 'Que se envió un correo; el texto se borra en cuanto se envía',
    offers: 'Una propuesta de ser mentor o mentora que no siguió adelante',
    backups: 'Las copias por si algo se daña',
  },
  rightsTitle: 'Qué puede pedir',
  rights: [
    'Ver lo que se guarda sobre usted y recibir una copia.',
    'Que se corrija lo que esté mal.',
    'Que se borre. Si usted recibió la aprobación, queda que alguien la recibió, cuándo y de quién, sin su nombre.',
    'Que no se use por un tiempo, o que no se use nunca para algo a lo que usted se opone.',
    'Retirar un permiso que dio. Lo que se hizo antes sigue siendo válido.',
  ],
  rightsHow:
    'Pídalo a la persona que aparece abajo. No cuesta nada y deben responderle en el plazo de un mes. Ninguna máquina decide sobre usted.',
  ownData: 'Su cuenta, con lo que se guarda sobre usted',
  complainTitle: 'Si la respuesta no le convence',
  complainFirst: (organisation) => `Si puede, dígaselo primero a ${organisation}.`,
  complain: {
    uk: [
      {
        who: 'Siempre puede acudir a la ICO, que vigila el uso de la información personal en el Reino Unido:',
        page: 'https://ico.org.uk/make-a-complaint/',
        phone: '0303 123 1113',
      },
    ],
    us: [
      {
        who: 'Si su información la tiene una clínica o un seguro médico, o alguien que trabaja para ellos, recibe las quejas la Oficina de Derechos Civiles:',
        page: 'https://www.hhs.gov/ocr/complaints/',
        phone: '1-800-368-1019',
      },
      {
        who: 'También su estado tiene una oficina para quejas:',
        page: 'https://www.usa.gov/state-consumer',
        phone: '',
      },
    ],
  },
}
