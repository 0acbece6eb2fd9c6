import { saved } from '#i18n/en/saved.ts'
import { saved as british } from '#i18n/en-GB/saved.ts'
import { over } from '#i18n/otherwise.ts'
import '#player/words/en-GB.ts'
import { bringSavedWords } from '../words-here.ts'

bringSavedWords('en', over(saved, british))
