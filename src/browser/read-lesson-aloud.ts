/** Read aloud on the platform's lessons; the player does the same after each drawing. */
import { readAloud } from '#read-aloud/read-aloud.ts'

readAloud(document)
