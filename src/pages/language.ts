import type { APIRoute } from 'astro'
import { LANGUAGES } from '#domain/course/language.ts'
import { rememberLanguage } from '#web/speak.ts'
import { among, text, typedIn } from '#web/typed.ts'
import { localPath, seeOther } from '#web/answers.ts'

export const POST: APIRoute = async (context) => {
  const { language, to } = typedIn(context.locals.post, {
    language: among(LANGUAGES),
    to: text,
  }).values
  if (language) await rememberLanguage(context, language)
  return seeOther(localPath(to, '/'))
}

export const GET: APIRoute = () => seeOther('/')
