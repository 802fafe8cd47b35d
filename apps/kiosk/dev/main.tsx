import { createRoot } from 'react-dom/client'
import { App } from '../src/app'
import { createFakeKiosk } from './fake-kiosk'
import { SCENES } from './scenes'
import type { Stage } from './stage'

// `?scene=pin-wrong` opens that screen; without one, the fake tablet may be used freely.
const kiosk = createFakeKiosk()
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Types as a hand scanner does: fast, with Enter at the end. */
function burst(text: string): void {
  for (const key of [...Array.from(text), 'Enter'])
    window.dispatchEvent(new KeyboardEvent('keydown', { key }))
}

async function touch(selector: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = document.querySelector<HTMLElement>(selector)
    if (found !== null) return found.click()
    await wait(20)
  }
  throw new Error(`nothing to touch: ${selector}`)
}

const stage: Stage = {
  kiosk,
  show: burst,
  type: (digits) => {
    for (const [index, key] of Array.from(digits).entries()) {
      setTimeout(() => window.dispatchEvent(new KeyboardEvent('keydown', { key })), index * 80)
    }
  },
  touch,
  wait,
}

const root = document.querySelector('#root')
if (root !== null) createRoot(root).render(<App kiosk={kiosk} />)

const scene = new URLSearchParams(location.search).get('scene')
const play = scene === null ? undefined : SCENES[scene]
if (play !== undefined) {
  while (document.querySelector('[data-screen]:not([data-screen="splash"])') === null) {
    await wait(20)
  }
  // The screen is up; its ears take a moment longer.
  await wait(150)
  await play(stage)
}
document.documentElement.dataset['ready'] = 'true'
