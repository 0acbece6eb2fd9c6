import type { APIRoute } from 'astro'
import { saveAnswer, whoIs } from '../database.ts'

export const POST: APIRoute = async ({ cookies, request, redirect }) => {
  const person = await whoIs(cookies.get('session')?.value ?? '')
  if (!person) return new Response('Sign in.', { status: 401 })
  const form = await request.formData()
  const typed = (name: string): string => String(form.get(name) ?? '')
  const [id, item, value] = [typed('id'), typed('item'), typed('value')]
  if (!id || !item) return new Response('Something is missing.', { status: 422 })
  await saveAnswer({ id, person: person.id, item, value, madeAt: Date.now() })
  return redirect('/lesson', 303)
}
