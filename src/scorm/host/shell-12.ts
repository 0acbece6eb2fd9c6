import * as again from 'scorm-again/scorm12/min'
import type { ScormAgainClass } from './runtime.ts'
import { runShell } from './shell.ts'

// Its types name a default export, its file a named one.
runShell('1.2', Reflect.get(again, 'Scorm12API') as ScormAgainClass)
