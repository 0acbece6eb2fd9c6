/** What a page is drawn from, and what a drawing is. */
import type { Course, Step } from '#domain/course/course.ts'
import type { Edition, Manner } from '#domain/packages/packed.ts'
import type { Progress } from '#domain/learning/progress.ts'
import type { PlayerWords } from '#i18n/en/player.ts'
import type { Frame } from '#view/frame.ts'
import type { Html } from '#view/html.ts'
import type { Place } from './place.ts'
import type { Trouble } from './recorder.ts'
import type { Settings } from './settings.ts'

/** What a form said, when it was refused: shown again with the reason. */
export interface Refused {
  readonly problem: string
  readonly ticked: readonly string[]
  /** Of a form in which something is written: its act, and what was typed by field. */
  readonly act?: string
  readonly typed?: Readonly<Record<string, string>>
}

/** Where one stands in a road, when it is not its end: after "start again" or "go back one step". */
export interface Rewound {
  readonly session: string
  readonly step: number
}

/** What a carrier other than a learning system draws and says instead, or besides. */
export interface Beside {
  /** Above a page whose form of ours was refused. */
  summary(scene: Scene): Html | null
  /** At the top of the contents. */
  notices(scene: Scene): Html | null
  /** Where nothing of the course here is left to do. */
  end(scene: Scene): Html
  /** At the end of the contents. */
  after(scene: Scene): Html
  /** The page of what may be written: in a package there is no field. */
  writing(step: WrittenStep, scene: Scene): Drawing
  /** Below a lesson, a question, a debrief. */
  below(step: Step, scene: Scene): Html | null
  readonly whoSeesDisplay: string
}

export type WrittenStep = Extract<Step, { kind: 'reflection' | 'exercise' }>

export interface Scene {
  readonly course: Course
  readonly words: PlayerWords
  readonly frame: Frame
  readonly manner: Manner
  /** Whom to ask; of the programme. */
  readonly contact: Edition['programme']['contact']
  readonly progress: Progress
  /** Stands for the learner in the seeds of new attempts. */
  readonly salt: string
  readonly place: Place
  readonly settings: Settings
  /** True after they were changed, until the next page. */
  readonly settingsKept: boolean
  /** Item of the latest place in the course, for "Carry on". */
  readonly lastItem: string | null
  readonly refused: Refused | null
  readonly rewound: Rewound | null
  /** Slug of the question that was just answered right: what is said about it stands above what comes next. */
  readonly answered: string | null
  /** Said above the contents. */
  readonly trouble: Trouble | null
  readonly connected: 'yes' | 'no' | 'looking-back'
  /** Null in a package. */
  readonly beside: Beside | null
}

export interface Drawing {
  readonly title: string
  readonly body: Html
}
