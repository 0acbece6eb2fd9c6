/** What an area of a mentor rests on, in words. */
import type { Course } from '#domain/course/course.ts'
import { packsOf } from '#domain/course/packs.ts'
import type { AreaGrounds } from '#domain/readiness/area-grounds.ts'
import { dayInWords } from '#view/days.ts'

/** @param grounds null for a sign-off from before there were area packs */
export function groundInWords(
  grounds: AreaGrounds | null,
  { words, locale, course }: Pick<App.Locals, 'words' | 'locale'> & { readonly course: Course },
): (area: string) => string {
  const t = words.areas.by
  return (area) => {
    const ground = grounds?.[area]
    if (!ground) return grounds ? '' : t.before
    if (ground.by === 'talk') return t.talk(dayInWords(ground.heldAt, locale))
    return t.pack(packsOf(course).find(({ slug }) => slug === ground.pack)?.title ?? ground.pack)
  }
}
