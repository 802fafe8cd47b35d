import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: (string | PrecacheEntry)[]
}

/** Of the standard, but not yet among TypeScript's own types. */
interface InstallEvent extends ExtendableEvent {
  readonly addRoutes?: (rule: {
    readonly condition: { readonly urlPattern: { readonly pathname: string } }
    readonly source: 'network'
  }) => Promise<void>
}

// What is said to the server need not come by here at all: a worker that sleeps would first have to
// be woken up, while a person waits for the verdict.
self.addEventListener('install', (event: InstallEvent) => {
  const straight = event.addRoutes?.({
    condition: { urlPattern: { pathname: '/api/*' } },
    source: 'network',
  })
  if (straight !== undefined) event.waitUntil(straight)
})

// Every part of the kiosk is kept, so that it starts cold without a network. The API is never
// touched here: what a tablet knows lives in its database, and what it says in its queue.
const page = new URL('./', self.location.href).pathname
cleanupOutdatedCaches()
// oxlint-disable-next-line no-underscore-dangle -- the build replaces this very name.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/.*/] })

const showPage = createHandlerBoundToURL(`${page}index.html`)

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  const inside = url.origin === self.location.origin && url.pathname.startsWith(page)
  if (event.request.mode !== 'navigate' || !inside) return
  event.respondWith(showPage({ request: event.request, url, event }))
})

// The page asks for this only while nobody is being served.
self.addEventListener('message', (event) => {
  const { type } = (event.data ?? {}) as { type?: unknown }
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
})

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
