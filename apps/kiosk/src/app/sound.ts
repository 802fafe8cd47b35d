/** What is heard and felt: a tick for "read it", then how it went. */
export type Tone = 'tick' | 'ok' | 'warn' | 'stop' | 'info'

export interface Sound {
  play(tone: Tone): void
  /** Browsers let a page make noise only after somebody touched it. */
  wake(): void
}

/** Frequency in Hz, start and length in seconds. */
type Note = readonly [hz: number, from: number, length: number]

const NOTES: Readonly<Record<Tone, readonly Note[]>> = {
  tick: [[1_900, 0, 0.035]],
  ok: [
    [784, 0, 0.09],
    [1_175, 0.09, 0.16],
  ],
  info: [[784, 0, 0.14]],
  warn: [
    [587, 0, 0.14],
    [587, 0.2, 0.14],
  ],
  stop: [
    [330, 0, 0.18],
    [220, 0.18, 0.3],
  ],
}

/** Milliseconds on, off, on… */
const BUZZ: Readonly<Record<Tone, readonly number[]>> = {
  tick: [12],
  ok: [40],
  info: [40],
  warn: [60, 60, 60],
  stop: [160, 80, 160],
}

const LOUDNESS = 0.18

/** Before the first touch browsers refuse both, and complain about being asked. */
function touched(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true
}

export function createSound(): Sound {
  let context: AudioContext | null = null

  function wake(): void {
    if (typeof AudioContext !== 'function' || !touched()) return
    context ??= new AudioContext({ latencyHint: 'interactive' })
    // Refused without a touch; the next one tries again.
    if (context.state === 'suspended') context.resume().catch(() => undefined)
  }

  return {
    wake,
    play: (tone) => {
      if (touched()) navigator.vibrate?.([...BUZZ[tone]])
      if (context?.state === 'running') for (const note of NOTES[tone]) ring(context, note)
    },
  }
}

function ring(context: AudioContext, [hz, from, length]: Note): void {
  const start = context.currentTime + from
  const volume = context.createGain()
  volume.gain.setValueAtTime(0, start)
  volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.004)
  volume.gain.exponentialRampToValueAtTime(0.001, start + length)
  const tone = context.createOscillator()
  tone.frequency.value = hz
  tone.connect(volume).connect(context.destination)
  tone.start(start)
  tone.stop(start + length)
}
