import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { CopyButton, Countdown, KeyHint, MenuButton, Tooltip } from '../../src/console/index'
import { Button, IconButton, LinkButton } from '../../src/index'
import styles from '../gallery.module.css'
import { Section } from './section'

export function Buttons() {
  return (
    <Section title="Buttons">
      <div className={styles['line']}>
        <Button icon={<Plus aria-hidden />} variant="primary">
          Pair a tablet
        </Button>
        <Button>Export</Button>
        <Button variant="quiet">Cancel</Button>
        <Button variant="danger">Revoke tablet</Button>
        <Button busy variant="primary">
          Saving
        </Button>
        <Button disabled>Not yet</Button>
        <LinkButton href="#ledger">Open the ledger</LinkButton>
        <Tooltip text="Edit the label">
          <Button icon={<Pencil aria-hidden />} variant="quiet">
            Relabel
          </Button>
        </Tooltip>
        <IconButton icon={<Trash aria-hidden />} label="Delete" />
      </div>
      <div className={styles['line']}>
        <Button size="small" variant="primary">
          Accept
        </Button>
        <Button size="small">Void</Button>
        <Button size="large" variant="primary">
          Open the door
        </Button>
        <CopyButton onRefused={() => undefined} text="HARBOUR-1" />
        <MenuButton
          items={[
            {
              id: 'edit',
              label: 'Relabel',
              icon: <Pencil aria-hidden />,
              onAction: () => undefined,
            },
            {
              id: 'revoke',
              label: 'Revoke',
              icon: <Trash aria-hidden />,
              danger: true,
              onAction: () => undefined,
            },
          ]}
          variant="secondary"
        />
        <span>
          Dies in <Countdown until={Date.parse('2099-01-01')} />
        </span>
        <KeyHint keys={['j', 'k']} />
      </div>
    </Section>
  )
}
