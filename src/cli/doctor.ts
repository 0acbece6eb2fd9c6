/** Looks at everything that may be wrong and says what to do; changes nothing. A running server looks by itself. */
import {
  CHECKS,
  finding,
  saidOf,
  worstOf,
  type Finding,
  type State,
} from '#domain/doctor/finding.ts'
import { doctor } from '#i18n/en/doctor.ts'
import { lookAtRest, lookAtWhole } from '#server/doctor/look.ts'
import { settings, SettingsError } from '#settings.ts'
import { askServer } from './ask-server.ts'
import { CouldNot } from './command.ts'
import { coloured, type Colour } from './colour.ts'
import type { Given } from './given.ts'
import { withDatabase } from './with-database.ts'

const ENDS: Readonly<Record<State, number>> = { ok: 0, warning: 0, problem: 3 }

export async function run(given: Given): Promise<number> {
  process.umask(0o077)
  const { server, findings } = await look(Date.now())
  const told = findings.toSorted((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check))
  if (given.is('json')) console.log(JSON.stringify(asJson(server, told), null, 2))
  else tell(server, told)
  return ENDS[worstOf(told)]
}

type Server = 'running' | 'not running'

async function look(now: number): Promise<{ server: Server; findings: Finding[] }> {
  try {
    settings()
  } catch (error) {
    // Without them nothing else can be looked at where it lies.
    if (!(error instanceof SettingsError)) throw error
    const wrong = error.message.split('\n').map((says) => finding('settings-wrong', { says }))
    return { server: 'not running', findings: wrong }
  }
  const answer = await askServer({ command: 'doctor' }, PATIENCE_MS)
  if (answer) {
    if (!answer.ok) throw new CouldNot(answer.says)
    return { server: 'running', findings: JSON.parse(answer.says) as Finding[] }
  }
  const findings = await lookAtWhole(now)
  // Opening it would migrate it.
  if (findings.some(({ kind }) => kind === 'migrations-none'))
    await withDatabase(async () => {
      findings.push(...(await lookAtRest(now, true)))
      return 0
    })
  else findings.push(...(await lookAtRest(now, false)))
  return { server: 'not running', findings }
}

/** A database of some hundred megabytes is read in seconds, a mail server that hangs is given up after eight. */
const PATIENCE_MS = 5 * 60_000

const COLOURS: Readonly<Record<State, Colour>> = { ok: 'green', warning: 'yellow', problem: 'red' }
const MARKS: Readonly<Record<State, string>> = { ok: 'ok', warning: 'warning', problem: 'PROBLEM' }

function tell(server: Server, findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ check }) => doctor.checks[check].length))
  for (const one of findings) {
    const [says, remedy] = saidOf(one, doctor.findings)
    const mark = coloured(MARKS[one.state].padEnd(7), COLOURS[one.state])
    console.log(`${mark}  ${doctor.checks[one.check].padEnd(width)}  ${says}`)
    if (remedy) console.log(`${' '.repeat(width + 11)}→ ${remedy}`)
  }
  const count = (state: State): number => findings.filter((one) => one.state === state).length
  console.log(
    `\nThe server is ${server}. Problems: ${count('problem')}, warnings: ${count('warning')}, good: ${count('ok')}.`,
  )
}

const asJson = (server: Server, findings: readonly Finding[]) => ({
  server,
  state: worstOf(findings),
  findings: findings.map((one) => {
    const [says, remedy = null] = saidOf(one, doctor.findings)
    const { check, kind, state, facts } = one
    return { check, state, kind, says, remedy, facts }
  }),
})
