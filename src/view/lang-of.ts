import type { Item } from '#domain/course/item.ts'
import type { Frame } from './frame.ts'
import { raw, type Html } from './html.ts'

/** `lang` on what is shown in another language than the page. */
export const langOf = (item: Pick<Item, 'shownIn'>, { language }: Frame): Html =>
  item.shownIn === language ? raw('') : raw(` lang="${item.shownIn}"`)
