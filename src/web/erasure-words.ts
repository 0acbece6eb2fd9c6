import type { Words } from '#i18n/words.ts'

/** What of somebody a table holds, for people: never its name. */
export const whatGoes = (table: string, { dataRights }: Pick<Words, 'dataRights'>): string =>
  dataRights.erasure.tables[table] ?? table
