import { course } from '#i18n/es/course.ts'
import { player } from '#i18n/es/player.ts'
import { bringWords } from '../words.ts'

bringWords('es', course, player)
