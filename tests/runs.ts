/** How often what is left to chance is tried: `npm run test:hard` tries the same tests more often, and says so by HARD. */
const HARD = Boolean(process.env['HARD'])

export const runs = (quick: number, hard: number): number => (HARD ? hard : quick)
