// Makes the two font files of the house: `node src/styles/subset-font.mjs`. Run once; the results are kept.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import subset from 'subset-font'

const source = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next'
const target = 'src/styles/fonts'
const range = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('')

/** English and Spanish, and the signs that the course uses. */
const latin = range(0x20, 0x7e) + range(0xa0, 0xff) + '–—‘’‚“”„…•·€™→←'
/** Names of people: Polish, Czech, Turkish, Romanian … Fetched only when such a letter is on the page. */
const latinExt = range(0x100, 0x17f) + 'ȘșȚțẞ'

await mkdir(target, { recursive: true })
for (const [name, text] of Object.entries({ latin, 'latin-ext': latinExt })) {
  const font = await readFile(
    `${source}/files/atkinson-hyperlegible-next-${name}-wght-normal.woff2`,
  )
  const small = await subset(font, text, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700, default: 400 } },
  })
  await writeFile(`${target}/atkinson-next-${name}.woff2`, small)
  console.log(name, small.length)
}
await writeFile(`${target}/OFL.txt`, await readFile(`${source}/LICENSE`))
