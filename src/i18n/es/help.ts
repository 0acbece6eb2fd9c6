import type { HelpWords } from '../en/help.ts'

export const help: HelpWords = {
  title: 'Ayuda',
  intro: 'Elija lo que quiere hacer o busque una palabra.',
  here: 'Ayuda con esta página',
  back: 'Toda la ayuda',
  contents: 'En esta página',
  others: 'Más ayuda',
  onlyEnglish: 'Esta página está solo en inglés.',
  audiences: {
    everybody: 'Antes de empezar',
    trainees: 'Para quienes se forman o acompañan',
    coordinators: 'Para la coordinación',
    observers: 'Para quienes observan',
    administrators: 'Para la administración',
    'learning-systems': 'Para quien cuida una plataforma de aprendizaje (LMS)',
    authors: 'Para quienes escriben el curso',
    operators: 'Para quien mantiene el servidor',
    developers: 'Para quienes programan',
  },
}
