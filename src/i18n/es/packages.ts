import type { PackagesWords } from '../en/packages.ts'
import { packageRules } from './package-rules.ts'

export const packages: PackagesWords = {
  rules: packageRules,
  levels: {
    stop: 'No se puede importar',
    error: 'Error',
    warning: 'Advertencia',
    note: 'Nota',
  },
}
