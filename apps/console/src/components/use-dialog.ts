import { useState } from 'react'

/** Whether a dialog is open, and the two ways to change that. */
export function useDialog(): { isOpen: boolean; open: () => void; close: () => void } {
  const [isOpen, setOpen] = useState(false)
  return { isOpen, open: () => setOpen(true), close: () => setOpen(false) }
}
