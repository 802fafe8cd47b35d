import { expect, test } from 'vitest'
import { readEvents, type StreamEvent } from './event-stream'

function streamOf(chunks: readonly string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk))
      controller.close()
    },
  })
}

async function read(chunks: readonly string[]) {
  const events: StreamEvent[] = []
  let signs = 0
  const onSign = () => {
    signs += 1
  }
  for await (const event of readEvents(streamOf(chunks), onSign)) events.push(event)
  return { events, signs }
}

test('an event cut anywhere arrives whole', async () => {
  const text = 'event: change\ndata: {"topics":["ledger"]}\n\n'
  for (let cut = 1; cut < text.length; cut += 1) {
    const { events } = await read([text.slice(0, cut), text.slice(cut)])
    expect(events).toEqual([{ event: 'change', data: '{"topics":["ledger"]}' }])
  }
})

test('a comment is a sign of life and no event', async () => {
  expect(await read([': still here\n\n', ':\n\n'])).toEqual({ events: [], signs: 2 })
})

test('an event that the stream never finished is dropped', async () => {
  const { events } = await read(['event: change\ndata: 1\n\nevent: change\ndata: 2\n'])
  expect(events).toEqual([{ event: 'change', data: '1' }])
})
