/** Reads deploy/Containerfile, so that its steps can be done where no image can be built. */

export type Step =
  | {
      readonly kind: 'copy'
      readonly from: string | null
      readonly what: readonly string[]
      readonly to: string
    }
  | { readonly kind: 'run'; readonly command: string }
  | { readonly kind: 'workdir' | 'user'; readonly name: string }
  | { readonly kind: 'env'; readonly all: readonly string[] }

export interface Stage {
  readonly image: string
  readonly name: string
  readonly steps: Step[]
  entrypoint: readonly string[]
  command: readonly string[]
  healthcheck: readonly string[]
  volume: string
}

/** @throws Error at an instruction that this does not know: then it would leave something out. */
export function readContainerfile(text: string): Stage[] {
  const stages: Stage[] = []
  for (const [word, rest] of instructionsIn(text)) {
    if (word === 'FROM') {
      const [image = '', , name = ''] = rest.split(' ')
      stages.push({
        image,
        name,
        steps: [],
        entrypoint: [],
        command: [],
        healthcheck: [],
        volume: '',
      })
      continue
    }
    const stage = stages.at(-1)
    if (!stage) throw new Error(`${word} before FROM`)
    if (word === 'ENTRYPOINT') stage.entrypoint = JSON.parse(rest) as string[]
    else if (word === 'CMD') stage.command = JSON.parse(rest) as string[]
    else if (word === 'HEALTHCHECK')
      stage.healthcheck = JSON.parse(rest.slice(rest.indexOf('['))) as string[]
    else if (word === 'VOLUME') stage.volume = rest
    else if (!['EXPOSE', 'STOPSIGNAL'].includes(word)) stage.steps.push(stepOf(word, rest))
  }
  return stages
}

/** Each with what stands after it, a line that goes on put together, comments left out. */
function instructionsIn(text: string): (readonly [string, string])[] {
  const lines = text.split('\n').filter((line) => line.trim() && !line.startsWith('#'))
  const whole = lines
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
  return whole.map((line) => {
    const at = line.indexOf(' ')
    return [line.slice(0, at), line.slice(at + 1).trim()]
  })
}

function stepOf(word: string, rest: string): Step {
  switch (word) {
    case 'COPY': {
      const words = rest.split(' ')
      const [, from = null] = /^--from=(\S+)/.exec(rest) ?? []
      const what = words.slice(from ? 1 : 0, -1)
      return { kind: 'copy', from, what, to: words.at(-1) ?? '' }
    }
    case 'RUN':
      return { kind: 'run', command: rest }
    case 'WORKDIR':
      return { kind: 'workdir', name: rest }
    case 'USER':
      return { kind: 'user', name: rest }
    case 'ENV':
      return { kind: 'env', all: rest.split(/ +/) }
    default:
      throw new Error(`Containerfile: nobody does ${word} here`)
  }
}
