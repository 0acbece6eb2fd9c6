/** The browser of these tests keeps the walls that people's browsers have. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'

test('G1: what a frame of another site keeps is not what that site finds by itself', async ({
  page,
}) => {
  const server = createServer((request, answer) => {
    const port = request.headers.host?.split(':')[1] ?? ''
    answer.setHeader('content-type', 'text/html')
    answer.end(
      request.url === '/around' ? `<iframe src="http://localhost:${port}/kept"></iframe>` : '',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  try {
    await page.goto(`http://127.0.0.1:${port}/around`)
    const frame = page.frames().find((one) => one.url().endsWith('/kept'))
    await frame?.evaluate(() => localStorage.setItem('trace', 'left'))
    expect(await frame?.evaluate(() => localStorage.getItem('trace'))).toBe('left')
    await page.goto(`http://localhost:${port}/kept`)
    expect(await page.evaluate(() => localStorage.getItem('trace'))).toBeNull()
  } finally {
    server.close()
  }
})
