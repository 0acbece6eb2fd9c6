/** What its person sent from other pages, and what did not arrive then: sent now, and said at the top of this page. */
import { person } from './ours.ts'
import { here, lineAtTop, say, t } from './kept-line.ts'
import { sendForm } from './send-form.ts'
import { keepTyped, type Kept } from './typed.ts'
import { dropTyped } from './typed-keys.ts'

const DAY = 86_400_000

/** One after the other, in the order in which they were sent. */
export async function sendOthers(waiting: readonly Kept[]): Promise<void> {
  for (const one of waiting) {
    // Older ones may have been overtaken by what was saved elsewhere since: their person decides.
    const isOld = one.at < Date.now() - DAY
    if (isOld) ask(one, lineAtTop())
    else if (!(await sendOther(one, null))) return
  }
}

function ask(one: Kept, line: HTMLElement): void {
  say(line, 'wait', t.other.waits(one.title, here), [
    { text: t.sendNow, press: () => void sendOther(one, line) },
    {
      text: t.drop,
      press: () => {
        dropTyped(one.key)
        line.remove()
      },
    },
  ])
}

/** @returns false where the next one need not be tried */
async function sendOther(one: Kept, before: HTMLElement | null): Promise<boolean> {
  if (before) say(before, 'wait', t.sending)
  const answer = await sendForm(one)
  if (answer.kind === 'signed-out' || answer.kind === 'somebody-else') {
    before?.remove()
    return false
  }
  const line = before ?? lineAtTop()
  switch (answer.kind) {
    case 'taken':
      dropTyped(one.key)
      say(line, 'done', t.other.saved(one.title, answer.at))
      return true
    case 'unreached':
    case 'stranger':
    case 'busy': {
      ask(one, line)
      const again = () => void sendOther(one, line)
      if (!before) addEventListener('online', again, { once: true })
      return false
    }
    default:
      await keepTyped(person, one.key, one, false)
      say(line, 'warn', t.other.refused(one.title), [{ text: t.other.open, to: one.action }])
      return true
  }
}
