import * as again from 'scorm-again/scorm2004/min'
import type { ScormAgainClass } from './runtime.ts'
import { runShell } from './shell.ts'

// Its types name a default export, its file a named one.
runShell('2004', Reflect.get(again, 'Scorm2004API') as ScormAgainClass)
