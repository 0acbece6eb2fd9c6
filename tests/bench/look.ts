/** One look at a page before it is measured: also what is wrong may be quick. */
import { WentWrong, type Wanted } from './load.ts'

/** @throws WentWrong where it is not that page */
export async function look(
  origin: string,
  { path, cookie = '', status }: Wanted,
  sign: string,
): Promise<string> {
  const answer = await fetch(origin + path, {
    redirect: 'manual',
    headers: { cookie, accept: 'text/html', 'accept-encoding': 'identity' },
  })
  const text = await answer.text()
  if (answer.status !== status)
    throw new WentWrong(`${path} answered ${answer.status} instead of ${status}.`)
  if (!text.includes(sign)) throw new WentWrong(`${path} shows another page: ${sign} is not in it.`)
  return text
}
