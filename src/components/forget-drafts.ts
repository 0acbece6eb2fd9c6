/** What was saved needs no draft any more: `<p data-forget-draft="draft:<person>:…">`. */
for (const note of document.querySelectorAll<HTMLElement>('[data-forget-draft]'))
  sessionStorage.removeItem(note.dataset['forgetDraft'] ?? '')
