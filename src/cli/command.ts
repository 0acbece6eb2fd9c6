/** What a command of `alongside` is: what it takes, what it is for, and the file that does it. */
import type { Given } from './given.ts'

export interface Option {
  /** The word that stands for its value in the help; a switch has none. */
  readonly value?: string
  readonly help: string
  readonly multiple?: boolean
  /** Names a file or folder: read from the folder in which the command was called. */
  readonly isPath?: boolean
}

export interface Command {
  /** One line in the list of commands; begins with what it does. */
  readonly does: string
  /** Words after the name, in the help's order; the last one with `…` may stand more than once. */
  readonly takes: readonly { readonly name: string; readonly help: string }[]
  /** How many of them must be there; none where it is left out. */
  readonly needs?: number
  /** The words are files or folders. */
  readonly takesPaths?: boolean
  readonly options: Readonly<Record<string, Option>>
  /** What else somebody should know before the first try: what it writes, what it never does. */
  readonly more: readonly string[]
  /** What stands after `alongside` and the name; '' for the bare command. */
  readonly examples: readonly string[]
  /** Exit codes besides 0 and 2. */
  readonly ends: Readonly<Record<number, string>>
  readonly load: () => Promise<{ run: Run }>
}

export type Run = (given: Given) => number | Promise<number>

/** Something was asked for that cannot be: told with the way to the help, exit 2. */
export class Misuse extends Error {}

/** It is not done, so that nothing is lost or broken, and nothing has changed: told in these words, exit 4. */
export class Refused extends Error {}

/** It cannot be done now, and somebody can do something about it: told in these words, exit 1. */
export class CouldNot extends Error {}
