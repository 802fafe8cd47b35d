import { ENDPOINTS, type Program } from '@counterfoil/protocol'
import { ConfirmDialog, type MenuEntry, MenuButton, useToast } from '@counterfoil/ui/console'
import { useNavigate } from 'react-router'
import { useUpdateProgram } from '../../api/programs'
import { ErrorNotice } from '../../components/error-state'
import { useDialog } from '../../components/use-dialog'
import { useProblemText } from '../../components/use-problem-text'
import { useMay, usePath } from '../../session/merchant'
import { useText } from '../../text'

export function ProgramActions({ program }: { readonly program: Program }) {
  const { t } = useText()
  const may = useMay()
  const path = usePath()
  const navigate = useNavigate()
  const ending = useDialog()
  const toast = useToast()
  const problemText = useProblemText()
  const update = useUpdateProgram()
  const words = t.console.programs
  if (!may(ENDPOINTS.updateProgram)) return null
  const { name } = program
  const params = { id: program.id }
  const start = () =>
    update.mutate(
      { params, body: { active: true } },
      {
        onSuccess: () => toast({ title: words.created({ name }) }),
        onError: (error) => toast({ title: problemText(error).sentence, tone: 'danger' }),
      },
    )
  const end = () =>
    update.mutate(
      { params, body: { active: false } },
      {
        onSuccess: () => {
          toast({ title: words.now_ended({ name }) })
          ending.close()
        },
      },
    )
  const items: MenuEntry[] = [
    {
      id: 'edit',
      label: words.edit,
      onAction: () => void navigate(path(`/programs/${program.id}`)),
    },
    program.active
      ? { id: 'end', label: words.end, danger: true, onAction: ending.open }
      : { id: 'start', label: words.start_again, onAction: start },
  ]
  return (
    <>
      <MenuButton items={items} label={`${t.common.action.more}: ${name}`} size="small" />
      <ConfirmDialog
        busy={update.isPending}
        confirmLabel={words.end}
        onClose={ending.close}
        onConfirm={end}
        open={ending.isOpen}
        title={words.end_title({ name })}
        tone="danger"
      >
        <p>{words.end_text}</p>
        <ErrorNotice error={update.error} />
      </ConfirmDialog>
    </>
  )
}
