/** How a country says what another language's words say already: whole strings, and only those that it says otherwise. */

export type Otherwise<T> = T extends (...all: never[]) => unknown
  ? T
  : T extends readonly (infer One)[]
    ? { readonly [at: number]: Otherwise<One> }
    : T extends object
      ? { readonly [Key in keyof T]?: Otherwise<T[Key]> }
      : T

/** What is said otherwise, over what is said alike. A list is told by the places that differ. */
export function over<T>(alike: T, otherwise: Otherwise<NoInfer<T>> | undefined): T {
  if (otherwise === undefined) return alike
  if (typeof otherwise !== 'object' || otherwise === null) return otherwise as T
  const said = (Array.isArray(alike) ? [...(alike as unknown[])] : { ...alike }) as T
  for (const key of Object.keys(otherwise) as (keyof T & keyof Otherwise<T>)[])
    said[key] = over(alike[key], otherwise[key] as Otherwise<T[typeof key]>)
  return said
}
