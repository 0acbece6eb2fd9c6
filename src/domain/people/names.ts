/** Lower case, without marks above and below letters: "nunez" and "Núñez" are the same name to whoever looks for it. */
export const withoutAccents = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
