import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'zod'

/** The MDX of the course. What may stand in it is checked by authoring/ alone, which names file, field and remedy. */
const pages = defineCollection({
  loader: glob({
    base: './content',
    pattern: ['*/*/*.mdx', '*/areas/*/*.mdx'],
    generateId: ({ entry }) => entry,
  }),
  schema: z.looseObject({}),
})

export const collections = { pages }
