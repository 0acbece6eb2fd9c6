/** What in-place.ts asks for when somebody types, sends, signs out, or has something waiting on this device. */
import { askAtSignOut } from './ask-at-sign-out.ts'
import { BEGIN, LEAVE, SEND, type Sent } from './later-events.ts'
import { begin, sendInPlace } from './stay.ts'
import './words-wait.ts'

const on = (what: string, act: (sent: Sent) => Promise<void>): void =>
  document.addEventListener(what, (event) => void act((event as CustomEvent<Sent>).detail))

on(BEGIN, begin)
on(SEND, sendInPlace)
on(LEAVE, askAtSignOut)
