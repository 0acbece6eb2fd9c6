import { expect, test } from 'vitest'
import { barChart, intervalChart } from '#view/chart.ts'

const scale = { axis: ['0', '40 people'] } as const

test('a bar is as long as its share, has its words beside it and a name for who cannot see it', () => {
  const { text } = barChart(
    'Of 40, 10 came.',
    [{ label: 'Came', text: '10 of 40', parts: [0.25] }],
    scale,
  )
  expect(text).toContain('role="img" aria-label="Of 40, 10 came."')
  expect(text).toContain('>Came: 10 of 40</text>')
  expect(text).toContain('class="chart__bar" x="0%" y="1.55em" width="25%"')
})

test('parts follow one another, and never leave the picture', () => {
  const { text } = barChart('x', [{ label: 'a', text: 'b', parts: [0.5, 0.25, 0.25, 9] }], scale)
  expect(text).toMatch(/chart__bar--second" x="50%"[^>]*width="25%"/)
  expect(text).toMatch(/chart__bar--third" x="75%"[^>]*width="25%"/)
  expect(text).not.toMatch(/width="[2-9]\d\d/)
})

test('long words take several lines, and push what comes after them down', () => {
  const long = 'Limits of confidentiality, said before anything is told'
  const { text } = barChart(
    'x',
    [
      { label: long, text: '3 of 9', parts: [1 / 3] },
      { label: 'Next', text: '1 of 9', parts: [1 / 9] },
    ],
    scale,
  )
  const lines = [...text.matchAll(/<text x="0" y="([\d.]+)em">([^<]*)</g)].map(([, y, words]) => [
    Number(y),
    words,
  ])
  expect(lines).toEqual([
    [1, 'Limits of confidentiality, said'],
    [2.35, 'before anything is told: 3 of 9'],
    [6.1, 'Next: 1 of 9'],
    [9.65, '0'],
  ])
})

test('an interval spans from its low to its high end, with 0 marked; one person has none', () => {
  const row = { label: 'All', text: '+2', mean: 2, low: 1, high: 3 }
  const { text } = intervalChart('x', [row, { ...row, low: null, high: null }], [-1, 4], scale)
  expect(text.match(/chart__whisker/g)).toHaveLength(1)
  expect(text).toContain('class="chart__whisker" x1="40.4%" x2="78.8%"')
  expect(text).toContain('class="chart__zero" x1="21.2%"')
})

test('nothing needs a style attribute, and what people typed is escaped', () => {
  const { text } = barChart('"><script>', [{ label: '<b>', text: '&', parts: [1] }], {
    axis: ['0', '<i>'],
  })
  expect(text).not.toMatch(/style=|<script|<b>|<i>/)
})

test('both ends of the width are named below, and each colour above', () => {
  const bars = [{ label: 'Listening', text: '3 kept, 1 missed', parts: [0.75, 0.25] }]
  const { text } = barChart('x', bars, { axis: ['0', 'all replies'], key: ['Kept', 'Missed'] })
  expect(text).toMatch(/class="chart__bar" x="0" [^>]*\/><text x="1.5em"[^>]*>Kept</)
  expect(text).toMatch(
    /class="chart__bar chart__bar--second" x="0" [^>]*\/><text x="1.5em"[^>]*>Missed</,
  )
  expect(text).toMatch(/text-anchor="end">all replies<\/text><\/svg>$/)
})
