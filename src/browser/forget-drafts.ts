/** A form that was saved leads to an address that names its id: then its draft is not needed any more. */
import { draftsOf, dropDraft } from './draft-keys.ts'
import { isOver } from './drafts.ts'

const person = document.querySelector<HTMLElement>('[data-drafts-of]')?.dataset['draftsOf'] ?? ''
for (const key of person ? draftsOf(person) : []) if (isOver(key, location.href)) dropDraft(key)
