/** Harmful things that were seen in role plays and stand. The rule is `harmOf` (src/domain/readiness/harm.ts). */
import { sql, type SQL } from 'drizzle-orm'

const isAmended = (alias: string): SQL =>
  sql`EXISTS (SELECT 1 FROM observations z WHERE z.amends = ${sql.raw(alias)}.id)`

/**
 * For a FROM clause: the observations `o` with their lines `l` in which something harmful was seen that no later
 * observation of that line lifts. The few harmful lines are found first, by their own index, however many people there are.
 * @param programme those that it knows of: seen there, or of who is a trainee there today @param more joins
 */
export const standingHarms = (programme: string, more: SQL = sql``): SQL =>
  sql`observed_levels l CROSS JOIN observations o ON o.id = l.observation ${more}
  WHERE l.harm <> '' AND (o.programme = ${programme} OR EXISTS (SELECT 1 FROM roles k WHERE k.person = o.person
      AND k.role = 'trainee' AND k.programme = ${programme} AND k.archived_at IS NULL))
    AND NOT ${isAmended('o')} AND NOT EXISTS (
      SELECT 1 FROM observations n JOIN observed_levels m ON m.observation = n.id AND m.competency = l.competency
      WHERE n.person = o.person AND (n.observed_at, n.id) > (o.observed_at, o.id) AND NOT ${isAmended('n')}
        AND m.harm = '' AND m.level >= l.lifted_at)`
