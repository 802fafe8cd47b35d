import { useToast } from '@counterfoil/ui/console'

/** How a write in a dialog ends well: a word of it, and the dialog closes. */
export function useDone(onClose: () => void): (title: string) => { onSuccess: () => void } {
  const toast = useToast()
  return (title) => ({
    onSuccess: () => {
      toast({ title })
      onClose()
    },
  })
}
