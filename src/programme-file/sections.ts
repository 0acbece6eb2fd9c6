/** Which boxes make a section of a programme's file. */
import type { Section } from '#domain/programme/section.ts'
import { boxesOf, type Boxes } from './boxes.ts'
import type { ProgrammeFile } from './programme-file.ts'

const OF: Readonly<Record<string, Section>> = {
  name: 'about',
  organisation: 'about',
  languages: 'about',
  country: 'about',
  timeZone: 'about',
  contact: 'contact',
  crisis: 'crisis',
  terms: 'terms',
  areas: 'areas',
  'new-area': 'areas',
  checks: 'checks',
  'new-check': 'checks',
}

/** Null for what is no field of a programme's file. @param box the dotted name of a field */
export const sectionOf = (box: string): Section | null => OF[box.split('.')[0] ?? ''] ?? null

/** The boxes of one section alone. */
export const boxesIn = (section: Section, boxes: Boxes): Record<string, string> =>
  Object.fromEntries(Object.entries(boxes).filter(([box]) => sectionOf(box) === section))

/** Whether a section says the same in both. */
export function isSameSection(section: Section, a: ProgrammeFile, b: ProgrammeFile): boolean {
  const [mine, theirs] = [boxesIn(section, boxesOf(a)), boxesIn(section, boxesOf(b))]
  return Object.keys({ ...mine, ...theirs }).every((box) => mine[box] === theirs[box])
}
