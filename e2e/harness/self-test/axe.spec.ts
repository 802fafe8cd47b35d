import { axeFaults } from '../axe'
import { overflows, photograph } from '../screens'
import { expect, test } from '../test'
import { stat } from 'node:fs/promises'

const GOOD =
  '<!doctype html><html lang="en"><title>Good</title><main><h1>Good</h1><button>Go</button></main>'

test('axe finds what is wrong and nothing else, under a strict content policy', async ({
  page,
}) => {
  const strict = { 'content-security-policy': "script-src 'self'", 'content-type': 'text/html' }
  await page.route('**/good', (route) => route.fulfill({ body: GOOD, headers: strict }))
  await page.route('**/bad', (route) =>
    route.fulfill({ body: GOOD.replace('>Go<', '><'), headers: strict }),
  )
  await page.goto('http://localhost/good')
  expect(await axeFaults(page)).toEqual([])
  await page.goto('http://localhost/bad')
  expect((await axeFaults(page)).join()).toContain('button-name')
})

test('a page that is too wide is noticed, and pictures are taken in both schemes', async ({
  page,
}) => {
  await page.setContent(GOOD)
  expect(await overflows(page)).toBe(false)
  const files = await photograph(page, 'self-test', ['phone'])
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  expect(sizes.filter((size) => size > 1_000)).toHaveLength(2)
  await page.setContent(`${GOOD}<div style="width:5000px">wide</div>`)
  expect(await overflows(page)).toBe(true)
})
