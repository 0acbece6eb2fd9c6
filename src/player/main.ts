/** Starts the course: player.js of index.html. */
import { uuidV7 } from '#domain/learning/uuid.ts'
import { startCourse } from './app.ts'
import type { Clock } from './deeds.ts'
import { connect } from './lms/connect.ts'
import { now, openPage } from './page.ts'
import './player.scss'

const packed = openPage()
const clock: Clock = {
  now,
  newId: () => uuidV7(now(), crypto.getRandomValues(new Uint8Array(10))),
}
const around = { now, later: (run: () => void, wait: number) => void setTimeout(run, wait) }
void startCourse(
  packed,
  connect(window, packed.standard, packed.course, around, packed.manner),
  clock,
)
