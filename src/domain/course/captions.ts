/** Captions of a clip: WebVTT as authors write it, one cue after the other. */

export interface Cue {
  /** Seconds from the start of the clip. */
  readonly from: number
  readonly to: number
  /** What is seen: the NOTE above the cue; '' where there is none. For the transcript only. */
  readonly picture: string
  /** What is said, in one line. */
  readonly words: string
  /** The same, as it stands under the picture. */
  readonly lines: readonly string[]
}

const TIMES = /^((?:\d+:)?\d\d:\d\d\.\d{3})\s+-->\s+((?:\d+:)?\d\d:\d\d\.\d{3})/

/** Blocks that are neither a note nor a cue are passed over, as a browser does. */
export function cuesOf(vtt: string): Cue[] {
  let picture = ''
  return vtt
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .flatMap((block): Cue[] => {
      const lines = block.trim().split('\n')
      const note = /^NOTE\s+([\s\S]*)$/.exec(block.trim())?.[1]
      if (note !== undefined) {
        picture = note.replaceAll('\n', ' ')
        return []
      }
      const at = lines.findIndex((line) => TIMES.test(line))
      const [, from, to] = TIMES.exec(lines[at] ?? '') ?? []
      if (from === undefined || to === undefined) return []
      const said = lines.slice(at + 1)
      const seen = picture
      picture = ''
      return [
        { from: seconds(from), to: seconds(to), picture: seen, words: said.join(' '), lines: said },
      ]
    })
}

const seconds = (time: string): number =>
  time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
