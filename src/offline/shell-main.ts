/** The script of /saved. */
import { startShell } from './shell/start.ts'

void startShell()
