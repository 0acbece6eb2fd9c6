/** Circles in a graph: parts that lean on each other, so that none can be understood or moved alone. */

export type Graph = ReadonlyMap<string, ReadonlySet<string>>

export function graphOf(edges: Iterable<readonly [string, string]>): Graph {
  const graph = new Map<string, Set<string>>()
  for (const [from, to] of edges) {
    if (!graph.has(to)) graph.set(to, new Set())
    graph.set(from, (graph.get(from) ?? new Set<string>()).add(to))
  }
  return graph
}

/** One line for each circle, by its shortest way round. */
export function circlesIn(graph: Graph): string[] {
  const found = new Set<string>()
  for (const start of graph.keys()) {
    const round = wayBack(graph, start)
    // The same circle is met from each of its members.
    if (round && start === [...round].sort()[0]) found.add([...round, start].join(' -> '))
  }
  return [...found].sort()
}

/** Nodes of the shortest way from a node to itself, or null. */
function wayBack(graph: Graph, start: string): string[] | null {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (let node = queue.shift(); node !== undefined; node = queue.shift())
    for (const next of graph.get(node) ?? []) {
      if (next === start && node !== start) return pathTo(cameFrom, start, node)
      if (next === start || cameFrom.has(next)) continue
      cameFrom.set(next, node)
      queue.push(next)
    }
  return null
}

function pathTo(cameFrom: ReadonlyMap<string, string>, start: string, end: string): string[] {
  const way = [end]
  for (let node = end; node !== start;) {
    node = cameFrom.get(node) ?? start
    way.unshift(node)
  }
  return way
}

/** The folders of a room as a graph: an edge where a file of one imports a file of another. @param room for example `src/domain` */
export const foldersOf = (room: string, files: Graph): Graph =>
  graphOf(
    [...files].flatMap(([file, targets]) =>
      [...targets].flatMap((target) => {
        const [from, to] = [folderIn(room, file), folderIn(room, target)]
        return from && to && from !== to ? [[from, to] as const] : []
      }),
    ),
  )

const folderIn = (room: string, file: string): string | null => {
  const [folder, ...rest] = file.startsWith(`${room}/`)
    ? file.slice(room.length + 1).split('/')
    : []
  return folder !== undefined && rest.length > 0 ? folder : null
}
