/** The script of /saved: the course, where it is saved and an address of it is asked for (`#/…`); else the page around it. */
import { savedHere } from '#offline/shell/saved-here.ts'
import { chosenLanguage, startShell } from '#offline/shell/start.ts'
import { openCourse } from './open-course.ts'

void start()

async function start(): Promise<void> {
  const here = await savedHere(chosenLanguage())
  if (location.hash.startsWith('#/') && here.modules.length > 0) return openCourse(here)
  // An address of the course, chosen on the page around it.
  addEventListener('hashchange', () => {
    if (location.hash.startsWith('#/')) location.reload()
  })
  await startShell()
}
