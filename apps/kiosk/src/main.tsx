import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { lackOf } from './app/lacks'
import { composeKiosk } from './compose'

async function start(place: Element): Promise<void> {
  const lack = lackOf(window)
  const root = createRoot(place)
  if (lack === null) {
    root.render(
      <StrictMode>
        <App kiosk={composeKiosk()} />
      </StrictMode>,
    )
    return
  }
  const { Lacking } = await import('./screens/lacking')
  root.render(
    <StrictMode>
      <Lacking lack={lack} />
    </StrictMode>,
  )
}

const place = document.querySelector('#root')
if (place === null) throw new Error('the page has no place for the kiosk')
void start(place)
