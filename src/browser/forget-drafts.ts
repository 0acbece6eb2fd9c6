/** A form that was saved leads to an address that names its id: then its draft is not needed any more. */
import { draftsOf, dropDraft, readDraft } from './drafts.ts'

const person = document.querySelector<HTMLElement>('[data-drafts-of]')?.dataset['draftsOf'] ?? ''
for (const key of person ? draftsOf(person) : []) {
  const draft = readDraft(key)
  if (!draft || (draft['id'] && location.href.includes(draft['id']))) dropDraft(key)
}
