/** Colour for a terminal: never into a file or a pipe, and never where NO_COLOR is set (no-color.org). */
import { styleText } from 'node:util'

export type Colour = 'green' | 'yellow' | 'red'

/** Node looks at NO_COLOR, FORCE_COLOR and whether it is a terminal. */
export const coloured = (text: string, colour: Colour): string =>
  styleText(colour, text, { stream: process.stdout })
