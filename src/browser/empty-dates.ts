/** WebKit fills an empty date or time with today's in a pale colour: it looks like a choice. See styles/foundation/_engines.scss. */
const inputs = document.querySelectorAll<HTMLInputElement>('input[type=date], input[type=time]')

const mark = (input: HTMLInputElement): boolean =>
  // A part that is typed and not whole yet is no value, and must stay in sight.
  input.classList.toggle('is-empty', !input.value && !input.validity.badInput)

for (const input of inputs)
  for (const name of ['input', 'change', 'blur']) input.addEventListener(name, () => mark(input))
// The browser puts back what was typed before it shows the page.
if (inputs.length) addEventListener('pageshow', () => inputs.forEach(mark))
