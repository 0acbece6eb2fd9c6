/** Starts the connection check: check.js of check.html. */
import { startCheck } from './check.ts'
import { now, openPage } from './page.ts'

startCheck(openPage().packed, window, now)
