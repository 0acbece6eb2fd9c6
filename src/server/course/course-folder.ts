import path from 'node:path'
import { builtFolder } from '#builds.mjs'
import { courseDir } from '#settings.ts'

/** The compiled course: of the build, or where `npm run dev` keeps it fresh. */
export const courseFolder = (): string => courseDir() ?? path.join(builtFolder(), 'course')
