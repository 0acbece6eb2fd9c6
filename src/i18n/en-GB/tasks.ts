import type { TasksWords } from '../en/tasks.ts'
import type { Otherwise } from '../otherwise.ts'

export const tasks: Otherwise<TasksWords> = {
  whoSees: 'Only coordinators of this programme can read this. Please write nothing about health.',
  handOver: {
    alone: 'Nobody else coordinates this programme yet. An administrator can invite somebody.',
    problems: { 'to-missing': 'Choose a colleague who coordinates this programme' },
  },
  problems: { 'to-missing': 'Choose a colleague who coordinates this programme' },
}
