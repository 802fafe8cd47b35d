import { useToast } from '@counterfoil/ui/console'
import { useText } from '../text'
import { saveFile } from './save-file'
import { useProblemText } from './use-problem-text'

/** What becomes of a file that was asked for: it is saved, or a word says why not. */
export function useSaveFile() {
  const { t } = useText()
  const toast = useToast()
  const problem = useProblemText()
  return {
    onSuccess: ({ name, content }: { readonly name: string; readonly content: Blob }) =>
      saveFile(name, content),
    onError: (error: unknown) =>
      toast({
        title: t.console.clock.file_failed,
        text: problem(error).sentence,
        tone: 'danger' as const,
      }),
  }
}
