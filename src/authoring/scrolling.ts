/** What is wider than a phone scrolls in a region of its own, so that the page does not. */
import type { Language } from '#domain/course/language.ts'

const TABLE: Readonly<Record<Language, string>> = { en: 'Table', es: 'Tabla' }
const CODE: Readonly<Record<Language, string>> = { en: 'To type', es: 'Para escribir' }

export function scrolling(html: string, language: Language): string {
  let [tables, codes] = [0, 0]
  const region = (kind: string, label: string): string =>
    `<div class="${kind}" role="region" tabindex="0" aria-label="${label}">`
  return (
    html
      .replace(
        /<table>/g,
        () => `${region('table-scroll', `${TABLE[language]} ${++tables}`)}<table>`,
      )
      .replaceAll('</table>', '</table></div>')
      .replace(/<pre>/g, () => `${region('code-scroll', `${CODE[language]} ${++codes}`)}<pre>`)
      .replaceAll('</pre>', '</pre></div>')
      // No page of ours may say its style within itself (front-door/content-policy.ts).
      .replace(/(<t[dh]) style="text-align: (?:left|right|center)"/g, '$1')
  )
}
