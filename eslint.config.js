/** What the compiler does not see. Type-checked rules read .ts; .astro and .mjs have no types here. */
import astro from 'eslint-plugin-astro'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Of ESLint's own recommended rules those that TypeScript leaves open (@eslint/js is not installed). */
const CORE = [
  'for-direction',
  'no-async-promise-executor',
  'no-compare-neg-zero',
  'no-cond-assign',
  'no-constant-binary-expression',
  'no-constant-condition',
  'no-control-regex',
  'no-debugger',
  'no-dupe-else-if',
  'no-duplicate-case',
  'no-empty',
  'no-empty-character-class',
  'no-empty-pattern',
  'no-ex-assign',
  'no-extra-boolean-cast',
  'no-fallthrough',
  'no-irregular-whitespace',
  'no-loss-of-precision',
  'no-misleading-character-class',
  'no-prototype-builtins',
  'no-self-assign',
  'no-shadow-restricted-names',
  'no-sparse-arrays',
  'no-unexpected-multiline',
  'no-unsafe-finally',
  'no-unsafe-optional-chaining',
  'no-useless-backreference',
  'no-useless-catch',
  'no-useless-escape',
  'no-var',
  'prefer-const',
  'use-isnan',
  'valid-typeof',
]

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
  globalIgnores([
    'dist',
    '.astro',
    'data',
    'data-demo',
    'data-dev',
    'src/scorm/schemas',
    'test-results',
    'playwright-report',
  ]),
  tseslint.configs.recommendedTypeChecked,
  astro.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...Object.fromEntries(CORE.map((name) => [name, 'error'])),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // Verbs and commands answer with promises, whether or not they wait today.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-base-to-string': [
        'error',
        { ignoredTypeNames: ['ArrayBuffer', 'Error', 'File', 'RegExp', 'URL', 'URLSearchParams'] },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: String.raw`^\.\./\.\./`,
              message: 'Write #room/… (package.json, imports).',
            },
          ],
        },
      ],
    },
  },
  {
    // What is in every form (whose it is, its language, its seal) is read before a page sees it.
    files: ['src/**/*.{ts,astro}', '**/*.astro/*.ts'],
    ignores: [
      'src/middleware.ts',
      'src/pages/somebody-else.astro',
      'src/server/forms/**',
      'src/web/{posted,typed}.ts',
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
  {
    files: ['**/*.{astro,js,mjs}', '**/*.astro/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // Spies are named without being called, and 1e999 is what a hostile client sends.
      '@typescript-eslint/unbound-method': 'off',
      'no-loss-of-precision': 'off',
    },
  },
)
