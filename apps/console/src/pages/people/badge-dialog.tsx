import type { Staff } from '@counterfoil/protocol'
import { Button, LogoMark } from '@counterfoil/ui'
import { ConfirmDialog, Modal } from '@counterfoil/ui/console'
import { useIssueBadge } from '../../api/staff'
import { ErrorNotice } from '../../components/error-state'
import { PrintSheet, printSheet } from '../../components/print-sheet'
import { useText } from '../../text'
import styles from './people.module.css'

/** Says what a new badge ends, then shows it once, to print. */
export function BadgeDialog({ person, onClose }: { person: Staff; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.people
  const issue = useIssueBadge()
  if (issue.data === undefined) {
    return (
      <ConfirmDialog
        busy={issue.isPending}
        confirmLabel={person.badge_set ? words.new_badge : words.issue_badge}
        onClose={onClose}
        onConfirm={() => issue.mutate({ params: { id: person.id }, body: {} })}
        open
        title={words.badge_title({ name: person.name })}
      >
        <p>{words.badge_confirm}</p>
        <ErrorNotice error={issue.error} />
      </ConfirmDialog>
    )
  }
  const badge = (
    <div className={styles['badge']}>
      <LogoMark />
      <img alt={words.badge_qr} src={issue.data.qr_png} />
      <strong>{person.name}</strong>
      <span>{person.personnel_number}</span>
    </div>
  )
  return (
    <Modal
      actions={
        <>
          <Button onClick={onClose}>{t.common.action.done}</Button>
          <Button onClick={printSheet} variant="primary">
            {t.common.action.print}
          </Button>
        </>
      }
      onClose={onClose}
      open
      title={words.badge_title({ name: person.name })}
    >
      <p>{words.badge_shown}</p>
      {badge}
      <PrintSheet>{badge}</PrintSheet>
    </Modal>
  )
}
