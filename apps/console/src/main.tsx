import '@counterfoil/ui/base.css'
import './global.css'
import './no-inline.css'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { applyTheme, storedTheme } from './shell/theme'

applyTheme(storedTheme())

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the console')
createRoot(root).render(<App />)
