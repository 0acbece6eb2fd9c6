/** The words of the page, as long as one of the product's. */
import { readFileSync } from 'node:fs'

interface Lesson {
  readonly title: string
  readonly html: string
}

export const lesson = JSON.parse(readFileSync(process.env['BARE_LESSON'] ?? '', 'utf8')) as Lesson
