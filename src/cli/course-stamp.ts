import { readFileSync, writeFileSync } from 'node:fs'
import { readContent } from '#authoring/read.ts'

export function run(files: string[]): number {
  if (files.length === 0) {
    console.error('Name the translated files, for example content/es/consent/quiz.yaml')
    return 2
  }
  const { source } = readContent('content')
  let code = 0
  for (const file of files) {
    const below = file.replace(/^(\.\/)?content\//, '')
    const english = source.get(below.replace(/^[a-z]{2}\//, 'en/'))
    const text = readFileSync(file, 'utf8')
    if (!english || below.startsWith('en/') || !/^translates:.*$/m.test(text)) {
      console.error(`${file}: not a translation, or it has no line "translates:"`)
      code = 3
      continue
    }
    writeFileSync(file, text.replace(/^translates:.*$/m, `translates: "${english.hash}"`))
    console.log(`${file}: translates ${english.hash}`)
  }
  return code
}
