import type { ManageWords } from '../en/manage.ts'

export const manage: ManageWords = {
  title: 'Administración',
  intro:
    'Invite a quienes coordinan cada programa. Ellas y ellos invitan a las personas en formación y a quienes observan.',
  programmes: 'Programas',
  coordinators: 'Quienes coordinan y observan',
  noCoordinators: 'Todavía nadie.',
  inviteCoordinator: 'Invitar a alguien a coordinar',
  exampleWarning:
    'Los contactos de este programa todavía son ejemplos. Ponga los suyos en «Palabras y contactos» antes de que lo usen personas reales.',
}
