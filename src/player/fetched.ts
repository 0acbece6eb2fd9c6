/** Files of the package that are fetched after its first page. No fetch(): packages are opened from files too. */

/** Ends when it ran or did not come. */
export const scriptEnds = (source: string): Promise<void> => {
  const script = document.createElement('script')
  script.src = source
  return ended(script).then(() => script.remove())
}

/** @returns whether it came: a system may send style sheets under a name by which no browser takes them */
export const sheetComes = (source: string): Promise<boolean> => {
  const sheet = document.createElement('link')
  sheet.rel = 'stylesheet'
  sheet.href = source
  return ended(sheet).then((came) => {
    if (!came) sheet.remove()
    return came
  })
}

function ended(element: HTMLElement): Promise<boolean> {
  return new Promise((end) => {
    element.addEventListener('load', () => end(true))
    element.addEventListener('error', () => end(false))
    document.head.append(element)
  })
}
