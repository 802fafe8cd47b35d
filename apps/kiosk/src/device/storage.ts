export interface StorageFigures {
  readonly persisted: boolean | null
  readonly used_bytes: number | null
  readonly quota_bytes: number | null
}

export const UNKNOWN_STORAGE: StorageFigures = {
  persisted: null,
  used_bytes: null,
  quota_bytes: null,
}

/** What the browser says of our storage; unknown where it says nothing. */
export async function readStorage(): Promise<StorageFigures> {
  try {
    const { usage, quota } = await navigator.storage.estimate()
    return {
      persisted: await navigator.storage.persisted(),
      used_bytes: usage ?? null,
      quota_bytes: quota ?? null,
    }
  } catch {
    // Not offered here (no secure context, an old browser): unknown is the answer.
    return UNKNOWN_STORAGE
  }
}

/** Asks the browser not to evict us. Some ask the person, some decide by themselves. */
export async function persistStorage(): Promise<boolean> {
  try {
    return await navigator.storage.persist()
  } catch {
    return false
  }
}
