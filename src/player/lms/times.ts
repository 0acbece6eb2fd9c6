/** Moments as the two standards write them, by the clock of the device. `toISOString()` is refused in Moodle. */

export const two = (value: number): string => String(value).padStart(2, '0')

/** `hh:mm:ss` */
export const clockTime = (at: Date): string =>
  [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')

/** `YYYY-MM-DDThh:mm:ss` */
export const timeStamp = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${clockTime(at)}`
