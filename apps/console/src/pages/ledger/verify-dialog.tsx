import type { LedgerVerification } from '@counterfoil/protocol'
import { Button, Notice } from '@counterfoil/ui'
import { CopyButton, DescriptionList, Modal, ModalActions } from '@counterfoil/ui/console'
import ShieldCheck from 'lucide-react/icons/shield-check'
import { useState } from 'react'
import { useVerifyLedger } from '../../api/ledger'
import { ErrorNotice } from '../../components/error-state'
import { Stack } from '../../components/fact-section'
import { useText } from '../../text'
import styles from './ledger.module.css'

/** Has the server verify the whole ledger, and says what it found. */
export function VerifyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText()
  const words = t.console.ledger_check
  const verify = useVerifyLedger()
  const found = verify.isPending ? undefined : verify.data?.verification
  return (
    <Modal onClose={onClose} open title={words.title}>
      <Stack>
        <div aria-live="polite">
          {found === undefined ? (
            <p className={styles['lead']}>{verify.isPending ? words.running : words.text}</p>
          ) : (
            <Found verification={found} />
          )}
        </div>
        <ErrorNotice error={verify.error} />
        <ModalActions>
          <Button onClick={onClose}>{t.common.action.close}</Button>
          <Button
            busy={verify.isPending}
            icon={<ShieldCheck aria-hidden />}
            onClick={() => verify.mutate()}
            variant={found === undefined ? 'primary' : 'secondary'}
          >
            {found === undefined ? words.start : words.again}
          </Button>
        </ModalActions>
      </Stack>
    </Modal>
  )
}

function Found({ verification }: { readonly verification: LedgerVerification }) {
  const { t } = useText()
  const words = t.console.ledger_check
  const { n, difference } = verification
  const whole = n === 0 ? words.empty : words.whole_text({ entries: n })
  return (
    <Stack>
      {difference === null ? (
        <Notice title={words.whole} tone="ok">
          <p>{whole}</p>
        </Notice>
      ) : (
        <Notice title={words.broken} tone="danger">
          <p className={styles['found']}>{differenceIn(words.faults, difference)}</p>
          <p>{words.advice}</p>
        </Notice>
      )}
      <Point verification={verification} />
    </Stack>
  )
}

/** How far it is whole, to be kept elsewhere. */
function Point({ verification }: { readonly verification: LedgerVerification }) {
  const { t, format } = useText()
  const words = t.console.ledger_check
  const [byHand, setByHand] = useState(false)
  const { n, hash, verified_at, difference } = verification
  const entry = n === 0 ? words.nothing : words.entry({ n: format.number(n) })
  const at = `${format.day(verified_at)}, ${format.timeWithSeconds(verified_at)}`
  const point = `${n}:${hash}`
  return (
    <>
      <DescriptionList
        items={[
          { term: words.up_to, value: entry },
          ...(n === 0
            ? []
            : [{ term: words.hash, value: <code className={styles['hash']}>{hash}</code> }]),
          { term: words.at, value: at },
        ]}
      />
      {n > 0 && difference === null && (
        <>
          <p className={styles['chain']}>{words.keep}</p>
          <div>
            <CopyButton label={words.copy} onRefused={() => setByHand(true)} text={point} />
          </div>
          {byHand && <code className={styles['hash']}>{point}</code>}
        </>
      )}
    </>
  )
}

type Faults = ReturnType<typeof useText>['t']['console']['ledger_check']['faults']

function differenceIn(
  faults: Faults,
  difference: NonNullable<LedgerVerification['difference']>,
): string {
  const { fault, n, table, row, field, expected, found } = difference
  return faults[fault]({
    n: n === null ? '–' : String(n),
    place: row === null ? table : `${table} ${row}`,
    field: field ?? '–',
    expected: expected ?? '–',
    found: found ?? '–',
  })
}
