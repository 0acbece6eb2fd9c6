/** Keeps the compiled course private: the build's `course/`, `.astro/course/` while developing. */
import { renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { compileContent } from '../authoring/check.ts'
import { AuthorError, NotReleased } from '../authoring/problem.ts'
import { isProduction } from '../settings.ts'
import { followContent } from './course-in-dev.ts'

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
      'astro:server:setup': ({ server, logger }) => followContent(server, logger),
    },
  }
}
