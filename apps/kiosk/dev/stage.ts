import type { FakeKiosk } from './fake-kiosk'

export interface Stage {
  readonly kiosk: FakeKiosk
  /** As if it had been filmed. */
  readonly show: (text: string) => void
  /** As if it had been typed on the keyboard, digit by digit. */
  readonly type: (digits: string) => void
  /** Touches the button with this text, when it is there. */
  readonly touch: (selector: string) => Promise<void>
  readonly wait: (ms: number) => Promise<void>
}
