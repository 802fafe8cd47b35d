import { StatusDot } from '../../src/console/index'
import {
  Avatar,
  Badge,
  Button,
  Notice,
  Perforation,
  Skeleton,
  StampRow,
  TicketCard,
} from '../../src/index'
import styles from '../gallery.module.css'
import { Section } from './section'

export function States() {
  return (
    <Section title="States">
      <div className={styles['line']}>
        <Badge>Waiting</Badge>
        <Badge tone="brand">New</Badge>
        <Badge tone="ok">Accepted</Badge>
        <Badge tone="warn">Arrived later</Badge>
        <Badge tone="danger">Refused</Badge>
        <Badge tone="info">Demo</Badge>
        <StatusDot tone="ok">Online</StatusDot>
        <StatusDot tone="warn">Quiet since 11:32</StatusDot>
        <StatusDot hollow tone="neutral">
          Not paired
        </StatusDot>
        <Avatar name="Anna Weber" />
        <Avatar name="Marc" />
        <Avatar name="Léa Thill" />
        <Avatar name="Jos" />
      </div>
      <Notice tone="info" title="Demo data">
        Everything here is made up. Try what you like.
      </Notice>
      <Notice tone="ok" title="Everything is in">
        Counter 1 has sent all it had, up to 14:05.
      </Notice>
      <Notice
        action={<Button size="small">See what waits</Button>}
        onDismiss={() => undefined}
        title="Entrance tablet is quiet"
        tone="warn"
      >
        Last heard at 11:32 with 12 operations waiting. They are saved on the tablet.
      </Notice>
      <Notice tone="danger" title="No connection">
        The server cannot be reached. Nothing is lost. Check the network and try again.
      </Notice>
    </Section>
  )
}

export function Paper() {
  return (
    <Section title="Paper">
      <div className={styles['grid']}>
        <TicketCard
          className={styles['card'] ?? ''}
          stub={
            <div className={styles['between']}>
              <span className={styles['muted']}>Next stamp from 14:35</span>
              <span data-figures>4 of 10</span>
            </div>
          }
        >
          <p className={styles['muted']}>Harbour Coffee</p>
          <h3 style={{ marginBottom: '1rem' }}>The tenth coffee is ours</h3>
          <StampRow filled={4} fresh={1} total={10} />
        </TicketCard>
        <TicketCard className={styles['card'] ?? ''}>
          <p className={styles['muted']}>Door B · Fri 20 Nov, 20:00</p>
          <h3>Weber, party of 4</h3>
          <div style={{ margin: '1rem 0' }}>
            <Perforation />
          </div>
          <p>In since 20:12: 2 of 4</p>
        </TicketCard>
        <Skeleton lines={4} />
      </div>
    </Section>
  )
}
