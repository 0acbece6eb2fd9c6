import { questionsAbout, type Asked } from '#db/replies.ts'

export type { Asked }

/** What a trainee asked about one page, newest first, at most five. @param path without query */
export const loadAskedHere = (person: string, path: string): Promise<Asked[]> =>
  questionsAbout(person, path, 5)
