import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readContent } from '#authoring/read.ts'
import type { Given } from './given.ts'

export function run({ words: files }: Given): number {
  const { source } = readContent('content')
  let code = 0
  for (const file of files) {
    const below = path.relative(path.resolve('content'), file).split(path.sep).join('/')
    const english = source.get(below.replace(/^[a-z]{2}\//, 'en/'))
    const text = source.has(below) && existsSync(file) ? readFileSync(file, 'utf8') : ''
    if (!english || below.startsWith('en/') || !/^translates:.*$/m.test(text)) {
      console.error(
        `content/${below}: not a translation below content/, or it has no line "translates:"`,
      )
      code = 3
      continue
    }
    writeFileSync(file, text.replace(/^translates:.*$/m, `translates: "${english.hash}"`))
    console.log(`content/${below}: translates ${english.hash}`)
  }
  return code
}
