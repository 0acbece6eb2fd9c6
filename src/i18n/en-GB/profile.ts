import type { ProfileWords } from '../en/profile.ts'
import type { Otherwise } from '../otherwise.ts'

export const profile: Otherwise<ProfileWords> = {
  problems: {
    both: 'The same area is ticked as comfortable and as not comfortable. Choose one of the two',
  },
}
