/** Starts the page that the document asks for: the course, or the connection check. */
import { PACKED, unfolded, type Folded } from '#domain/packages/packed.ts'
import { uuidV7 } from '#domain/learning/uuid.ts'
import { mark } from '#view/mark.ts'
import { startCourse } from './app.ts'
import { startCheck } from './check.ts'
import type { Clock } from './deeds.ts'
import { connect } from './lms/connect.ts'
import './player.scss'

const packed = unfolded((window as unknown as Record<string, unknown>)[PACKED] as Folded)
const now = (): number => Date.now()
const clock: Clock = {
  now,
  newId: () => uuidV7(now(), crypto.getRandomValues(new Uint8Array(10))),
}

const marks = (root: ParentNode): void => {
  for (const place of root.querySelectorAll('[data-mark]')) place.innerHTML = mark.text
}
marks(document)
for (const { content } of document.querySelectorAll('template')) marks(content)

if (document.body.dataset['page'] === 'check') {
  startCheck(packed, window, now)
} else {
  const around = { now, later: (run: () => void, wait: number) => void setTimeout(run, wait) }
  void startCourse(
    packed,
    connect(window, packed.standard, packed.course, around, packed.manner),
    clock,
  )
}
