import { Button } from '@counterfoil/ui'
import Download from 'lucide-react/icons/download'
import Printer from 'lucide-react/icons/printer'
import { useExportPayroll } from '../../../api/clock'
import { LinkTo } from '../../../components/link-to'
import { useSaveFile } from '../../../components/use-save-file'
import { useText } from '../../../text'
import styles from '../clock.module.css'
import { rangePart, type useRange } from '../use-range'
import type { useHourFilters } from './hour-filters'

export interface HourFilesProps {
  readonly filters: ReturnType<typeof useHourFilters>
  readonly span: ReturnType<typeof useRange>
}

/** What is taken along: sheets on paper, and a file for payroll, of what is looked at. */
export function HourFiles({ filters, span }: HourFilesProps) {
  const { clock, hours: words } = useText().t.console
  const file = useExportPayroll()
  const saved = useSaveFile()
  const { store, person } = filters
  const only = `${store === undefined ? '' : `&store=${store}`}${person === undefined ? '' : `&person=${person}`}`
  return (
    <div className={styles['files']}>
      <LinkTo
        look={{ icon: <Printer aria-hidden /> }}
        to={`/clock/print?${rangePart(span)}${only}`}
      >
        {words.print}
      </LinkTo>
      <Button
        busy={file.isPending}
        icon={<Download aria-hidden />}
        onClick={() => file.mutate({ ...span.range, ...filters.asked }, saved)}
      >
        {clock.payroll}
      </Button>
    </div>
  )
}
