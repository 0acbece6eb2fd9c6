/**
 * What govuk-frontend writes and no page of ours draws is left out of the built style sheets: every trainee would load it.
 * As a plugin of PostCSS, for the platform and for the player. That nothing of it is drawn: tests/styles.test.ts.
 */
import type { AcceptedPlugin, ChildNode, Rule } from 'postcss'

/** Classes of govuk-frontend that no page has. */
export const NOT_DRAWN: readonly string[] = [
  'govuk-checkboxes__divider',
  'govuk-date-input',
  'govuk-date-input__item',
  'govuk-fieldset__legend--xl',
  'govuk-input--extra-letter-spacing',
  'govuk-input--width-2',
  'govuk-input--width-3',
  'govuk-input--width-4',
  'govuk-input--width-5',
  'govuk-input--width-10',
  'govuk-input--width-20',
  'govuk-input--width-30',
  'govuk-input__prefix',
  'govuk-input__suffix',
  'govuk-input__wrapper',
  'govuk-label--l',
  'govuk-label--s',
  'govuk-label--xl',
  'govuk-label-wrapper',
  'govuk-radios__divider',
  'govuk-visually-hidden-focusable',
]

/** Classes that pages of the platform have and no page of a package. That none has: tests/scorm/package.test.ts. */
export const NOT_IN_PACKAGE: readonly string[] = [
  'button-row',
  'carry-on__label',
  'carry-on__minutes',
  'carry-on__step',
  'draft-status',
  'draft-status--back',
  'govuk-button--warning',
  'govuk-checkboxes__hint',
  'govuk-checkboxes__input',
  'govuk-checkboxes__item',
  'govuk-checkboxes__label',
  'govuk-fieldset__legend--s',
  'govuk-input',
  'govuk-input--error',
  'govuk-label--m',
  'govuk-pagination',
  'govuk-radios--inline',
  'govuk-radios__hint',
  'govuk-select--error',
  'govuk-summary-list',
  'govuk-summary-list__actions',
  'govuk-summary-list__key',
  'govuk-summary-list__row',
  'govuk-summary-list__value',
  'govuk-tag',
  'govuk-tag--grey',
  'govuk-tag--red',
  'govuk-textarea--error',
  'identity-bar',
  'print-only',
  'readiness__line--met',
  'resource-list',
  'road__step',
  'road__step--done',
  'road__steps',
  'site-footer__links',
  'site-header__cast',
  'standing--ready',
  'task-list__head',
  'task-list__summary',
  'task-list__tally',
  'task-list__tasks',
  'words-wait',
]

/** Its custom properties that a rule reads, or that we change. */
const READ =
  /^--govuk-(?:text|secondary-text|print-text|input-border|error|focus|focus-text)-colour$/

export const leaveOut = without(NOT_DRAWN)
export const leaveOutOfPackage = without([...NOT_DRAWN, ...NOT_IN_PACKAGE])

function without(classes: readonly string[]): AcceptedPlugin {
  const any = classes.join('|')
  const except = new RegExp(String.raw`:not\(\.(?:${any})\)`, 'g')
  const drawnNowhere = new RegExp(String.raw`\.(?:${any})(?![\w-])`)
  // One of several may be drawn.
  const isDrawn = (one: string): boolean => /:(?:is|where)\(/.test(one) || !drawnNowhere.test(one)
  return {
    postcssPlugin: 'alongside-leave-out',
    OnceExit(root) {
      root.walkRules((rule) => {
        rule.selectors = rule.selectors.map((one) => one.replaceAll(except, ''))
        const drawn = rule.selectors.filter(isDrawn)
        if (drawn.length === 0) return void removed(rule)
        rule.selectors = drawn
        for (const node of [...rule.nodes]) if (isIdle(node, rule)) node.remove()
        if (rule.nodes.length === 0) removed(rule)
      })
    },
  }
}

/** The typeface is set once for all, on the body and on controls; how letters are smoothed we leave to the device. */
function isIdle(node: ChildNode, { selector }: Rule): boolean {
  if (node.type !== 'decl') return false
  const { prop, value } = node
  if (prop.startsWith('--govuk-')) return !READ.test(prop)
  if (!selector.startsWith('.govuk-')) return false
  return prop.endsWith('-font-smoothing') || (prop === 'font-family' && value === 'inherit')
}

/** With what held it, where that is empty now. */
export function removed(node: ChildNode): void {
  const parent = node.parent
  node.remove()
  if (parent?.type === 'atrule' && parent.nodes?.length === 0) removed(parent as ChildNode)
}
