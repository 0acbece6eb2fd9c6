import type { PlayerWords } from '../en/player.ts'
import type { Otherwise } from '../otherwise.ts'

export const player: Otherwise<PlayerWords> = {
  notConnected:
    'This copy is not connected to your learning system. You can read and practise, but nothing is saved when you close it. To save your work, open the course from your learning system.',
  display: { contrast: 'Colours' },
}
