import { course } from '#i18n/en/course.ts'
import { player } from '#i18n/en/player.ts'
import { bringWords } from '../words.ts'

bringWords('en', course, player)
