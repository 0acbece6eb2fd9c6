import type { ReportsWords } from '../en/reports.ts'
import type { Otherwise } from '../otherwise.ts'

export const reports: Otherwise<ReportsWords> = {
  whoHelp: 'Those who left are counted too. Who moved to another programme is counted there.',
  columns: { programme: 'Programme' },
  manageTitle: 'Reports over all programmes',
  manageIntro:
    'For each programme, people who joined in one year. Groups of fewer than 5 people are not shown, nor are numbers from which they could be worked out: there is a dash instead. The last row adds up only what is shown.',
  manageFunnel: (programmes: number, joined: number, ready: number) =>
    programmes === 0
      ? 'No programme has all of its numbers shown.'
      : `In ${programmes === 1 ? '1 programme' : `${programmes} programmes`} with all numbers shown, ${joined} people joined and ${ready} were signed off as ready.`,
  manageNone: 'No programme has a group that is large enough to be shown for this year.',
}
