import { saved } from '#i18n/es/saved.ts'
import '#player/words/es.ts'
import { bringSavedWords } from '../words-here.ts'

bringSavedWords('es', saved)
