import { ENDPOINTS, type Performance } from '@counterfoil/protocol'
import { Button } from '@counterfoil/ui'
import { ConfirmDialog, MenuButton, type MenuEntry, useToast } from '@counterfoil/ui/console'
import Plus from 'lucide-react/icons/plus'
import { useNavigate } from 'react-router'
import { useExportGuests } from '../../api/guests'
import { useUpdatePerformance } from '../../api/performances'
import { ErrorNotice } from '../../components/error-state'
import { saveFile } from '../../components/save-file'
import { useDialog } from '../../components/use-dialog'
import { useDone } from '../../components/use-done'
import { useProblemText } from '../../components/use-problem-text'
import { useMay, usePath } from '../../session/merchant'
import { useText } from '../../text'
import { BookingDialog } from './guests/booking-dialog'
import { ImportDialog } from './guests/import-dialog'
import { LeasesDialog } from './leases/leases-dialog'

interface ActionProps {
  readonly performance: Performance
}

/** What can be done with an evening; who may only look can do nothing. */
export function PerformanceActions({ performance }: ActionProps) {
  const { t } = useText()
  const may = useMay()
  const navigate = useNavigate()
  const path = usePath()
  const [booking, importing, callingOff] = [useDialog(), useDialog(), useDialog()]
  const splitting = useDialog()
  const words = t.console.performances
  const save = useSaveGuests(performance)
  const putBack = usePutBack(performance)
  if (!may(ENDPOINTS.updatePerformance)) return null
  const go = (to: string) => void navigate(path(`/performances/${performance.id}/${to}`))
  const items: readonly MenuEntry[] = [
    { id: 'edit', label: words.page.edit, onAction: () => go('edit') },
    { id: 'leases', label: t.console.leases.action, onAction: splitting.open },
    { id: 'print', label: words.page.print, onAction: () => go('print') },
    { id: 'export', label: t.console.guest_files.export, onAction: save },
    { id: 'import', label: t.console.guest_files.import, onAction: importing.open },
    performance.active
      ? { id: 'off', label: words.off.call_off, danger: true, onAction: callingOff.open }
      : { id: 'on', label: words.off.back_on, onAction: putBack },
  ]
  return (
    <>
      <MenuButton items={items} variant="secondary" />
      {performance.active && (
        <Button icon={<Plus aria-hidden />} onClick={booking.open} variant="primary">
          {t.console.guests.book}
        </Button>
      )}
      {booking.isOpen && <BookingDialog onClose={booking.close} performance={performance} />}
      {importing.isOpen && <ImportDialog onClose={importing.close} performance={performance} />}
      {splitting.isOpen && <LeasesDialog onClose={splitting.close} performance={performance} />}
      {callingOff.isOpen && <CallOff onClose={callingOff.close} performance={performance} />}
    </>
  )
}

function useSaveGuests({ id }: Performance) {
  const { t } = useText()
  const file = useExportGuests()
  const toast = useToast()
  const problem = useProblemText()
  return () =>
    file.mutate(id, {
      onSuccess: ({ name, content }) => saveFile(name, content),
      onError: (error) =>
        toast({
          title: t.console.guest_files.failed,
          text: problem(error).sentence,
          tone: 'danger',
        }),
    })
}

function usePutBack({ id, title }: Performance) {
  const { off: words } = useText().t.console.performances
  const update = useUpdatePerformance()
  const toast = useToast()
  const problem = useProblemText()
  return () =>
    update.mutate(
      { params: { id }, body: { active: true } },
      {
        onSuccess: () => toast({ title: words.back({ title }) }),
        onError: (error) => toast({ title: problem(error).sentence, tone: 'danger' }),
      },
    )
}

function CallOff({ performance, onClose }: ActionProps & { readonly onClose: () => void }) {
  const { off: words } = useText().t.console.performances
  const update = useUpdatePerformance()
  const done = useDone(onClose)
  const { id, title } = performance
  return (
    <ConfirmDialog
      busy={update.isPending}
      confirmLabel={words.call_off}
      onClose={onClose}
      onConfirm={() =>
        update.mutate({ params: { id }, body: { active: false } }, done(words.done({ title })))
      }
      open
      title={words.title({ title })}
      tone="danger"
    >
      <p>{words.text}</p>
      <ErrorNotice error={update.error} />
    </ConfirmDialog>
  )
}
