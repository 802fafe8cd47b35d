/** Why there is no picture. */
export type CameraTrouble = 'denied' | 'absent' | 'taken' | 'lost' | 'insecure'

/**
 * What a failed `getUserMedia` means for the person in front of it. Browsers differ: Chromium says
 * NotReadableError for a camera in use, Firefox AbortError, old Android TrackStartError.
 */
export function classifyCameraError(error: unknown): CameraTrouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      return 'denied'
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'absent'
    case 'TypeError':
      return 'insecure'
    default:
      return 'taken'
  }
}

/** How long to wait before asking again by ourselves; `null`: only when something changes. */
export function retryAfter(trouble: CameraTrouble): number | null {
  switch (trouble) {
    case 'taken':
    case 'lost':
      return 2_000
    case 'absent':
      return 5_000
    // Asking again by itself would nag with the browser's own question.
    case 'denied':
    case 'insecure':
      return null
  }
}
