/** The page "Try the package": a learning system around the frame, which keeps what is committed until one leaves. */
import { isStandard, type Standard } from '#domain/packages/packed.ts'
import { readReport } from '#domain/packages/reported.ts'
import { elementsAtLaunch, readElements, type Elements } from '#domain/packages/runtime-data.ts'
import { API_NAME, startRuntime, type ScormAgainClass } from '#scorm/host/runtime.ts'
import { findCallView } from './call-view.ts'

// The types of these modules name a default; the modules have the class under its own name.
const CLASSES: Record<Standard, () => Promise<ScormAgainClass>> = {
  '1.2': async () =>
    Reflect.get(await import('scorm-again/scorm12/min'), 'Scorm12API') as ScormAgainClass,
  '2004': async () =>
    Reflect.get(await import('scorm-again/scorm2004/min'), 'Scorm2004API') as ScormAgainClass,
}

/** Of a package of ours the manifest hands nothing in. */
const PART = {
  identifier: '',
  title: '',
  kind: 'sco',
  path: '',
  query: '',
  launchData: '',
  masteryScore: '',
  maxTimeAllowed: '',
  timeLimitAction: '',
  completionThreshold: '',
  passingScore: '',
} as const

const box = document.querySelector<HTMLElement>('[data-preview]')
if (box) start(box)

function start({ dataset }: HTMLElement): void {
  const { preview: standard, address = '', learner = '' } = dataset
  const frame = document.querySelector<HTMLIFrameElement>('iframe[data-frame]')
  const view = findCallView()
  if (!isStandard(standard) || !frame || !view) return
  let kept: Elements | null = null
  let seconds = 0

  const open = async (how: string): Promise<void> => {
    // The package that runs says good-bye to its own learning system first.
    frame.src = 'about:blank'
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
    if (how === 'normal') {
      kept = null
      seconds = 0
    }
    const { exit = '' } = kept ? readReport(standard, kept) : {}
    const secondsBefore = seconds
    const elements = elementsAtLaunch(standard, {
      part: PART,
      learner: { id: 'preview', name: learner },
      mode: how === 'review' ? 'review' : 'normal',
      before: kept && { elements: kept, exit, seconds },
    })
    const Class = await CLASSES[standard]()
    view.clear()
    view.showKept(kept ?? {})
    const api = startRuntime(Class, {
      standard,
      elements,
      // What was not committed is lost, as in a strict system: this is where one finds out.
      automatic: false,
      onCommit: (commit) => {
        kept = readElements(standard, commit.elements) ?? kept
        if (kept) seconds = secondsBefore + readReport(standard, kept).seconds
        view.showKept(kept ?? {})
      },
      onCall: (call) => view.tell(call),
    })
    Object.assign(window, { [API_NAME[standard]]: api })
    frame.src = address
  }

  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-launch]'))
    button.addEventListener('click', () => void open(button.value))
  void open('normal')
}
