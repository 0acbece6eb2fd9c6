/** Reads the whole database: whether it is whole, what points nowhere, which migrations wait. */
import { saidOf, worstOf } from '#domain/doctor/finding.ts'
import { doctor } from '#i18n/en/doctor.ts'
import { lookWhetherWhole } from '#server/doctor/whole.ts'
import { settings } from '#settings.ts'
import { askServer } from './ask-server.ts'
import { CouldNot } from './command.ts'
import type { Finding } from '#domain/doctor/finding.ts'

export async function run(): Promise<number> {
  process.umask(0o077)
  settings()
  const answer = await askServer({ command: 'db-check' })
  if (answer && !answer.ok) throw new CouldNot(answer.says)
  const found = answer ? (JSON.parse(answer.says) as Finding[]) : await lookWhetherWhole()
  for (const one of found) for (const line of saidOf(one, doctor.findings)) console.log(line)
  return worstOf(found) === 'problem' ? 3 : 0
}
