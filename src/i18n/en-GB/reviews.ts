import type { ReviewsWords } from '../en/reviews.ts'
import type { Otherwise } from '../otherwise.ts'

export const reviews: Otherwise<ReviewsWords> = {
  seen: 'Who sees this: the mentor, and the coordinators of the programme. Please do not write the names of the people they support.',
  meetings: { whoSees: 'The coordinators and observers of your programme see the day.' },
  mineIntro:
    'What you and your coordinator talked about, and what you agreed. Only you and the coordinators of your programme see it.',
}
