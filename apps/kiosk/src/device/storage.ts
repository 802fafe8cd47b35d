export interface StorageFigures {
  readonly persisted: boolean | null
  readonly used_bytes: number | null
  readonly quota_bytes: number | null
  /** A service worker is in control and the page is in its store: no network is needed to start. */
  readonly starts_offline: boolean | null
}

export const UNKNOWN_STORAGE: StorageFigures = {
  persisted: null,
  used_bytes: null,
  quota_bytes: null,
  starts_offline: null,
}

/** What the browser says of our storage; unknown where it says nothing. */
export async function readStorage(): Promise<StorageFigures> {
  try {
    const { usage, quota } = await navigator.storage.estimate()
    return {
      persisted: await navigator.storage.persisted(),
      used_bytes: usage ?? null,
      quota_bytes: quota ?? null,
      starts_offline: await startsOffline(),
    }
  } catch {
    // Not offered here (no secure context, an old browser): unknown is the answer.
    return UNKNOWN_STORAGE
  }
}

/** A worker takes control only once it holds every part; a browser may have emptied it since. */
async function startsOffline(): Promise<boolean> {
  const inControl = (navigator.serviceWorker?.controller ?? null) !== null
  const page = `${import.meta.env.BASE_URL}index.html`
  return inControl && (await caches.match(page, { ignoreSearch: true })) !== undefined
}

/** Asks the browser not to evict us. Some ask the person, some decide by themselves. */
export async function persistStorage(): Promise<boolean> {
  try {
    return await navigator.storage.persist()
  } catch {
    return false
  }
}
