/** Keeps the compiled course private: the build's `course/`, `.astro/course/` while developing. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { compileContent } from '../authoring/check.ts'
import { AuthorError, NotReleased, tell } from '../authoring/problem.ts'
import { isProduction } from '../settings.ts'

const NAMES = ['en', 'en-GB', 'es', 'programmes', 'competencies', 'ledger', 'former']

export function course(): AstroIntegration {
  return {
    name: 'alongside-course',
    hooks: {
      'astro:build:start': ({ logger }) => {
        const { problems, isReleased } = compileContent('content', { production: isProduction() })
        const errors = problems.filter((problem) => problem.severity === 'error')
        if (errors.length) throw new AuthorError(errors)
        if (!isReleased) throw new NotReleased()
        const warnings = problems.length - errors.length
        if (warnings) logger.warn(`${warnings} warnings: run "alongside course check" to read them`)
      },
      'astro:build:done': ({ dir }) => {
        const client = fileURLToPath(dir)
        const target = path.join(client, '..', 'course')
        rmSync(target, { recursive: true, force: true })
        renameSync(path.join(client, 'course'), target)
      },
      'astro:server:setup': ({ server, logger }) => {
        process.env['COURSE_DIR'] = path.resolve('.astro/course')
        const refresh = async (): Promise<void> => {
          const { problems } = compileContent('content')
          for (const problem of problems.filter(({ severity }) => severity === 'error'))
            logger.error(tell(problem))
          const address = server.httpServer?.address()
          if (!address || typeof address === 'string') return
          mkdirSync('.astro/course', { recursive: true })
          for (const name of NAMES) {
            const answer = await fetch(`http://localhost:${address.port}/course/${name}.json`)
            if (answer.ok) writeFileSync(`.astro/course/${name}.json`, await answer.text())
          }
        }
        server.httpServer?.once('listening', () => void refresh())
        server.watcher.on('change', (file) => {
          if (file.includes(`${path.sep}content${path.sep}`)) setTimeout(() => void refresh(), 300)
        })
      },
    },
  }
}
