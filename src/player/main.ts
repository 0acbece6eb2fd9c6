/** Starts the course: player.js of index.html. */
import { startCourse } from './app.ts'
import type { Clock } from './deeds.ts'
import { connect } from './lms/connect.ts'
import { editionsOf } from '#domain/packages/packed.ts'
import { now, openPage } from './page.ts'
import { piecesOfPackage } from './pieces.ts'
import { bringBeforehand } from './waiting.ts'
import { wordsIn } from './words.ts'
import './player.scss'

const { packed, pieces: arrived } = openPage()
const pieces = piecesOfPackage(packed, arrived, now)
const clock: Clock = {
  now,
  // None of them leaves the window: a learning system keeps no ids.
  newId: () => crypto.getRandomValues(new Uint32Array(3)).join('-'),
}
const around = {
  now,
  later: (run: () => void, wait: number) => void setTimeout(run, wait),
  salt: clock.newId().slice(-3),
  bring: (names: readonly string[]) =>
    bringBeforehand(
      pieces,
      names,
      editionsOf(packed).map(({ course: { language } }) => [language, wordsIn(language).player]),
    ),
}
void startCourse(
  packed,
  connect(window, packed.standard, packed.course, around, packed.manner),
  clock,
  pieces,
)
