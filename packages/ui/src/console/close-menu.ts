import { createContext } from 'react'

/** Closes the phone's menu; nothing to close where the navigation stands beside the page. */
export const CloseMenu = createContext<(() => void) | undefined>(undefined)
