/** What somebody typed, on the page that says it could not be saved now: to read, to copy, and to send again. */
import { escape } from '#domain/text/escape.ts'

type Form = ReadonlyMap<string, readonly string[]>

/** Never shown and never sent again by itself. */
const SECRET = /password|secret|code|factor|passkey/i

/** @param path where the form was posted: its own page */
export function typedAgain(path: string, form: Form): string {
  const fields = [...form].flatMap(([name, values]) =>
    SECRET.test(name) ? [] : values.map((value) => ({ name, value })),
  )
  // Prose is what cannot be ticked again in a second.
  const words = fields.filter(({ value }) => /\s/.test(value.trim()))
  return `<form method="post" action="${escape(path)}">
${fields.map(({ name, value }) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`).join('\n')}
<p><button type="submit">Send it again / <span lang="es">Enviar otra vez</span></button></p>
${words.length ? `<h2>What you wrote / <span lang="es">Lo que escribió</span></h2>\n${words.map(({ value }) => `<pre>${escape(value)}</pre>`).join('\n')}\n` : ''}</form>
`
}
