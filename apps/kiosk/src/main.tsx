import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { composeKiosk } from './compose'

const root = document.querySelector('#root')
if (root === null) throw new Error('the page has no place for the kiosk')
createRoot(root).render(
  <StrictMode>
    <App kiosk={composeKiosk()} />
  </StrictMode>,
)
