// Browsers have had the torch for years; TypeScript's DOM types have not.
declare global {
  interface MediaTrackCapabilities {
    readonly torch?: boolean
  }
  interface MediaTrackConstraintSet {
    readonly torch?: boolean
  }
}

/** `false` when the camera has a light, `null` when it has none. A light starts switched off. */
export function readTorch(track: MediaStreamTrack): false | null {
  if (typeof track.getCapabilities !== 'function') return null
  const { torch } = track.getCapabilities()
  return torch === true ? false : null
}

/** Switches the light; answers whether it obeyed. */
export async function turnTorch(track: MediaStreamTrack, on: boolean): Promise<boolean> {
  try {
    await track.applyConstraints({ advanced: [{ torch: on }] })
    return true
  } catch {
    // A light that cannot be switched leaves everything else as it was.
    return false
  }
}
