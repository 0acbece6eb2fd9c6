/** From nothing to the first lesson that somebody who is signed in gets, beside the bare app. */
import { cpSync } from 'node:fs'
import path from 'node:path'
import { startServer } from '#tests/start-server.ts'
import { figure, ratio, spread, times } from '../figures.ts'
import { look } from '../look.ts'
import { memoryOf } from '../machine.ts'
import type { Measured } from '../part.ts'
import { PATHS } from '../product.ts'
import type { Stage } from '../stage.ts'

export async function measure(stage: Stage): Promise<Measured> {
  const { begun } = await stage.product()
  await stage.bare()
  const took = { product: [] as number[], bare: [] as number[] }
  const memory = { product: [] as number[], bare: [] as number[] }
  for (let n = 0; n < stage.repetitions; n++) {
    const dataDir = path.join(stage.folder, `start-${n}`)
    cpSync(begun.dataDir, dataDir, { recursive: true })
    let from = performance.now()
    const server = await startServer({ dataDir })
    const wanted = { path: PATHS.lesson[0], cookie: begun.trainee, status: 200 }
    await look(server.origin, wanted, PATHS.lesson[2])
    took.product.push(performance.now() - from)
    memory.product.push(memoryOf(server.pid))
    await server.kill()
    from = performance.now()
    const bare = await stage.startBare()
    took.bare.push(performance.now() - from)
    memory.bare.push(memoryOf(bare.pid))
    bare.stop()
  }
  const row = (name: string, { product, bare }: typeof took): string[] => [
    ...[name, spread(figure(product)), spread(figure(bare)), times(ratio(product, bare))],
  ]
  return {
    json: { took, memory },
    tables: [
      {
        title: 'Start',
        head: ['', 'product', 'bare app', 'of bare app'],
        rows: [row('start to the first lesson, ms', took), row('memory then, MB (RSS)', memory)],
      },
    ],
  }
}
