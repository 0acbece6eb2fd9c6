/** A small LMS around scorm-again: keeps what was committed, and plays the host's part at each launch. */
import { Scorm12API, Scorm2004API } from 'scorm-again/min'
import type { Standard } from '#domain/packages/packed.ts'

export interface Lms {
  /** A new API instance for one launch, as the SCO finds it. */
  launch(mode?: 'normal' | 'review'): object
  /** What is kept after the latest commit, by full element name. */
  kept(): Readonly<Record<string, string>>
}

interface HostApi {
  loadFromFlattenedJSON(json: Record<string, unknown>): void
  on(event: string, run: () => void): void
  getFlattenedCMI(): Record<string, unknown>
}

const HOSTS = {
  '1.2': {
    api: (): HostApi => new Scorm12API({ logLevel: 5, mastery_override: false }),
    events: ['LMSCommit', 'LMSFinish'],
    mode: 'cmi.core.lesson_mode',
  },
  '2004': {
    api: (): HostApi => new Scorm2004API({ logLevel: 5, mastery_override: false }),
    events: ['Commit', 'Terminate'],
    mode: 'cmi.mode',
  },
} as const

export function lmsFor(standard: Standard): Lms {
  const host = HOSTS[standard]
  let kept: Record<string, string> = {}
  return {
    kept: () => kept,
    launch: (mode = 'normal') => {
      const api = host.api()
      api.loadFromFlattenedJSON({ ...kept, [host.mode]: mode })
      const keep = (): void => {
        const values = Object.entries(api.getFlattenedCMI())
        kept = Object.fromEntries(
          values.flatMap(([name, value]) =>
            typeof value === 'string' && value !== '' && !/mode|time/.test(name)
              ? [[name, value]]
              : [],
          ),
        )
      }
      for (const event of host.events) api.on(event, keep)
      return api
    },
  }
}
