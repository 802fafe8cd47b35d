import type { Performance } from '@counterfoil/protocol'
import { Button } from '@counterfoil/ui'
import { CopyButton, Modal, useToast } from '@counterfoil/ui/console'
import { PrintSheet, printSheet } from '../../../components/print-sheet'
import { useText } from '../../../text'
import { PaperTicket } from '../print/paper-ticket'
import styles from './tickets.module.css'

export interface TicketModalProps {
  readonly title: string
  readonly lead: string
  readonly performance: Performance
  readonly ticket: { readonly name: string; readonly party_size: number; readonly url: string }
  readonly onClose: () => void
}

/** One ticket with its code and link; printed on A6. */
export function TicketModal({ title, lead, performance, ticket, onClose }: TicketModalProps) {
  const { t } = useText()
  const words = t.console.guests.ticket
  const toast = useToast()
  const paper = <PaperTicket performance={performance} ticket={ticket} />
  return (
    <Modal
      actions={
        <>
          <CopyButton
            label={words.copy}
            onRefused={() => toast({ title: t.console.shell.copy_failed })}
            size="medium"
            text={ticket.url}
          />
          <Button onClick={onClose}>{t.common.action.done}</Button>
          <Button onClick={printSheet} variant="primary">
            {t.common.action.print}
          </Button>
        </>
      }
      onClose={onClose}
      open
      title={title}
    >
      <div className={styles['made']}>
        <p>{lead}</p>
        {paper}
        <a className={styles['link']} href={ticket.url} rel="noreferrer" target="_blank">
          {words.link}
        </a>
      </div>
      <PrintSheet>{paper}</PrintSheet>
    </Modal>
  )
}
