/** The house as a picture: one box for each room, lower boxes know nothing of higher ones. Pure: imports in, SVG out. */
import type { Graph } from './circles.ts'

interface Box {
  readonly room: string
  readonly x: number
  readonly y: number
}

const WIDTH = 960
const BOX = { width: 136, height: 46 }
const ROW = 92
const TOP = 24

/** @param graph who imports whom, by room, without circles */
export function pictureOf(graph: Graph): string {
  const heights = new Map([...graph.keys()].map((room) => [room, heightOf(graph, room)]))
  const highest = Math.max(...heights.values())
  const boxes = Array.from({ length: highest + 1 }, (_, n) => highest - n).flatMap((height, row) =>
    boxesOf(
      [...heights].flatMap(([room, at]) => (at === height ? [room] : [])),
      row,
    ),
  )
  const places = new Map(boxes.map((box) => [box.room, box]))
  const lines = [...graph].flatMap(([from, targets]) =>
    [...targets]
      .filter((to) => !isImplied(graph, from, to))
      .map((to) => lineOf(places.get(from), places.get(to))),
  )
  const height = TOP * 2 + highest * ROW + BOX.height
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" role="img">`,
    '<title>Which room imports which; what follows from other arrows is left out</title>',
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    '<g fill="none" stroke="#8a8f98">',
    ...lines.sort(),
    '</g>',
    ...boxes.map(drawn),
    '</svg>',
    '',
  ].join('\n')
}

/** 0 for a room that imports none; else one more than the highest that it imports. */
function heightOf(graph: Graph, room: string): number {
  return Math.max(-1, ...[...(graph.get(room) ?? [])].map((to) => heightOf(graph, to))) + 1
}

/** An arrow that can be walked by way of another room says nothing new. */
const isImplied = (graph: Graph, from: string, to: string): boolean =>
  [...(graph.get(from) ?? [])].some((by) => by !== to && reaches(graph, by, to))

const reaches = (graph: Graph, from: string, to: string): boolean =>
  [...(graph.get(from) ?? [])].some((next) => next === to || reaches(graph, next, to))

const boxesOf = (rooms: readonly string[], row: number): Box[] =>
  [...rooms].sort().map((room, n) => ({
    room,
    x: Math.round(((n + 0.5) * WIDTH) / rooms.length - BOX.width / 2),
    y: TOP + row * ROW,
  }))

function lineOf(from: Box | undefined, to: Box | undefined): string {
  if (!from || !to) return ''
  const [x1, y1] = [from.x + BOX.width / 2, from.y + BOX.height]
  const [x2, y2] = [to.x + BOX.width / 2, to.y]
  const middle = Math.round((y1 + y2) / 2)
  return `<path d="M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}"/>`
}

const drawn = ({ room, x, y }: Box): string =>
  [
    `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="8" fill="#fbf7f0" stroke="#1d4f5c"/>`,
    `<text x="${x + BOX.width / 2}" y="${y + 28}" text-anchor="middle" font-size="14">${room}</text>`,
  ].join('\n')
