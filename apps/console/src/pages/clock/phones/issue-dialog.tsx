import type { Poster } from '@counterfoil/protocol'
import { LinkButton, Notice } from '@counterfoil/ui'
import { ConfirmDialog, Modal } from '@counterfoil/ui/console'
import Printer from 'lucide-react/icons/printer'
import { useIssuePoster } from '../../../api/clock'
import { ErrorNotice } from '../../../components/error-state'
import { useText } from '../../../text'
import styles from '../clock.module.css'

export interface IssueDialogProps {
  readonly poster: Poster
  /** Whether phones are switched on. */
  readonly phones: boolean
  readonly onClose: () => void
}

/** Makes a poster, asking first when that kills the one on the wall; then shows it this once. */
export function IssueDialog({ poster, phones, onClose }: IssueDialogProps) {
  const { phones: words } = useText().t.console
  const issue = useIssuePoster()
  const place = poster.store_name
  const isFirst = poster.issued_at === null
  if (issue.data !== undefined) {
    const { qr_png, print_url } = issue.data
    return (
      <Modal
        actions={
          <LinkButton
            href={print_url}
            icon={<Printer aria-hidden />}
            rel="noreferrer"
            target="_blank"
            variant="primary"
          >
            {words.print}
          </LinkButton>
        }
        onClose={onClose}
        open
        title={words.ready_title({ place })}
      >
        <div data-stack>
          <p>{words.ready_text}</p>
          {!phones && <Notice tone="warn">{words.off_text}</Notice>}
          <img alt={words.qr} className={styles['qr']} src={qr_png} />
        </div>
      </Modal>
    )
  }
  return (
    <ConfirmDialog
      busy={issue.isPending}
      confirmLabel={isFirst ? words.issue : words.renew}
      onClose={onClose}
      onConfirm={() => issue.mutate({ params: { id: poster.store_id }, body: {} })}
      open
      title={isFirst ? words.issue : words.renew_title({ place })}
      tone={isFirst ? 'primary' : 'danger'}
    >
      <p>{isFirst ? words.lead : words.renew_text}</p>
      <ErrorNotice error={issue.error} />
    </ConfirmDialog>
  )
}
