import Camera from 'lucide-react/icons/camera'
import CircleCheck from 'lucide-react/icons/circle-check'
import Keyboard from 'lucide-react/icons/keyboard'
import Timer from 'lucide-react/icons/timer'
import { useState } from 'react'
import {
  Avatar,
  Badge,
  Button,
  Dialog,
  EmptyState,
  IconButton,
  LanguagePicker,
  Logo,
  Notice,
  StampRow,
  TextField,
  TicketCard,
} from '../src/index'
import styles from './gallery.module.css'
import { useText } from './text'

export function KioskPage() {
  const { t, language, setLanguage } = useText()
  const [isOpen, setOpen] = useState(false)
  const cooldown = t.verdicts.codes.STAMP_COOLDOWN
  return (
    <main className={styles['page']}>
      <div className={styles['line']}>
        <h1>
          <Logo />
        </h1>
        <LanguagePicker compact onChange={setLanguage} value={language} />
        <Badge tone="ok">{t.common.state.online}</Badge>
      </div>
      <section className={styles['section']}>
        <h2>Verdicts</h2>
        <div className={styles['verdicts']}>
          <div className={`${styles['verdict']} ${styles['ok']}`}>
            <CircleCheck aria-hidden size={72} />
            <strong>{t.verdicts.accepted['loyalty.stamp']}</strong>
            <StampRow filled={4} fresh={1} total={10} />
          </div>
          <div className={`${styles['verdict']} ${styles['warn']}`}>
            <Timer aria-hidden size={72} />
            <strong>{cooldown.headline}</strong>
            <p>{cooldown.sentence({ retry_at: '14:35' })}</p>
          </div>
        </div>
      </section>
      <section className={styles['section']}>
        <h2>Controls</h2>
        <div className={styles['line']}>
          <Button icon={<Keyboard aria-hidden />} variant="primary">
            Type the code
          </Button>
          <Button>Find by name</Button>
          <Button variant="quiet">{t.common.action.cancel}</Button>
          <Button variant="danger">Forget this tablet</Button>
          <IconButton icon={<Camera aria-hidden />} label="Other camera" variant="secondary" />
          <Button onClick={() => setOpen(true)}>Open a dialog</Button>
        </div>
        <TextField hint="Below the code on the card" label="Code" placeholder="K7QF-2M" />
        <TextField error="This code is too short." label="Code" />
        <Notice tone="warn" title="Saved here">
          {t.verdicts.saved}
        </Notice>
        <div className={styles['person']} style={{ '--avatar': '5rem' } as React.CSSProperties}>
          <Avatar name="Anna Weber" />
          <Avatar name="Marc" />
        </div>
        <TicketCard stub={<p>Next stamp from 14:35</p>}>
          <h3>Card ••71</h3>
          <StampRow filled={9} total={10} />
        </TicketCard>
      </section>
      <section className={styles['section']}>
        <EmptyState
          action={<Button variant="primary">{t.common.action.retry}</Button>}
          illustration="camera"
          title="The camera is blocked"
        >
          Allow the camera in the browser’s settings. Typed codes and a hand scanner still work.
        </EmptyState>
      </section>
      <Dialog
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t.common.action.cancel}</Button>
            <Button onClick={() => setOpen(false)} variant="primary">
              {t.common.action.confirm}
            </Button>
          </>
        }
        onClose={() => setOpen(false)}
        open={isOpen}
        title="Still there?"
      >
        <p>We go back to the start in 10 seconds.</p>
      </Dialog>
    </main>
  )
}
