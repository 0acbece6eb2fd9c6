/** The one way in which text becomes part of HTML or XML: also inside an attribute, whichever quotes stand around it. */
export const escape = (text: string): string =>
  SIGNS.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;')
    : text

/** Most texts have none of them. */
const SIGNS = /[&<>"']/
