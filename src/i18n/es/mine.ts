import type { MineWords } from '#i18n/en/mine.ts'

export const mine: MineWords = {
  note: {
    open: 'Escriba una nota para usted',
    title: 'Mi propia nota',
    label: 'Mi propia nota sobre esta lección',
    hint: 'Solo usted puede leerla: ni su coordinador o coordinadora, ni nadie más. El buscador la encuentra de nuevo.',
    save: 'Guardar mi nota',
    saved: 'Guardado. Solo usted puede leerla.',
    cleared: 'Su nota está vacía ahora.',
  },
}
