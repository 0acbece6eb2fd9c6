import type { APIRoute } from 'astro'
import { isLanguage } from '#domain/course/language.ts'
import { one } from '#server/forms/read-form.ts'
import { rememberLanguage } from '#web/speak.ts'
import { localPath, seeOther } from '#web/answers.ts'

export const POST: APIRoute = async (context) => {
  const { post } = context.locals
  if (post.kind === 'none') return seeOther('/')
  const language = one(post.form, 'language')
  if (isLanguage(language)) await rememberLanguage(context, language)
  return seeOther(localPath(one(post.form, 'to'), '/'))
}

export const GET: APIRoute = () => seeOther('/')
