import { ENDPOINTS, type Sheet } from '@counterfoil/protocol'
import { Button } from '@counterfoil/ui'
import { MenuButton } from '@counterfoil/ui/console'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import Download from 'lucide-react/icons/download'
import Plus from 'lucide-react/icons/plus'
import Printer from 'lucide-react/icons/printer'
import { useNavigate } from 'react-router'
import { useExportCalendar, useExportPayroll, useExportPerson } from '../../../api/clock'
import { useDialog } from '../../../components/use-dialog'
import { useSaveFile } from '../../../components/use-save-file'
import { useMay, usePath } from '../../../session/merchant'
import { useText } from '../../../text'
import { rangePart, type useRange } from '../use-range'
import { AmendDialog } from './amend-dialog'

export interface PersonFilesProps {
  readonly person: Sheet['staff']
  readonly span: ReturnType<typeof useRange>
}

/** What can be done for one person's hours, and what can be taken along of them. */
export function PersonFiles({ person, span }: PersonFilesProps) {
  const { clock, hours: words, amendments } = useText().t.console
  const may = useMay()
  const navigate = useNavigate()
  const path = usePath()
  const dialog = useDialog()
  const saved = useSaveFile()
  const calendar = useExportCalendar()
  const payroll = useExportPayroll()
  const all = useExportPerson()
  const { id } = person
  const items = [
    {
      id: 'print',
      label: words.print,
      icon: <Printer aria-hidden />,
      onAction: () => void navigate(path(`/clock/print?${rangePart(span)}&person=${id}`)),
    },
    {
      id: 'payroll',
      label: clock.payroll,
      icon: <Download aria-hidden />,
      onAction: () => payroll.mutate({ ...span.range, staff_id: id }, saved),
    },
    {
      id: 'all',
      label: words.leaver,
      icon: <Download aria-hidden />,
      onAction: () => all.mutate(id, saved),
    },
  ]
  return (
    <>
      <Button
        busy={calendar.isPending}
        icon={<CalendarPlus aria-hidden />}
        onClick={() => calendar.mutate({ id, ...span.range }, saved)}
      >
        {clock.calendar}
      </Button>
      {may(ENDPOINTS.createAmendment) && (
        <Button icon={<Plus aria-hidden />} onClick={dialog.open} variant="primary">
          {amendments.add}
        </Button>
      )}
      <MenuButton
        items={items.filter((item) => item.id !== 'all' || may(ENDPOINTS.exportPerson))}
      />
      {dialog.isOpen && (
        <AmendDialog onClose={dialog.close} person={person} what={{ deed: 'add' }} />
      )}
    </>
  )
}
