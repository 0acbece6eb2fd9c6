/** The captions of clips, read at build from content/<language>/clips. */
import { cuesOf, type Cue } from '#domain/course/captions.ts'
import type { Language } from '#domain/course/language.ts'

const files = import.meta.glob<string>('/content/*/clips/*.vtt', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The file's text by `<name>.<language>`, for the addresses under /media. */
export const captionFiles: ReadonlyMap<string, string> = new Map(
  Object.entries(files).map(([path, text]) => {
    const [, language = '', name = ''] = /\/content\/([a-z]+)\/clips\/(.+)\.vtt$/.exec(path) ?? []
    return [`${name}.${language}`, text]
  }),
)

/** None where there is no such file, which `course check` refuses. */
export const cuesIn = (language: Language, name: string): Cue[] =>
  cuesOf(captionFiles.get(`${name}.${language}`) ?? '')
