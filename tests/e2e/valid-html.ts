/** Whether what was sent is HTML as it is meant to be. */
import { HtmlValidate, StaticConfigLoader, type ResolvedConfig } from 'html-validate'
import type { Language } from '#domain/course/language.ts'

/** What /saved shows, and the language that waits behind it. */
const SHOWN = /(?<=<div data-part="shell">)[\s\S]*<\/template>(?=\s*<\/body>)/

/** What it makes of the rules is the same for every page: half of its work is to make it again. */
class RulesOnce extends StaticConfigLoader {
  #rules: ResolvedConfig | Promise<ResolvedConfig> | undefined

  override getConfigFor(handle: string): ResolvedConfig | Promise<ResolvedConfig> {
    return (this.#rules ??= super.getConfigFor(handle))
  }
}

const rules = new RulesOnce({
  extends: ['html-validate:standard'],
  rules: {
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    // `autocomplete="off"` and its like are fine where the browser understands them.
    'valid-autocomplete': 'off',
    'no-raw-characters': ['error', { relaxed: true }],
  },
})
const validator = new HtmlValidate(rules)

/** @returns line, rule and words of each problem */
export async function invalidIn(html: string, language: Language): Promise<string[]> {
  // The other language of /saved waits in a template: it is no part of the page, and in the other run it is the page.
  const [, waits = ''] = /<template data-language="es">([\s\S]*)<\/template>/.exec(html) ?? []
  const shown =
    language === 'es' && waits
      ? html.replace(SHOWN, () => `${waits}</div>`)
      : html.replace(waits, '')
  const report = await validator.validateString(shown)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`),
  )
}
