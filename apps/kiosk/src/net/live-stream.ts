import type { DeviceFetch } from './device-fetch'

/** The server says something every 20 s; without a word for this long the line is dead. */
const SILENCE_MS = 45_000
const LONGEST_PAUSE_MS = 30_000

/**
 * Listens to the server's hints that something changed. (Not `EventSource`: it cannot carry the
 * token.) Only a convenience: tablets ask every 30 s regardless, so errors are only waited out.
 * @returns a function that stops listening
 */
export function listenLive(send: DeviceFetch, onHint: () => void): () => void {
  const end = new AbortController()
  void keepListening(send, onHint, end.signal)
  return () => end.abort()
}

async function keepListening(
  send: DeviceFetch,
  onHint: () => void,
  end: AbortSignal,
): Promise<void> {
  let failures = 0
  while (!end.aborted) {
    const heard = await listenOnce(send, onHint, end)
    failures = heard ? 0 : failures + 1
    const ceiling = Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** Math.min(failures, 6))
    await pause(500 + Math.random() * ceiling, end)
  }
}

/** @returns whether anything was heard before the line broke */
async function listenOnce(
  send: DeviceFetch,
  onHint: () => void,
  end: AbortSignal,
): Promise<boolean> {
  const line = new AbortController()
  const hangUp = () => line.abort()
  end.addEventListener('abort', hangUp, { once: true })
  let watchdog = setTimeout(hangUp, SILENCE_MS)
  let heard = false
  try {
    const path = '/store/sync/live'
    const request = {
      method: 'GET',
      path,
      accept: 'text/event-stream',
      signal: line.signal,
    } as const
    const response = await send(request)
    const ours = response.headers.get('content-type')?.startsWith('text/event-stream') === true
    if (!response.ok || !ours || response.body === null) return false
    for await (const event of eventsOf(response.body)) {
      clearTimeout(watchdog)
      watchdog = setTimeout(hangUp, SILENCE_MS)
      heard = true
      if (event === 'change') onHint()
    }
    return heard
  } catch {
    // A broken line, or we hung up ourselves; polling goes on meanwhile.
    return heard
  } finally {
    clearTimeout(watchdog)
    end.removeEventListener('abort', hangUp)
    hangUp()
  }
}

/** Names of server-sent events; comments and other lines come as an empty name. */
async function* eventsOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  let rest = ''
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split(/\r?\n/)
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.startsWith('event:') ? line.slice(6).trim() : ''
  }
}

function pause(ms: number, end: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    end.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
