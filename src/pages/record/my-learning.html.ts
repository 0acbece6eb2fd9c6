/** "My learning" as one file, which opens without us. */
import type { APIRoute } from 'astro'
import { showLearnt } from '#server/show/learn/learnt.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { dayInWords } from '#view/days.ts'
import { learntFile } from '#view/learnt.ts'
import { requireLearner } from '#web/enter.ts'
import { learntModel } from '#web/learnt.ts'

export const GET: APIRoute = async (context) => {
  const learner = await requireLearner(context)
  if (learner instanceof Response) return learner
  const { words, language, locale, now, programme } = context.locals
  const shown = await showLearnt(learner, language, 'file')
  const { model, frame } = learntModel(context, learner, shown, true)
  const saved = words.mine.learning.of(learner.by.name, dayInWords(now, locale))
  const { today } = momentOf(programme.slug, now)
  return new Response(learntFile(model, saved, frame), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="my-learning-${today}.html"`,
      'cache-control': 'no-store',
    },
  })
}
