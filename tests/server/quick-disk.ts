/** Imported before anything opens a database: thousands of commits need not wait for a real disk, where there is another. */
import { existsSync } from 'node:fs'

if (existsSync('/dev/shm')) process.env['TMPDIR'] = '/dev/shm'
