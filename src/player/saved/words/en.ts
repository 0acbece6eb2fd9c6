import { saved } from '#i18n/en/saved.ts'
import '#player/words/en.ts'
import { bringSavedWords } from '../words-here.ts'

bringSavedWords('en', saved)
