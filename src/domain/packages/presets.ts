/** What is different for single learning systems; where it was learned: docs/decisions/scorm-package.md. */
import type { Manner } from '#domain/packages/packed.ts'

export const PRESETS = [
  'generic',
  'moodle',
  'canvas',
  'cornerstone',
  'scorm-cloud',
  'frappe',
  'open-edx',
] as const
export type Preset = (typeof PRESETS)[number]

export const isPreset = (value: unknown): value is Preset => PRESETS.includes(value as Preset)

interface Differs {
  /** What a failure writes, where `tries` asks for one: some systems lock a course for good after "failed". */
  readonly failure: Manner['failure']
  /** Whether the system does something with single answers. */
  readonly answers: boolean
}

export const PRESET_TABLE: Readonly<Record<Preset, Differs>> = {
  generic: { failure: 'nothing', answers: true },
  moodle: { failure: 'failed', answers: true },
  canvas: { failure: 'failed', answers: true },
  cornerstone: { failure: 'nothing', answers: true },
  'scorm-cloud': { failure: 'failed', answers: true },
  frappe: { failure: 'nothing', answers: false },
  'open-edx': { failure: 'score', answers: false },
}

export interface MannerWish {
  readonly preset: Preset
  /** 0 for never. */
  readonly tries: number
  /** `preset` leaves it to the preset. */
  readonly interactions: 'preset' | 'none' | 'quiz'
  readonly sessions: boolean
}

export const mannerOf = ({ preset, tries, interactions, sessions }: MannerWish): Manner => ({
  tries,
  failure: PRESET_TABLE[preset].failure,
  answers: interactions === 'preset' ? PRESET_TABLE[preset].answers : interactions === 'quiz',
  sessions,
})
