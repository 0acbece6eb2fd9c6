/**
 * Nobody is signed in, and something of somebody lies on this device. Where they were erased it goes from here, too; else it
 * waits for them. Asked once for each in a tab.
 */
import { OWNER_HEADER } from '#domain/people/form-owner.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { forgetPerson, saysErased } from '#offline/forget-person.ts'

const ASKED = 'asked-whether-erased'

void askEach()

async function askEach(): Promise<void> {
  const asked = (sessionStorage.getItem(ASKED) ?? '').split(' ')
  const whose = new Set(Object.keys(localStorage).map((key) => key.split(':')[1] ?? ''))
  for (const person of whose) {
    if (!isUuid(person) || asked.includes(person)) continue
    const answer = await askFor(person)
    if (answer && (await saysErased(answer))) await forgetPerson(person)
    if (!answer) return
    asked.push(person)
    sessionStorage.setItem(ASKED, asked.join(' '))
  }
}

/** Null where nothing answered. */
function askFor(person: string): Promise<Response | null> {
  return fetch('/api/records', {
    method: 'POST',
    headers: { 'content-type': 'application/json', [OWNER_HEADER]: person },
    body: '{}',
  }).catch(() => null)
}
