/** Saves the course on this device, module by module or whole: size first, then how far it is, and what became of it. */
import { noteThisDevice } from '#offline/look-after.ts'
import { persistence } from '#offline/persistence.ts'
import {
  freeModules,
  savedModules,
  saveModule,
  type OnDevice,
  type SaveOutcome,
} from '#offline/save.ts'
import { savesItself, setSavesItself } from '#offline/saves-itself.ts'
import { bytesOf, savePage, slugOf, type SavePage } from './save-page.ts'

const root = document.querySelector<HTMLElement>('[data-saving]')
if (root) void start(savePage(root))

async function start(page: SavePage): Promise<void> {
  const { language, rows, part } = page
  await draw(page)
  for (const row of rows) {
    row.querySelector('[data-save]')?.addEventListener('click', () => void save(page, [row], row))
    row
      .querySelector('[data-free]')
      ?.addEventListener(
        'click',
        () =>
          void free(page, (one) => one.language === language && one.module === slugOf(row), row),
      )
  }
  const missing = (): HTMLElement[] =>
    rows.filter((row) => !row.querySelector<HTMLElement>('[data-save]')?.hidden)
  part('[data-save-whole]').addEventListener('click', () => void save(page, missing()))
  part('[data-free-whole]').addEventListener('click', () => void free(page, () => true))
  part('[data-free-others]').addEventListener(
    'click',
    () => void free(page, (one) => one.language !== language),
  )
  const itself = part<HTMLInputElement>('input[name=itself]')
  itself.checked = await savesItself(page.person)
  itself.addEventListener('change', () => void agree(page, itself))
  const asked = askedFor()
  const row = missing().find((one) => slugOf(one) === asked)
  if (row) await save(page, [row], row)
}

/** The module that was chosen on the page before, with its size beside it: once. */
function askedFor(): string | null {
  const asked = new URLSearchParams(location.search).get('save')
  if (asked) history.replaceState(null, '', location.pathname)
  return asked
}

async function draw(page: SavePage): Promise<void> {
  const all = await savedModules()
  page.draw(all)
  page.sayHowLong(all?.length ? await persistence('look') : 'unknown')
}

let busy = false

/** One after the other; it stops where one did not come, and what came before stays. */
async function save(
  page: SavePage,
  wanted: readonly HTMLElement[],
  at: HTMLElement | null = null,
): Promise<void> {
  if (busy) return
  busy = true
  page.moveTo(at)
  page.part('[data-status]').hidden = true
  const bar = page.part<HTMLProgressElement>('progress')
  bar.max = wanted.reduce((sum, row) => sum + bytesOf(row), 0)
  bar.value = 0
  bar.hidden = false
  // Firefox asks its person, who need not answer: what is saved does not wait for that.
  void persistence('ask').then((promised) => page.sayHowLong(promised))
  let outcome: SaveOutcome = 'kept'
  let before = 0
  for (const row of wanted) {
    outcome = await saveModule(page.language, slugOf(row), (bytes) => {
      bar.value = before + bytes
    })
    if (outcome !== 'kept') break
    before += bytesOf(row)
    page.draw(await savedModules())
  }
  bar.hidden = true
  busy = false
  await tell(page, outcome, outcome === 'kept')
}

async function free(
  page: SavePage,
  which: (one: OnDevice) => boolean,
  at: HTMLElement | null = null,
): Promise<void> {
  page.moveTo(at)
  const modules = ((await savedModules()) ?? []).filter(which)
  const freed = await freeModules(modules.map((one) => [one.language, one.module]))
  await tell(page, freed === 'kept' ? 'freed' : freed, freed === 'kept')
}

async function tell(page: SavePage, what: string, isGood: boolean): Promise<void> {
  await noteThisDevice(page.device, { savesItself: await savesItself(page.person) })
  await draw(page)
  page.say(what, isGood)
  page.part('[data-status]').focus()
}

async function agree(page: SavePage, itself: HTMLInputElement): Promise<void> {
  const kept = await setSavesItself(page.person, itself.checked)
  if (kept !== 'kept') itself.checked = !itself.checked
  await noteThisDevice(page.device, { savesItself: itself.checked })
  const what = itself.checked ? 'itselfOn' : 'itselfOff'
  page.say(kept === 'kept' ? what : kept, kept === 'kept', '[data-itself-status]')
}
