/** Who asked for a mentor: invented, in both programmes. */
import { findPerson } from '#db/people.ts'
import type { RequestAnswers } from '#domain/pairing/request.ts'
import { setProgrammeRules } from '#server/course/set-programme-rules.ts'
import { askForMentor, type PublicAsker } from '#server/pairing/ask.ts'
import { writeRequest } from '#server/pairing/write-request.ts'
import { newId } from '#server/trail/new-id.ts'

const DAY = 86_400_000

const nothing: RequestAnswers = {
  ...{ initials: '', languages: ['en'], ways: ['phone'], times: '', place: '', areas: [] },
  ...{
    hopes: '',
    wouldNotWork: '',
    wishes: ['area'],
    told: ['languages', 'ways', 'areas', 'hopes'],
  },
}

/** @param ids person ids by sign-in name @returns the one that waits longest; '' where the cast is not whole */
export async function playRequests(ids: ReadonlyMap<string, string>, now: number): Promise<string> {
  const [ana, carla, gwen] = await Promise.all(
    ['ana', 'carla', 'gwen'].map((name) => findPerson(ids.get(name) ?? '')),
  )
  if (!ana || !carla || !gwen) return ''
  const rules = { secondSignature: false, groupSessionsCount: false, requestsOpen: true }
  for (const programme of ['kidney', 'long-term'])
    await setProgrammeRules(ana, programme, rules, 0, now - 60 * DAY)
  const wanted = (at: number, answers: Partial<RequestAnswers>) => ({
    id: newId(at),
    answers: { ...nothing, ...answers },
    confirmed: [],
  })
  const noted = async (
    by: typeof carla,
    programme: string,
    days: number,
    answers: Partial<RequestAnswers>,
  ) => {
    const at = now - days * DAY
    const form = { ...wanted(at, answers), consent: 'said' as const }
    const answer = await writeRequest(by, programme, 'en', form, at)
    return answer.kind === 'written' ? answer.request : ''
  }
  const sent = async (
    programme: string,
    language: 'en' | 'es',
    asker: PublicAsker,
    days: number,
    answers: Partial<RequestAnswers>,
  ) => {
    const at = now - days * DAY
    const consent = asker === 'person' ? ('own-form' as const) : ('written' as const)
    const reached = { reachedBy: 'phone' as const, contact: '555-0142' }
    const form = { ...wanted(at, answers), ...reached, asker, consent }
    await askForMentor(programme, language, form, 'demo', at)
  }
  const longest = await noted(carla, 'kidney', 41, {
    ...{
      languages: ['es'],
      ways: ['in-person', 'phone'],
      place: 'Oak Park',
      areas: ['dialysis-home'],
    },
    hopes: 'To hear how somebody else fits it into a small apartment.',
    ...{ wishes: ['area', 'language'], told: ['languages', 'place', 'areas', 'hopes'] },
  })
  await sent('kidney', 'en', 'facility', 12, {
    ...{ initials: 'B', areas: ['before-dialysis'], times: 'Weekday mornings' },
    hopes: 'Somebody who has been through the first weeks.',
    wouldNotWork: 'Long phone calls.',
  })
  await sent('kidney', 'es', 'person', 2, {
    ...{ languages: ['es'], ways: ['phone', 'text'], areas: ['dialysis-home', 'work-and-family'] },
    hopes: 'Hablar con alguien que también trabaja.',
    ...{ wishes: ['works-or-studies', 'language'], told: ['languages', 'ways', 'areas', 'hopes'] },
  })
  await noted(gwen, 'long-term', 20, {
    ...{ ways: ['in-person', 'group'], place: 'Leith', areas: ['copd'], wishes: ['area', 'place'] },
    hopes: 'Somebody to walk with, slowly.',
  })
  await sent('long-term', 'en', 'person', 1, {
    ...{ ways: ['video'], areas: ['diabetes'], times: 'After 18:00', wishes: ['similar-age'] },
    hopes: 'To talk about it without a lecture.',
  })
  return longest
}
