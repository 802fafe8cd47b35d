import type { Plugin, Connect, ViteDevServer } from 'vite'

interface Fake {
  answer(method: string, url: string, body: unknown): Promise<{ status: number; body: unknown }>
  subscribe(send: (text: string) => void): () => void
}

async function readBody(request: AsyncIterable<Uint8Array>): Promise<unknown> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of request) text += decoder.decode(chunk, { stream: true })
  return text === '' ? undefined : JSON.parse(text)
}

type Handler = Connect.NextHandleFunction

async function handle(server: ViteDevServer, parts: Parameters<Handler>): Promise<void> {
  try {
    await reply(server, parts)
  } catch (error) {
    parts[2](error)
  }
}

async function reply(server: ViteDevServer, [request, response]: Parameters<Handler>) {
  const { fake } = (await server.ssrLoadModule('/dev/fake.ts')) as { fake: Fake }
  const url = request.url ?? '/'
  if (url.endsWith('/live')) {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const stop = fake.subscribe((text) => response.write(text))
    request.on('close', stop)
    return
  }
  const answer = await fake.answer(request.method ?? 'GET', url, await readBody(request))
  const type = answer.status < 400 ? 'application/json' : 'application/problem+json'
  response.writeHead(answer.status, { 'content-type': type })
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body))
}

/** Answers `/api/v1` from made-up data while pages are designed. Never part of a build. */
export function fakeApi(): Plugin {
  return {
    name: 'fake-api',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/api/v1', (request, response, next) => {
        void handle(server, [request, response, next])
      })
    },
  }
}
