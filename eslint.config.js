/**
 * What Oxlint cannot read or say: its own untyped rules (.oxlintrc.json: of ESLint's and typescript-eslint's recommended ones
 * those that the compiler leaves open) for components, and how a form is read.
 */
import { readFileSync } from 'node:fs'
import astro from 'eslint-plugin-astro'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const { rules } = JSON.parse(readFileSync(new URL('.oxlintrc.json', import.meta.url), 'utf8'))
const RULES = Object.fromEntries(
  Object.entries(rules).map(([name, how]) => [
    name
      .replace('typescript/', '@typescript-eslint/')
      .replace(/^(?=no-unused-(?:vars|expressions)$|no-array-constructor$)/, '@typescript-eslint/'),
    how,
  ]),
)

/** What a form holds, taken by hand: its body, and the map that was made of it. */
const POSTED = [
  "MemberExpression[property.name='formData']",
  "ImportSpecifier[imported.name='one'][parent.source.value=/read-form/]",
  "MemberExpression[property.name='form'][object.name='post']",
  "MemberExpression[property.name='form'][object.property.name='post']",
  "VariableDeclarator[init.name='post'] > ObjectPattern > Property[key.name='form']",
  "VariableDeclarator[init.property.name='post'] > ObjectPattern > Property[key.name='form']",
]
const TYPED = 'Read a form by a schema: typedIn(post, { … }) of #web/typed.ts.'

export default defineConfig(
  globalIgnores(['**', '!src', '!src/**', 'src/scorm/schemas', 'src/**/*.{js,mjs}']),
  astro.configs.recommended,
  {
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
  {
    files: ['**/*.astro'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: RULES,
  },
  {
    // What is in every form (whose it is, its language, its seal) is read before a page sees it.
    files: ['src/**/*.{ts,astro}', '**/*.astro/*.ts'],
    ignores: [
      'src/middleware.ts',
      'src/pages/somebody-else.astro',
      'src/server/forms/**',
      'src/web/{posted,typed,factor}.ts',
      'src/player/**',
      'src/browser/**',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...POSTED.map((selector) => ({ selector, message: TYPED })),
      ],
    },
  },
)
