import { packageRules } from './package-rules.ts'

export const packages = {
  rules: packageRules,
  levels: {
    stop: 'Cannot be imported',
    error: 'Error',
    warning: 'Warning',
    note: 'Note',
  },
}

export type PackagesWords = typeof packages
