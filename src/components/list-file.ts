/** A file of people to invite, read here into the box of the list: nothing is sent before the list is checked. */

/** A spreadsheet of 500 people is a tenth of this; the server takes no larger form. */
const MOST = 500_000

for (const part of document.querySelectorAll<HTMLElement>('[data-list-file]')) {
  const input = part.querySelector('input')
  const status = part.querySelector('[role=status]')
  const box = document.querySelector<HTMLTextAreaElement>('#list')
  if (!input || !status || !box) continue
  part.hidden = false
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) void readInto(file, box, status, part.dataset)
  })
}

async function readInto(
  file: File,
  box: HTMLTextAreaElement,
  status: Element,
  words: DOMStringMap,
): Promise<void> {
  const isList = file.size <= MOST && !/\.(xlsx?|ods|numbers|pdf|docx?)$/i.test(file.name)
  if (isList) box.value = decode(await file.arrayBuffer())
  status.textContent = (isList ? words['read'] : words['refused']) ?? ''
}

/** Spreadsheets on Windows still write accents in their own way. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
