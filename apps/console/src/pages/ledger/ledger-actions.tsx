import { ENDPOINTS, EXPORT_FORMATS, type ExportFormat } from '@counterfoil/protocol'
import { Button } from '@counterfoil/ui'
import { MenuButton, useToast } from '@counterfoil/ui/console'
import Download from 'lucide-react/icons/download'
import ShieldCheck from 'lucide-react/icons/shield-check'
import { useExportLedger } from '../../api/ledger'
import { saveFile } from '../../components/save-file'
import { useDialog } from '../../components/use-dialog'
import { useProblemText } from '../../components/use-problem-text'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import { VerifyDialog } from './verify-dialog'

/** What can be done with the ledger as a whole. */
export function LedgerActions() {
  const { t } = useText()
  const may = useMay()
  const dialog = useDialog()
  return (
    <>
      <ExportButton />
      {may(ENDPOINTS.verifyLedger) && (
        <Button icon={<ShieldCheck aria-hidden />} onClick={dialog.open}>
          {t.console.ledger_check.verify}
        </Button>
      )}
      {dialog.isOpen && <VerifyDialog onClose={dialog.close} />}
    </>
  )
}

function ExportButton() {
  const { t } = useText()
  const words = t.console.ledger_check
  const file = useExportLedger()
  const toast = useToast()
  const problem = useProblemText()
  const save = (format: ExportFormat) =>
    file.mutate(format, {
      onSuccess: ({ name, content }) => saveFile(name, content),
      onError: (error) =>
        toast({ title: words.export_failed, text: problem(error).sentence, tone: 'danger' }),
    })
  return (
    <MenuButton
      items={EXPORT_FORMATS.map((format) => ({
        id: format,
        label: words.formats[format],
        disabled: file.isPending,
        onAction: () => save(format),
      }))}
      variant="secondary"
    >
      <Download aria-hidden />
      {words.export}
    </MenuButton>
  )
}
