/** What somebody wrote after a command's name. */

export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

export class Given {
  readonly #values: Values
  /** The words that are no options. */
  readonly words: readonly string[]
  constructor(values: Values, words: readonly string[]) {
    this.#values = values
    this.words = words
  }

  is(option: string): boolean {
    return this.#values[option] === true
  }

  text(option: string): string | undefined {
    const value = this.#values[option]
    return typeof value === 'string' ? value : undefined
  }

  texts(option: string): readonly string[] {
    const value = this.#values[option]
    return Array.isArray(value) ? value.map(String) : []
  }
}
