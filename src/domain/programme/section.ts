/** A programme's file is changed a section at a time: each is looked at and saved by itself. */
export const SECTIONS = ['about', 'contact', 'crisis', 'terms', 'areas', 'checks'] as const
export type Section = (typeof SECTIONS)[number]
