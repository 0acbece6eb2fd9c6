/** Practice sessions that somebody recorded. Beside the ledger: a voice is no other meaning, and no item counts as changed by it. */
import type { Course, Module } from '#domain/course/course.ts'
import type { Recording } from '#domain/course/recording.ts'
import type { Session } from '#domain/course/session.ts'
import type { Bench } from './bench.ts'
import { hashOf } from './read.ts'
import { checkRecording, linesAsSaid, recordingOf } from './recordings.ts'
import { sessionFile, sessionWords } from './schema.ts'

/** @param folder of `content/` */
export function withRecordings(bench: Bench, folder: string, course: Course): Course {
  const { language } = course
  let any = false
  const recorded = (session: Session, folderOf: string): { readonly recording?: Recording } => {
    const path = `${language}/${folderOf}${session.id}.yaml`
    if (!bench.source.has(path)) return {}
    const file =
      language === 'en' ? bench.read(path, sessionFile) : bench.read(path, sessionWords, 'warning')
    const recording = file?.recording
    if (!recording) return {}
    any = true
    checkRecording(
      (what, remedy) => bench.error(path, 'recording', what, remedy),
      recording,
      linesAsSaid(session),
      { folder, language },
    )
    return { recording: recordingOf(recording) }
  }
  const spokenIn =
    (folderOf: string) =>
    <T extends Module>(module: T): T => ({
      ...module,
      sessions: module.sessions.map((one) => ({ ...one, ...recorded(one, folderOf) })),
    })
  const modules = course.modules.map(spokenIn(''))
  const packs = course.packs?.map(spokenIn('areas/'))
  if (!any) return course
  const { release: _, ...spoken } = { ...course, modules, ...(packs ? { packs } : {}) }
  return { ...spoken, release: hashOf(JSON.stringify(spoken)) }
}
