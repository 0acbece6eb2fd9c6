/** A shared note is for the trainee; internal ones and concerns never leave the coordinators (R16). */
export const NOTE_KINDS = ['shared', 'internal', 'concern'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]
