/** Fields that several of the authors' files have. */
import { z } from 'zod'
import { dayAt, isDay } from '#domain/calendar/days.ts'

export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use lower-case words with hyphens, such as who-decides')
export const text = z.string().trim().min(1, 'write the words, or leave the field out')
export const translates = z
  .string()
  .describe('Hash of the English file that this one translates; written by "course stamp"')
export const day = z.preprocess(
  (value) => (value instanceof Date ? dayAt(value.getTime(), 'UTC') : value),
  z.string().refine(isDay, 'write the date as 2026-11-21'),
)

export const local = z.strictObject({ en: text, es: text })

export const facts = z
  .array(slug)
  .default([])
  .describe('Ids of `facts.yaml` that it rests on: never shown to trainees')

export const sign = z
  .union([slug, z.strictObject({ none: text.describe('Why it is no urgent sign here') })])
  .optional()
  .describe('The list of `signs.yaml` whose sign is said here')
