/** What stands in a form, and back again. Passwords and files never. */
import { OWNER_FIELD } from '#domain/people/form-owner.ts'
import type { Typed } from './typed.ts'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Fields = Typed['fields']

/** What a lost answer must not save twice. */
const IDS = ['id', 'record']
/** A form of one address that is about several things names it in one of these. */
const ABOUT = ['page', 'turn']

export const fieldsOf = (form: HTMLFormElement, pressed?: HTMLElement | null): Fields => {
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  const { name, value } = (pressed ?? {}) as Partial<HTMLButtonElement>
  return name ? [...fields, [name, value ?? '']] : fields
}

/** Whether anything is typed or chosen in it; else it is a button. */
export const hasWords = (form: HTMLFormElement): boolean => inputsOf(form).length > 0

/** Whether there is something to write in it; else one only chooses. */
export const isText = (form: HTMLFormElement): boolean =>
  form.querySelector('textarea, input:is(:not([type]), [type=text], [type=date])') !== null

/** One form of one page; another question, another turn is another. */
export function nameOf(form: HTMLFormElement): string {
  const about = fieldsOf(form).flatMap(([name, value]) => (ABOUT.includes(name) ? [value] : []))
  return [new URL(actionOf(form), location.href).pathname, form.id, ...about].join('#')
}

/** Not `form.action`: a field may be called so. */
export const actionOf = (form: HTMLFormElement): string =>
  form.getAttribute('action') ?? location.pathname + location.search

/** What a reader would see of it, to tell whether two are the same. */
export const seen = (form: HTMLFormElement, fields: Fields): string => {
  const names = new Set(inputsOf(form).map(({ name }) => name))
  return JSON.stringify(
    fields
      .filter(([name, value]) => names.has(name) && value)
      .map(([name, value]) => [name, value.replace(/\r\n?/g, '\n')]),
  )
}

/**
 * @param isHidden which hidden fields come back as well
 * @returns the first field whose answer came back
 */
export function fill(
  form: HTMLFormElement,
  { fields }: Pick<Typed, 'fields'>,
  isHidden = (name: string) => IDS.includes(name),
): Field | null {
  let first: Field | null = null
  for (const field of inputsOf(form)) {
    const values = fields.filter(([name]) => name === field.name).map(([, value]) => value)
    const before = stateOf(field)
    if (isMark(field)) field.checked = values.includes(field.value)
    else field.value = values[0] ?? ''
    const folded = field.closest('details')
    if (folded && field.value && field instanceof HTMLTextAreaElement) folded.open = true
    if (stateOf(field) !== before && (!isMark(field) || field.checked)) first ??= field
  }
  for (const [name, value] of fields) {
    const field = form.elements.namedItem(name)
    const comesBack = field instanceof HTMLInputElement && field.type === 'hidden' && isHidden(name)
    if (comesBack && value) field.value = value
  }
  return first
}

const stateOf = (field: Field): string => (isMark(field) ? String(field.checked) : field.value)

const isMark = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && /^(radio|checkbox)$/.test(field.type)

const inputsOf = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter(
    (field): field is Field =>
      (field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement ||
        (field instanceof HTMLInputElement &&
          !/^(hidden|submit|password|file)$/.test(field.type))) &&
      field.name !== '' &&
      field.name !== OWNER_FIELD,
  )
