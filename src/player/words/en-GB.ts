import { course } from '#i18n/en/course.ts'
import { player } from '#i18n/en/player.ts'
import { course as british } from '#i18n/en-GB/course.ts'
import { player as playerBritish } from '#i18n/en-GB/player.ts'
import { over } from '#i18n/otherwise.ts'
import { bringWords } from '../words.ts'

bringWords('en', over(course, british), over(player, playerBritish))
