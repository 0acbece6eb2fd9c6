import { read, type Reading } from '#db/client.ts'
import { questionsAboutQuery, type Asked } from '#db/replies.ts'

export type { Asked }

/** What a trainee asked about one page, newest first, at most five. @param path without query */
export const askedHereQuery = (person: string, path: string): Reading<Asked[]> =>
  questionsAboutQuery(person, path, 5)

export const loadAskedHere = (person: string, path: string): Promise<Asked[]> =>
  read(askedHereQuery(person, path))
